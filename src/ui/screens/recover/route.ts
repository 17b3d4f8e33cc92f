import type { TemplateResult } from 'lit';
import type { MessageKey } from '../../../locales/messages.js';
import { choiceScreen } from '../../parts/choice.js';
import type { Ui } from '../../view.js';
import { asking } from './ways-out.js';

/** A screen that asks which way somebody wants to go: by a login, or by a mail. */
export const route = (ui: Ui, title: MessageKey, login: MessageKey, before: unknown): TemplateResult => {
  const { t } = ui;
  const routes = {
    login: { value: 'login', label: t(login) },
    email: { value: 'email', label: t('recover.route.email'), hint: t('recover.route.email.hint') },
  };
  const options = (ui.config.recover?.routes ?? (['login', 'email'] as const)).map((one) => routes[one]);
  return asking(ui, choiceScreen(ui, 'route', t(title), options, before));
};
