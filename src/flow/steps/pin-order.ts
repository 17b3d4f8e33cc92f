import { assign } from 'xstate';
import { part } from '../part.setup.js';

/** A PIN by e-mail. The user ID may be a CPR number, so it waits in the private holder; the answer is the same for everyone. */
export const pinOrder = part.createStateConfig({
  meta: { step: 'register.pin-order' },
  initial: 'editing',
  states: {
    editing: {
      on: {
        'form.submitted': [
          { guard: 'isSound', target: 'submitting', actions: assign({ errors: [] }) },
          { actions: ['keepErrors', 'reject'] },
        ],
      },
    },
    submitting: {
      tags: 'busy',
      invoke: {
        src: 'orderPin',
        onDone: '#register.pin-ordered',
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'field-invalid' } }, target: 'editing', actions: ['keepFieldErrors', 'reject'] },
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: {
      meta: { step: 'register.failed' },
      exit: assign({ failure: null }),
      on: { 'flow.retry': 'submitting', 'flow.back': 'editing' },
    },
  },
});
