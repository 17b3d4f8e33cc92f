import { assign, emit } from 'xstate';
import type { Answers, Draft } from '../contracts/transaction.js';
import { toFailure, type FailureCode } from '../errors.js';
import { audienceOf, audiencesOf, minimumAgeOf } from './audiences.js';
import { errorOf, flow } from './setup.js';
import type { FieldError, FlowContext, FlowEmit, Outcome, Refusal, Step } from './types.js';

/** Milliseconds before the end of a session at which its warning is shown (WCAG 2.2.1: long enough to act on it). */
const WARNING = 120_000;
/** Milliseconds; a browser's timer takes 31 bits, and fires at once beyond. */
const lifetimeOf = (context: FlowContext): number => Math.min((context.session?.expiresIn ?? 1200) * 1000, 2 ** 31 - 1);

/** Everything that a form here asks for and the library system can find wrong. */
const FIELDS = ['email', 'phone', 'sms', 'branch', 'pin', 'terms', 'childCpr', 'childName', 'relation', 'liability', 'userId'];

const fieldErrorsOf = (event: object): readonly FieldError[] => {
  const { code, fields = [] } = toFailure(errorOf(event));
  return code === 'field-invalid' ? fields.filter(({ field }) => FIELDS.includes(field)) : [];
};

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
    /** Something in the form can be corrected. A refusal that names no field of ours is a failure like any other. */
    hasFieldErrors: ({ event }) => fieldErrorsOf(event).length > 0,
    hasNoBranches: ({ context }) => context.branchesFailed,
  },
  actions: {
    keepDraft: assign(({ context, event }) =>
      event.type === 'draft.changed' ? { draft: { ...context.draft, ...event.values } } : {}),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    clearErrors: assign({ errors: [] }),
    clearFailure: assign({ failure: null }),
    keepFieldErrors: assign(({ event }) => ({ errors: fieldErrorsOf(event) })),
    leaveTo: assign((_, { place }: { place: FlowContext['leaveTo'] }) => ({ leaveTo: place })),
    /** Where the host page wants it to begin, unless it is the audience that was wrong. Nothing of the person before is left. */
    startOver: assign(({ context: { preselected }, event }) => ({
      answers: (preselected === null || event.type === 'audience.change' ? {} : { audience: preselected }) as Answers,
      draft: {}, trail: [], errors: [], notice: null, failure: null, session: null, refusal: null, mailboxProof: null, byLink: false,
      userIds: null, emailIsUserId: false, leaveTo: 'start' as const,
    })),
    forget: emit({ type: 'flow.forgotten' }),
    forgetSession: assign({ session: null }),
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
export const REFUSAL_TARGETS: Record<Refusal, `#${Step}` | '#register.mailbox-required'> = {
  'already-patron': '#register.already-patron',
  'under-age': '#register.under-age',
  blocked: '#register.blocked',
  'no-registry-data': '#register.no-registry-data',
  'not-permitted': '#register.not-permitted',
  'mailbox-required': '#register.mailbox-required',
};

/** Where a session ends before its form is sent: through the login again, with everything typed kept. */
export const expires = {
  target: '#register.left',
  actions: [
    { type: 'notify', params: { notice: 'session-expired' } }, { type: 'reportRefusal', params: { code: 'session-expired' } }, 'forgetSession',
    { type: 'leaveTo', params: { place: 'identify' } },
  ],
} as const;

/** A screen that lives as long as its session, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...expires },
} as const;

/** At the fields that the library system found wrong. */
export const refusesFields = ['keepFieldErrors', { type: 'reportRefusal', params: { code: 'field-invalid' } }, 'reject'] as const;

/** Where a write's named failures lead; what has no screen of its own is shown where `failed` says. */
export function whenRefused(editing: string, failed: string) {
  return [
    { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
    { guard: 'hasFieldErrors', target: editing, actions: refusesFields },
    ...Object.entries(REFUSAL_TARGETS).map(([code, target]) => ({
      guard: { type: 'hasFailedWith', params: { code: code as Refusal } }, target,
    } as const)),
    { target: failed, actions: ['keepFailure', 'report'] },
  ] as const;
}
