import type { Language } from '../../contracts/text.js';
import { action, type ActionLook } from '../frame/actions.js';
import { ending } from '../frame/ending.js';
import { text } from '../frame/layout.js';
import type { View } from '../view.js';

/** Minutes, or hours and days where that says more. */
function waitText(seconds: number, language: Language): string {
  const [unit, size] = seconds > 172_800 ? ['day', 86_400] : seconds > 7_200 ? ['hour', 3_600] : ['minute', 60];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / size));
}

/** The service did not answer, or answered nonsense. Everything typed is kept; a retry sends the same request again. */
export const failed: View = (ui) => {
  const { code, retryable, retryAfter } = (ui.identify ?? ui.mailbox)?.failure ?? ui.context.failure ?? {};
  const stopped = retryable === false && !retryAfter;
  const retry = (look: ActionLook) => action(ui, 'retry', { type: 'flow.retry' }, ui.t('action.retry'), look);
  const heading = code === 'locked-out' ? 'locked' : retryAfter ? 'busy' : stopped ? 'stopped' : 'heading';
  return ending(
    ui,
    ui.t(`register.failed.${heading}`),
    text(ui.t(`register.failed.${retryAfter ? 'wait' : stopped ? 'refused' : 'text'}`, { time: waitText(retryAfter ?? 0, ui.language) })),
    // What is for good, the library can help with, and another try can't.
    stopped ? { ways: retry('secondary'), contact: 'primary' } : { ways: retry('primary'), contact: 'secondary' },
  );
};
