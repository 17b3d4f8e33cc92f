import { assign, emit, setup, type PromiseActorLogic } from 'xstate';
import type { MailboxChallenge } from '../../contracts/mailbox.js';
import { toFailure, type Failure, type FailureCode } from '../../errors.js';
import { delayOf } from '../delay.js';
import type { FlowEmit, FlowEvent, MailboxContext } from '../types.js';

export interface MailboxInput {
  adapter: string;
  /** What was typed before. */
  email: string;
}
export interface MailboxOutput {
  email: string;
  proof: string;
}

const failureOf = (event: object): Failure => toFailure('error' in event ? event.error : undefined);
const failedWith =
  (...codes: FailureCode[]) =>
  ({ event }: { event: object }): boolean =>
    codes.includes(failureOf(event).code);

const mailboxDictionary = setup({
  types: {
    context: {} as MailboxContext & { proof: string | null },
    events: {} as FlowEvent,
    input: {} as MailboxInput,
    output: {} as MailboxOutput,
    emitted: {} as FlowEmit,
    tags: {} as 'busy',
    meta: {} as { screen: 'kaldemail' | 'kaldemail-code' | 'failed' },
  },
  // Their types alone: the flow that invokes this machine provides them.
  actors: {} as {
    challengeMailbox: PromiseActorLogic<MailboxChallenge, { adapter: string; email: string }>;
    answerChallenge: PromiseActorLogic<{ proof: string }, { adapter: string; challenge: string }>;
  },
  guards: {
    isComplete: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
  },
  actions: {
    keepEmail: assign(({ context, event }) => (event.type === 'draft.changed' ? { email: event.values.email ?? context.email } : {})),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    keepFailure: assign(({ event }) => ({ failure: failureOf(event) })),
    refuseCode: assign(({ event }) => {
      const { code, attemptsLeft = null } = failureOf(event);
      return {
        attemptsLeft,
        errors: [
          { field: 'code', code: ['expired', 'not-found'].includes(code) ? 'expired' : attemptsLeft === null ? 'invalid' : 'wrong' },
        ],
      };
    }),
    forget: assign({ failure: null, errors: [], attemptsLeft: null }),
    reject: emit({ type: 'form.rejected' }),
    report: emit(({ context }): FlowEmit => ({
      type: 'flow.failed',
      code: context.failure?.code ?? 'unavailable',
      retryable: context.failure?.retryable ?? true,
    })),
  },
  delays: {
    resendAfter: ({ context }) => delayOf(context.challenge?.resendAfter ?? 30),
    expiry: ({ context }) => delayOf(context.challenge?.expiresIn ?? 600),
    lock: ({ context }) => delayOf(context.failure?.retryAfter ?? 60),
  },
});

/**
 * Proves a mailbox by a code sent to it. A machine of its own, with its own clock (another code, expiry) and no word of what the mailbox is
 * good for. Whether the mailbox exists is never known here: the answer to the request is the same for everyone.
 */
export const mailboxMachine = mailboxDictionary.createMachine({
  id: 'mailbox',
  context: ({ input }) => ({ ...input, challenge: null, attemptsLeft: null, failure: null, errors: [], proof: null }),
  output: ({ context }) => ({ email: context.email, proof: context.proof ?? '' }),
  initial: 'address',
  states: {
    address: {
      meta: { screen: 'kaldemail' },
      // A notice that one has to wait goes when the wait is over.
      after: { lock: { guard: ({ context }) => context.failure?.retryAfter !== undefined, actions: assign({ failure: null }) } },
      on: {
        'draft.changed': { actions: 'keepEmail' },
        'form.submitted': [{ guard: 'isComplete', target: 'requesting', actions: 'forget' }, { actions: ['keepErrors', 'reject'] }],
      },
    },
    requesting: {
      meta: { screen: 'kaldemail' },
      tags: 'busy',
      invoke: {
        src: 'challengeMailbox',
        input: ({ context: { adapter, email } }) => ({ adapter, email }),
        onDone: { target: 'code', actions: assign(({ event }) => ({ challenge: event.output })) },
        onError: [
          {
            guard: ({ event }) => failureOf(event).fields?.some(({ field }) => field === 'email') === true,
            target: 'address',
            actions: [assign(({ event }) => ({ errors: failureOf(event).fields ?? [] })), 'reject'],
          },
          // Locked: too many wrong codes for this address; another one may be typed.
          { guard: failedWith('too-many-requests', 'locked-out'), target: 'address', actions: ['keepFailure', 'report'] },
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: {
      meta: { screen: 'failed' },
      exit: 'forget',
      on: { 'flow.retry': 'requesting', 'flow.back': 'address' },
    },
    code: {
      meta: { screen: 'kaldemail-code' },
      type: 'parallel',
      after: { expiry: { actions: [assign({ errors: [{ field: 'code', code: 'expired' }] }), 'reject'] } },
      on: {
        'email.change': { target: 'address', actions: 'forget' },
        'flow.back': { target: 'address', actions: 'forget' },
      },
      states: {
        entry: {
          initial: 'editing',
          states: {
            editing: {
              on: {
                'form.submitted': [{ guard: 'isComplete', target: 'answering', actions: 'forget' }, { actions: ['keepErrors', 'reject'] }],
              },
            },
            answering: {
              tags: 'busy',
              invoke: {
                src: 'answerChallenge',
                input: ({ context: { adapter, challenge } }) => ({ adapter, challenge: challenge?.challenge ?? '' }),
                onDone: { target: '#mailbox.done', actions: assign(({ event }) => ({ proof: event.output.proof })) },
                onError: [
                  {
                    guard: failedWith('code-wrong', 'field-invalid', 'expired', 'not-found'),
                    target: 'editing',
                    actions: ['refuseCode', 'reject'],
                  },
                  { guard: failedWith('locked-out'), target: 'locked', actions: ['keepFailure', 'report'] },
                  { target: 'editing', actions: ['keepFailure', 'report'] },
                ],
              },
            },
            // Too many wrong codes: nothing to type until the lock ends, then a new code.
            locked: { after: { lock: { target: '#mailbox.address', actions: 'forget' } } },
          },
        },
        resend: {
          initial: 'cooling',
          states: {
            cooling: { after: { resendAfter: 'ready' } },
            refused: { after: { lock: { target: 'ready', actions: 'forget' } } },
            ready: { on: { 'code.resend': { guard: ({ context }) => context.failure?.code !== 'locked-out', target: 'sending' } } },
            sending: {
              tags: 'busy',
              invoke: {
                src: 'challengeMailbox',
                input: ({ context: { adapter, email } }) => ({ adapter, email }),
                // A new code: its clocks start afresh.
                onDone: {
                  target: '#mailbox.code',
                  reenter: true,
                  actions: [assign(({ event }) => ({ challenge: event.output })), 'forget'],
                },
                onError: { target: 'refused', actions: ['keepFailure', 'report'] },
              },
            },
          },
        },
      },
    },
    done: { type: 'final' },
  },
});

export type MailboxMachine = typeof mailboxMachine;
