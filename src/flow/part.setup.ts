import { assign, emit } from 'xstate';
import type { Draft } from '../contracts/transaction.js';
import { toFailure, type FailureCode } from '../errors.js';
import { audienceOf, audiencesOf, minimumAgeOf } from './audiences.js';
import { errorOf, flow } from './setup.js';
import type { FlowContext, FlowEmit, Outcome, Refusal, Step } from './types.js';

/** Milliseconds before the end of a session at which its warning is shown (WCAG 2.2.1: long enough to act on it). */
const WARNING = 120_000;
const lifetimeOf = (context: FlowContext): number => (context.session?.expiresIn ?? 1200) * 1000;

/** What the parts that are fetched later say beyond the common dictionary. */
export const part = flow.extend({
  guards: {
    hasSeveralAudiences: ({ context }) => audiencesOf(context.config).length > 1,
    isAnswer: ({ event }, { value }: { value: string }) => event.type === 'choice.submitted' && event.value === value,
    isSound: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
    isStatus: ({ context }, { status }: { status: string }) => context.session?.patron.status === status,
    isRefused: ({ context }, { refusal }: { refusal: Refusal }) => context.refusal === refusal,
    isTooYoung: ({ context }) => {
      const age = context.session?.person.age;
      return age !== undefined && age < minimumAgeOf(audienceOf(context));
    },
    hasSession: ({ context }) => context.session !== null,
    resumesWithSession: ({ context }, { step }: { step: Step }) => context.session !== null && context.resumeAt === step,
    wantsPin: ({ context }) => context.session?.patron.status === 'active' && context.answers.pinRoute === 'login',
    hasNoCpr: ({ context }) => context.session?.person.hasCpr === false,
    hasFailedWith: ({ event }, { code }: { code: FailureCode }) => toFailure(errorOf(event)).code === code,
    hasNoBranches: ({ context }) => context.branchesFailed,
  },
  actions: {
    keepDraft: assign(({ context, event }) =>
      event.type === 'draft.changed' ? { draft: { ...context.draft, ...event.values } } : {}),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    clearErrors: assign({ errors: [] }),
    clearFailure: assign({ failure: null }),
    keepFieldErrors: assign(({ event }) => ({ errors: toFailure(errorOf(event)).fields ?? [] })),
    leaveTo: assign((_, { place }: { place: FlowContext['leaveTo'] }) => ({ leaveTo: place })),
    startOver: assign({
      answers: {}, trail: [], errors: [], notice: null, failure: null, session: null, refusal: null, mailboxProof: null, leaveTo: 'start',
    }),
    forgetSession: assign({ session: null, refusal: null }),
    /** A detour begins: where it came from is put aside. */
    setOut: assign(({ context: { trail, answers } }, { from, to }: { from: Step; to: Step }) =>
      ({ origin: { step: from, trail, answers }, trail: [], resumeAt: to, notice: null, errors: [] })),
    forgetDraft: assign({ draft: {} as Draft }),
    complete: emit((_, { outcome }: { outcome: Outcome }): FlowEmit => ({ type: 'flow.completed', outcome })),
    reportRefusal: emit((_, { code }: { code: string }): FlowEmit => ({ type: 'flow.failed', code, retryable: false })),
    cancel: emit({ type: 'flow.cancelled' }),
    accept: emit({ type: 'form.accepted' }),
  },
  delays: {
    sessionWarning: ({ context }) => Math.max(0, lifetimeOf(context) - WARNING),
    sessionEnd: ({ context }) => lifetimeOf(context),
  },
});

/** Screens for the refusals of the library system. */
export const REFUSAL_TARGETS: Record<Refusal, `#${Step}`> = {
  'already-patron': '#register.already-patron',
  'under-age': '#register.under-age',
  blocked: '#register.blocked',
  'no-registry-data': '#register.no-registry-data',
  'not-permitted': '#register.not-permitted',
  'mailbox-required': '#register.not-permitted',
};

/** Where a session ends before its form is sent: through the login again, with everything typed kept. */
export const expires = {
  target: '#register.left',
  actions: [
    { type: 'notify', params: { notice: 'session-expired' } }, 'forgetSession', { type: 'leaveTo', params: { place: 'identify' } },
  ],
} as const;

/** A screen that lives as long as its session, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...expires },
} as const;

/** Where a write's named failures lead; what has no screen of its own is shown where `failed` says. */
export function whenRefused(editing: string, failed: string) {
  return [
    { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
    { guard: { type: 'hasFailedWith', params: { code: 'field-invalid' } }, target: editing, actions: ['keepFieldErrors', 'reject'] },
    ...Object.entries(REFUSAL_TARGETS).map(([code, target]) => ({
      guard: { type: 'hasFailedWith', params: { code: code as Refusal } }, target,
    } as const)),
    { target: failed, actions: ['keepFailure', 'report'] },
  ] as const;
}
