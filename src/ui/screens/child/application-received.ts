import { html } from 'lit';
import { action } from '../../frame/actions.js';
import { libraryContact, screen, termList, text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** What happens next, and what to refer to. */
export const applicationReceived: View = (ui) => {
  const { t } = ui;
  const { reference } = ui.context;
  return screen(
    ui,
    t('register.application-received.heading'),
    html`${text(t('register.application-received.next'))}
      ${termList([reference !== null && [t('register.application-received.reference'), reference]])} ${libraryContact(ui)}
      <div class="actions">${action(ui, 'restart', { type: 'flow.restart' }, t('action.restart'), 'quiet')}</div>`,
  );
};
