import { html } from 'lit';
import { action } from '../frame/actions.js';
import { libraryContact, screen, text } from '../frame/layout.js';
import type { View } from '../view.js';

/** The service did not answer, or answered nonsense. Everything typed is kept; a retry sends the same request again. */
export const failed: View = (ui) => {
  const { code, retryable, retryAfter } = (ui.identify ?? ui.mailbox)?.failure ?? ui.context.failure ?? {};
  const stopped = retryable === false && !retryAfter;
  const heading = code === 'locked-out' ? 'locked' : retryAfter ? 'busy' : stopped ? 'stopped' : 'heading';
  return screen(
    ui,
    ui.t(`register.failed.${heading}`),
    html` ${text(ui.t(`register.failed.${retryAfter ? 'wait' : stopped ? 'refused' : 'text'}`, { minutes: Math.ceil((retryAfter ?? 0) / 60) }))}
      <div class="actions">
        ${action(ui, 'retry', { type: 'flow.retry' }, ui.t('action.retry'), 'primary')}
        ${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}
      </div>
      ${libraryContact(ui)}`,
  );
};
