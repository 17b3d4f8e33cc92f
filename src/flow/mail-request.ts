import { awaitsAnswer, failedForm, formEvents, refusesFields } from './shared/form-events.js';
import { dictionary } from './shared/dictionary.js';

/** A form that asks the library system for a mail. What happens next is the same for everyone, patron or not. */
export const mailRequest = (
  step: 'register.pin-order' | 'recover.reminder' | 'recover.pin-reset',
  src: 'orderPin' | 'remindUserId' | 'requestPinReset',
  sent: '#questions.pin-ordered' | '#recover.reminder-sent' | '#recover.pin-reset-sent',
) =>
  dictionary.createStateConfig({
    meta: { step },
    initial: 'editing',
    on: { 'draft.changed': { actions: 'keepDraft' } },
    states: {
      editing: { on: formEvents },
      submitting: {
        tags: 'busy',
        on: awaitsAnswer,
        invoke: {
          src,
          input: ({ context }) => ({ email: context.draft.email ?? '' }),
          // Back from "sent" leads to the form: what was typed may have been wrong.
          onDone: { target: sent, actions: { type: 'remember', params: { step } } },
          onError: [
            { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
            { target: 'failed', actions: ['keepFailure', 'report'] },
          ],
        },
      },
      failed: failedForm(step === 'register.pin-order' ? 'register.failed' : 'recover.failed'),
    },
  });
