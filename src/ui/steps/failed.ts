import { html } from 'lit';
import { action } from '../parts/actions.js';
import { libraryContact, screen, text } from '../parts/screen.js';
import type { View } from '../view.js';

/** The service did not answer, or answered nonsense. Everything typed is kept; a retry sends the same request again. */
export const failed: View = (ui) => {
  const { retryAfter } = (ui.identify ?? ui.mailbox)?.failure ?? ui.facts.failure ?? {};
  return screen(
    ui,
    ui.t(retryAfter ? 'register.failed.busy' : 'register.failed.heading'),
    html` ${text(retryAfter ? ui.t('register.failed.wait', { minutes: Math.ceil(retryAfter / 60) }) : ui.t('register.failed.text'))}
      <div class="actions">
        ${action(ui, 'retry', { type: 'flow.retry' }, ui.t('action.retry'), 'primary')}
        ${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}
      </div>
      ${libraryContact(ui)}`,
  );
};
