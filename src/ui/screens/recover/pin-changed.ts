import { html } from 'lit';
import { text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import { userIdText } from '../../form/user-id.js';
import type { View } from '../../view.js';
import { recovered } from './ways-out.js';

/** The new PIN works. */
export const pinChanged: View = (ui) => {
  const { t } = ui;
  return recovered(
    ui,
    t('recover.pin-changed.heading'),
    html`${text(t('recover.pin-changed.text'))}
    ${termList([[t('register.done.login'), t('register.already-patron.login', { userId: userIdText(ui, ui.context.session?.patron.userId) })]])}`,
  );
};
