import { assign } from 'xstate';
import { part } from '../part.setup.js';

/** Hospital staff without a login prove a work mailbox first. The child names its own screens. */
export const kaldemail = part.createStateConfig({
  initial: 'loading',
  states: {
    loading: {
      tags: 'busy',
      invoke: { src: 'loadMailbox', onDone: 'proving', onError: { target: 'failed', actions: ['keepFailure', 'report'] } },
    },
    failed: {
      meta: { step: 'register.failed' },
      exit: 'clearFailure',
      on: { 'flow.retry': 'loading' },
    },
    proving: {
      meta: { step: 'register.kaldemail' },
      // Kept here too, so that leaving and coming back finds the address again.
      on: { 'draft.changed': { actions: 'keepDraft' } },
      invoke: {
        id: 'mailbox',
        src: 'mailbox',
        input: ({ context }) => ({ email: context.draft.email ?? '' }),
        onDone: {
          target: '#register.left',
          actions: [
            assign(({ context, event }) => ({ mailboxProof: event.output.proof, draft: { ...context.draft, email: event.output.email } })),
            { type: 'remember', params: { step: 'register.kaldemail' } },
            { type: 'leaveTo', params: { place: 'identify' } },
          ],
        },
        onError: { target: '#register.failed', actions: ['keepFailure', 'report'] },
      },
    },
  },
});
