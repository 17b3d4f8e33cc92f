import { assign, emit, fromPromise } from 'xstate';
import type { MailboxChallenge } from '../contracts/services.js';
import { toFailure, type FailureCode } from '../errors.js';
import { setup } from './dictionary.js';
import { missing } from './missing-port.js';
import type { FlowEmit, FlowEvent, MailboxContext } from './types.js';

export interface MailboxInput {
  /** What was typed before. */
  email: string;
}
export interface MailboxOutput {
  email: string;
  proof: string;
}

const codeOf = (event: object): FailureCode => toFailure('error' in event ? event.error : undefined).code;

/**
 * Proves a mailbox by a code sent to it. A machine of its own, with its own clock (another code, expiry) and no word of what the mailbox is
 * good for. Whether the mailbox exists is never known here: the answer to the request is the same for everyone.
 */
export const mailboxMachine = setup({
  types: {
    context: {} as MailboxContext & { proof: string | null },
    events: {} as FlowEvent,
    input: {} as MailboxInput,
    output: {} as MailboxOutput,
    emitted: {} as FlowEmit,
    tags: {} as 'busy',
    meta: {} as { screen: 'kaldemail' | 'kaldemail-code' | 'failed' },
  },
  actors: {
    challengeMailbox: fromPromise<MailboxChallenge, { email: string }>(missing),
    answerChallenge: fromPromise<{ proof: string }, { challenge: string }>(missing),
  },
  guards: {
    isSound: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
    isCode: ({ event }, { code }: { code: FailureCode }) => codeOf(event) === code,
  },
  actions: {
    keepEmail: assign(({ context, event }) => (event.type === 'draft.changed' ? { email: event.values.email ?? context.email } : {})),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    keepFieldErrors: assign(({ event }) => ({ errors: toFailure('error' in event ? event.error : undefined).fields ?? [] })),
    keepFailure: assign(({ event }) => ({ failure: toFailure('error' in event ? event.error : undefined) })),
    refuseCode: assign(({ event }) => {
      const failure = toFailure('error' in event ? event.error : undefined);
      return { failure: null, attemptsLeft: failure.attemptsLeft ?? null, errors: [{ field: 'code', code: failure.code === 'expired' ? 'expired' : 'wrong' }] };
    }),
    forget: assign({ failure: null, errors: [], attemptsLeft: null }),
    reject: emit({ type: 'form.rejected' }),
    report: emit(({ context }): FlowEmit =>
      ({ type: 'flow.failed', code: context.failure?.code ?? 'unavailable', retryable: context.failure?.retryable ?? true })),
  },
  delays: {
    resendAfter: ({ context }) => (context.challenge?.resendAfter ?? 30) * 1000,
    expiry: ({ context }) => (context.challenge?.expiresIn ?? 600) * 1000,
    lock: ({ context }) => (context.failure?.retryAfter ?? 60) * 1000,
  },
}).createMachine({
  id: 'mailbox',
  context: ({ input }) => ({ email: input.email, challenge: null, attemptsLeft: null, failure: null, errors: [], proof: null }),
  output: ({ context }) => ({ email: context.email, proof: context.proof ?? '' }),
  initial: 'address',
  states: {
    address: {
      meta: { screen: 'kaldemail' },
      on: {
        'draft.changed': { actions: 'keepEmail' },
        'form.submitted': [{ guard: 'isSound', target: 'requesting', actions: 'forget' }, { actions: ['keepErrors', 'reject'] }],
      },
    },
    requesting: {
      meta: { screen: 'kaldemail' },
      tags: 'busy',
      invoke: {
        src: 'challengeMailbox',
        input: ({ context }) => ({ email: context.email }),
        onDone: { target: 'code', actions: [assign(({ event }) => ({ challenge: event.output })), 'forget'] },
        onError: [
          { guard: { type: 'isCode', params: { code: 'field-invalid' } }, target: 'address', actions: ['keepFieldErrors', 'reject'] },
          { guard: { type: 'isCode', params: { code: 'too-many-requests' } }, target: 'address', actions: ['keepFailure', 'report'] },
          // Too many wrong codes for this address; another one may be typed.
          { guard: { type: 'isCode', params: { code: 'locked-out' } }, target: 'address', actions: ['keepFailure', 'report'] },
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: {
      meta: { screen: 'failed' },
      on: { 'flow.retry': 'requesting', 'flow.back': { target: 'address', actions: 'forget' } },
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
              on: { 'form.submitted': [{ guard: 'isSound', target: 'answering', actions: 'forget' }, { actions: ['keepErrors', 'reject'] }] },
            },
            answering: {
              tags: 'busy',
              invoke: {
                src: 'answerChallenge',
                input: ({ context }) => ({ challenge: context.challenge?.challenge ?? '' }),
                onDone: { target: '#mailbox.done', actions: assign(({ event }) => ({ proof: event.output.proof })) },
                onError: [
                  { guard: { type: 'isCode', params: { code: 'code-wrong' } }, target: 'editing', actions: ['refuseCode', 'reject'] },
                  { guard: { type: 'isCode', params: { code: 'expired' } }, target: 'editing', actions: ['refuseCode', 'reject'] },
                  { guard: { type: 'isCode', params: { code: 'locked-out' } }, target: 'locked', actions: ['keepFailure', 'report'] },
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
            ready: { on: { 'code.resend': { guard: ({ context }) => context.failure?.code !== 'locked-out', target: 'sending' } } },
            sending: {
              tags: 'busy',
              invoke: {
                src: 'challengeMailbox',
                input: ({ context }) => ({ email: context.email }),
                // A new code: its clocks start afresh.
                onDone: {
                  target: '#mailbox.code',
                  reenter: true,
                  actions: [assign(({ event }) => ({ challenge: event.output })), 'forget'],
                },
                onError: { target: 'cooling', actions: ['keepFailure', 'report'] },
              },
            },
          },
        },
      },
    },
    done: { type: 'final' },
  },
});
