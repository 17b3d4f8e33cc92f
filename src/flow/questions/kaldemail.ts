import { assign } from 'xstate';
import { audienceOf } from '../audiences.js';
import type { MailboxOutput } from '../mailbox/mailbox.machine.js';
import { dictionary } from '../shared/dictionary.js';
import type { FlowContext } from '../types.js';

const withProof = (
  { draft, trail }: FlowContext,
  { email, proof }: MailboxOutput,
): Pick<FlowContext, 'mailboxProof' | 'draft' | 'trail' | 'notice'> => ({
  mailboxProof: proof,
  draft: { ...draft, email },
  trail: [...trail, 'register.kaldemail'],
  notice: null,
});

/** Hospital staff without a login prove a work mailbox first. The mailbox machine names the screens: `kaldemail` and `kaldemail-code`. */
export const kaldemail = dictionary.createStateConfig({
  meta: { step: 'register.kaldemail' },
  // Kept here too, so that leaving and coming back finds the address again.
  on: { 'draft.changed': { actions: 'keepDraft' } },
  invoke: {
    id: 'mailbox',
    src: 'mailbox',
    input: ({ context }) => ({ adapter: audienceOf(context)?.mailbox?.adapter ?? '', email: context.draft.email ?? '' }),
    onDone: {
      target: '#left',
      actions: [
        assign(({ context, event }) => withProof(context, event.output)),
        // Whoever was asked for a mailbox when the form was sent goes back to the form.
        assign(({ context }) => ({ resumeAt: context.session ? ('register.details' as const) : ('register.identify' as const) })),
      ],
    },
    onError: { target: 'failed', actions: ['keepFailure', 'report'] },
  },
});
