import { html, type TemplateResult } from 'lit';
import type { MessageKey } from '../../locales/messages.js';
import { choiceScreen } from '../parts/choice.js';
import { facts, libraryName, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';
import { asking } from './recover-screen.js';

/** Each with what it is for: two different things are called "user ID". */
export const which: View = (ui) => {
  const { t } = ui;
  const options = (['mitid', 'library', 'pin'] as const).map((value) => ({
    value,
    label: t(`recover.which.${value}`),
    hint: t(`recover.which.${value}.hint`),
  }));
  return asking(ui, choiceScreen(ui, 'forgotten', t('recover.which.heading'), options));
};

const route = (ui: Ui, title: MessageKey, login: MessageKey, before: unknown): TemplateResult => {
  const { t } = ui;
  const routes = {
    login: { value: 'login', label: t(login) },
    email: { value: 'email', label: t('recover.route.email'), hint: t('recover.route.email.hint') },
  };
  const options = (ui.config.recover?.routes ?? (['login', 'email'] as const)).map((one) => routes[one]);
  return asking(ui, choiceScreen(ui, 'route', t(title), options, before));
};

/** What the library uses as user ID is often all that was needed; then the ways to find one's own. */
export const library: View = (ui) => {
  const { t, config } = ui;
  const rows = config.library.userIds.map((type) => [t(`user-id.${type}`), t(`recover.library.${type}`)] as const);
  return route(
    ui,
    'recover.library.heading',
    'recover.identify.library',
    html`${text(t('recover.library.text', { library: libraryName(ui) }))}
      <div class="ids">${facts(rows)}</div>
      <h3>${t('recover.library.route')}</h3>`,
  );
};

export const pin: View = (ui) => route(ui, 'recover.new-pin.heading', 'recover.identify.pin', text(ui.t('recover.pin.text')));
