import { html } from 'lit';
import { action } from '../parts/actions.js';
import { libraryContact, screen, text } from '../parts/screen.js';
import type { View } from '../view.js';

/** The service did not answer, or answered nonsense. Everything typed is kept; a retry sends the same request again. */
export const failed: View = (ui) => {
  const { code, retryable, retryAfter } = (ui.identify ?? ui.mailbox)?.failure ?? ui.facts.failure ?? {};
  const kind = code === 'locked-out' ? 'locked' : retryAfter ? 'wait' : retryable === false ? 'refused' : 'text';
  return screen(
    ui,
    ui.t(`register.failed.${kind === 'wait' ? 'busy' : kind === 'text' ? 'heading' : 'stopped'}`),
    html` ${text(ui.t(`register.failed.${kind}`, { minutes: Math.ceil((retryAfter ?? 1200) / 60) }))}
      <div class="actions">
        ${action(ui, 'retry', { type: 'flow.retry' }, ui.t('action.retry'), 'primary')}
        ${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}
      </div>
      ${libraryContact(ui)}`,
  );
};
