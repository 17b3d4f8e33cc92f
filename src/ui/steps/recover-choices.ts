import { html } from 'lit';
import { choiceScreen } from '../parts/choice.js';
import { pinDigits } from '../parts/errors.js';
import { facts, libraryName, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';
import { asking } from './recover-screen.js';

/** Starts from what somebody wants to do: two different things are called "user ID". */
export const which: View = (ui) => {
  const { t } = ui;
  const digits = pinDigits(ui);
  return asking(
    ui,
    choiceScreen(
      ui,
      'forgotten',
      t('recover.which.heading'),
      (['mitid', 'library', 'pin'] as const).map((value) => ({
        value,
        label: t(`recover.which.${value}`),
        hint: t(`recover.which.${value}.hint`, { digits }),
      })),
    ),
  );
};

const route = (ui: Ui, title: string, before: unknown) =>
  asking(
    ui,
    choiceScreen(
      ui,
      'route',
      title,
      (ui.config.recover?.routes ?? ['login', 'email']).map((value) => ({
        value,
        label: ui.t(`recover.route.${value}`),
        hint: ui.t(`recover.route.${value}.hint`),
      })),
      before,
    ),
  );

/** What the library uses as user ID is often all that was needed; then the ways to find one's own. */
export const library: View = (ui) => {
  const { t, config } = ui;
  return route(
    ui,
    t('recover.library.heading'),
    html`${text(t('recover.library.text', { library: libraryName(ui) }))}
      <div class="ids">${facts(config.library.userIds.map((type) => [t(`user-id.${type}`), t(`recover.library.${type}`)] as const))}</div>
      <h3>${t('recover.library.route')}</h3>`,
  );
};

export const pin: View = (ui) => route(ui, ui.t('recover.pin.heading'), text(ui.t('recover.pin.text')));
