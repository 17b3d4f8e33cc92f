import { assign, emit, fromPromise, setup } from 'xstate';
import type { Branch } from '../contracts/library.js';
import type { Registration } from '../contracts/patron.js';
import type { SessionFacts } from '../contracts/session.js';
import type { Draft } from '../contracts/transaction.js';
import { toFailure, type FailureCode } from '../errors.js';
import type { Contact } from '../ports.js';
import { mailboxMachine } from './mailbox.machine.js';
import { audienceOf, audiencesOf, minimumAgeOf, providersOf } from './audiences.js';
import { identifyMachine, type Refusal } from './identify.machine.js';
import { missing } from './missing-port.js';
import { positionOf } from './persistence.js';
import type { FlowContext, FlowEmit, FlowEvent, FlowInput, NoticeCode, Outcome, Step } from './types.js';

/** Milliseconds before the end of a session at which its warning is shown (WCAG 2.2.1: long enough to act on it). */
const WARNING = 120_000;

const errorOf = (event: object): unknown => ('error' in event ? event.error : undefined);
const lifetimeOf = (context: FlowContext): number => (context.session?.expiresIn ?? 1200) * 1000;

/** The flow's dictionary: every step speaks in these actors, guards, actions and delays. */
export const flow = setup({
  types: {
    context: {} as FlowContext,
    events: {} as FlowEvent,
    input: {} as FlowInput,
    emitted: {} as FlowEmit,
    tags: {} as 'busy' | 'end',
    meta: {} as { step: Step },
  },
  actors: {
    identify: identifyMachine,
    mailbox: mailboxMachine,
    listBranches: fromPromise<Branch[]>(missing),
    registerPatron: fromPromise<Registration, Contact & { acceptedTerms?: string; mailboxProof?: string }>(missing),
    applyForChild: fromPromise<{ reference: string }, Contact & { relation: 'parent' | 'guardian' }>(missing),
    orderPin: fromPromise<void>(missing),
    listServicePoints: fromPromise<Branch[]>(missing),
    readSession: fromPromise<SessionFacts>(missing),
    endSession: fromPromise<void>(missing),
  },
  guards: {
    hasSeveralAudiences: ({ context }) => audiencesOf(context.config).length > 1,
    hasAudience: ({ context }) => audienceOf(context) !== undefined,
    isKind: ({ context }, { kind }: { kind: string }) => audienceOf(context)?.kind === kind,
    isAnswer: ({ event }, { value }: { value: string }) => event.type === 'choice.submitted' && event.value === value,
    isAudience: ({ context, event }) =>
      event.type === 'choice.submitted' && audiencesOf(context.config).some(({ id }) => id === event.value),
    cameFrom: ({ context }, { step }: { step: Step }) => context.trail.at(-1) === step,
    resumesAt: ({ context }, { step }: { step: Step }) => context.resumeAt === step,
    isSound: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
    isStatus: ({ context }, { status }: { status: string }) => context.session?.patron.status === status,
    isTooYoung: ({ context }) => {
      const age = context.session?.person.age;
      return age !== undefined && age < minimumAgeOf(audienceOf(context));
    },
    hasNoCpr: ({ context }) => context.session?.person.hasCpr === false,
    hasFailedWith: ({ event }, { code }: { code: FailureCode }) => toFailure(errorOf(event)).code === code,
    hasPaperForm: ({ context }) => audienceOf(context)?.paper === true,
    hasNoBranches: ({ context }) => context.branchesFailed,
  },
  actions: {
    keepAnswer: assign(({ context, event }) =>
      event.type === 'choice.submitted' && event.value !== null
        ? { answers: { ...context.answers, [event.name]: event.value }, errors: [] }
        : {}),
    askForAnswer: assign(({ event }) =>
      event.type === 'choice.submitted' ? { errors: [{ field: event.name, code: 'required' }] } : {}),
    remember: assign(({ context }, { step }: { step: Step }) => ({ trail: [...context.trail, step], errors: [], notice: null })),
    goBack: assign(({ context }) => ({ trail: context.trail.slice(0, -1), errors: [], notice: null })),
    keepDraft: assign(({ context, event }) =>
      event.type === 'draft.changed' ? { draft: { ...context.draft, ...event.values } } : {}),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    keepFieldErrors: assign(({ event }) => ({ errors: toFailure(errorOf(event)).fields ?? [] })),
    keepFailure: assign(({ event }) => ({ failure: toFailure(errorOf(event)) })),
    keepSession: assign((_, { session }: { session: SessionFacts }) => ({ session })),
    notify: assign((_, { notice }: { notice: NoticeCode | null }) => ({ notice })),
    startOver: assign(({ context }) => ({
      answers: {}, trail: [], errors: [], notice: null, failure: null, session: null, mailboxProof: null, draft: context.draft,
    })),
    forgetSession: assign({ session: null }),
    forgetDraft: assign({ draft: {} as Draft }),
    resume: assign({ resumeAt: null }),
    reject: emit({ type: 'form.rejected' }),
    complete: emit((_, { outcome }: { outcome: Outcome }): FlowEmit => ({ type: 'flow.completed', outcome })),
    report: emit(({ context }): FlowEmit =>
      ({ type: 'flow.failed', code: context.failure?.code ?? 'unavailable', retryable: context.failure?.retryable ?? true })),
    reportRefusal: emit((_, { code }: { code: string }): FlowEmit => ({ type: 'flow.failed', code, retryable: false })),
    cancel: emit({ type: 'flow.cancelled' }),
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

/** Where a write's named failures lead; what has no screen of its own is shown where `otherwise` says. */
export function whenRefused(editing: string, failed: string) {
  return [
    {
      guard: { type: 'hasFailedWith', params: { code: 'session-expired' } },
      target: '#register.identify',
      actions: [{ type: 'notify', params: { notice: 'session-expired' } }, 'forgetSession'],
    },
    { guard: { type: 'hasFailedWith', params: { code: 'field-invalid' } }, target: editing, actions: ['keepFieldErrors', 'reject'] },
    ...Object.entries(REFUSAL_TARGETS).map(([code, target]) => ({
      guard: { type: 'hasFailedWith', params: { code: code as Refusal } }, target,
    } as const)),
    { target: failed, actions: ['keepFailure', 'report'] },
  ] as const;
}

export { positionOf, providersOf };
