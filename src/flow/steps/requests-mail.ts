import { failedForm, formEvents, whenFailed } from '../forms.js';
import { part } from '../part.setup.js';
import type { Step } from '../types.js';

/** A form that asks the library system for a mail. What happens next is the same for everyone, patron or not. */
export const requestsMail = (
  step: 'register.pin-order' | 'recover.reminder' | 'recover.pin-reset',
  src: 'orderPin' | 'remindUserId' | 'requestPinReset',
  sent: `#${Step}`,
) => part.createStateConfig({
  meta: { step },
  initial: 'editing',
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    editing: { on: formEvents },
    submitting: {
      tags: 'busy',
      invoke: {
        src,
        input: ({ context }) => ({ email: context.draft.email ?? '' }),
        // Back from "sent" leads to the form: what was typed may have been wrong.
        onDone: { target: sent, actions: { type: 'remember', params: { step } } },
        onError: whenFailed,
      },
    },
    failed: failedForm(step.startsWith('register.') ? 'register.failed' : 'recover.failed'),
  },
});
