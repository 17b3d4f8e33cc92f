import { html } from 'lit';
import { action } from '../../frame/actions.js';
import { libraryContact, libraryName, screen, text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** Not by this login, or not without a proven mailbox. */
export const notPermitted: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('register.not-permitted.heading'),
    html`${text(t(`register.not-permitted.${ui.context.refusal === 'mailbox-required' ? 'mailbox' : 'text'}`, { library: libraryName(ui) }))}
      <div class="actions">${action(ui, 'restart', { type: 'flow.restart' }, t('register.not-permitted.other'), 'primary')}</div>
      ${libraryContact(ui, 'secondary')}`,
  );
};
