import { assign } from 'xstate';
import { audienceOf } from '../audiences.js';
import type { MailboxOutput } from '../mailbox.machine.js';
import type { FlowContext } from '../types.js';
import { part } from '../part.setup.js';

const withProof = ({ draft, trail }: FlowContext, { email, proof }: MailboxOutput): Pick<FlowContext, 'mailboxProof' | 'draft' | 'trail' | 'notice'> =>
  ({ mailboxProof: proof, draft: { ...draft, email }, trail: [...trail, 'register.kaldemail'], notice: null });

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
        input: ({ context }) => ({ adapter: audienceOf(context)?.mailbox?.adapter ?? '', email: context.draft.email ?? '' }),
        onDone: [
          // Asked for a mailbox when the form was sent: back to the form.
          {
            guard: 'hasSession',
            target: '#register.details',
            actions: assign(({ context, event }) => withProof(context, event.output)),
          },
          {
            target: '#register.left',
            actions: [assign(({ context, event }) => withProof(context, event.output)), { type: 'leaveTo', params: { place: 'identify' } }],
          },
        ],
        onError: { target: '#register.failed', actions: ['keepFailure', 'report'] },
      },
    },
  },
});
