import { assign } from 'xstate';
import { flow } from '../setup.js';

/** Hospital staff without a login prove a work mailbox first. The child names its own screens. */
export const kaldemail = flow.createStateConfig({
  meta: { step: 'register.kaldemail' },
  invoke: {
    id: 'mailbox',
    src: 'mailbox',
    input: ({ context }) => ({ email: context.draft.email ?? '' }),
    onDone: {
      target: '#register.identify',
      actions: [
        assign(({ context, event }) => ({ mailboxProof: event.output.proof, draft: { ...context.draft, email: event.output.email } })),
        { type: 'remember', params: { step: 'register.kaldemail' } },
      ],
    },
    onError: { target: '#register.failed', actions: ['keepFailure', 'report'] },
  },
});
