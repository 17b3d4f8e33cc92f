import { assign, emit, fromPromise, setup, type ActorLogic, type AnyActorLogic, type Snapshot } from 'xstate';
import type { Branch } from '../contracts/library.js';
import type { Registration } from '../contracts/patron.js';
import type { SessionFacts } from '../contracts/session.js';
import type { UserIdHint } from '../contracts/user-id.js';
import type { Answers, Draft } from '../contracts/transaction.js';
import { toFailure, type FailureCode } from '../errors.js';
import type { Contact } from '../ports.js';
import { audienceOf, audiencesOf, minimumAgeOf } from './audiences.js';
import { identifyMachine } from './identify/identify.machine.js';
import type { MailboxMachine } from './mailbox/mailbox.machine.js';
import { missing } from './missing-actor.js';
import type { FieldError, FlowContext, FlowEmit, FlowEvent, FlowInput, FlowName, NoticeCode, Outcome, Refusal, Step } from './types.js';

/** A flow's own machine: takes the context over as input, and gives it back as output when it ends. */
export type FlowLogic = ActorLogic<Snapshot<FlowContext>, FlowEvent, FlowInput>;

/** What XState sends when a flow's machine, spawned under the flow's name, has ended or has failed. */
type FlowEnded =
  | { type: `xstate.done.actor.${FlowName}`; output: FlowContext }
  | { type: `xstate.error.actor.${FlowName}`; error: unknown };

/** Milliseconds before the end of a session at which its warning is shown (WCAG 2.2.1: long enough to act on it). */
const WARNING = 120_000;
/** Milliseconds. A browser's timer takes 31 bits, and fires at once beyond. */
const LONGEST_TIMER = 2 ** 31 - 1;
const lifetimeOf = ({ session }: FlowContext): number => Math.min((session?.expiresIn ?? 1200) * 1000, LONGEST_TIMER);

/** Everything that a form here asks for and the library system can find wrong. */
const FIELDS = ['email', 'phone', 'sms', 'branch', 'pin', 'terms', 'childCpr', 'childName', 'relation', 'liability', 'userId'];

const failureOf = (event: object) => toFailure('error' in event ? event.error : undefined);

const fieldErrorsOf = (event: object): readonly FieldError[] => {
  const { code, fields = [] } = failureOf(event);
  return code === 'field-invalid' ? fields.filter(({ field }) => FIELDS.includes(field)) : [];
};

/** The one dictionary of the flow: what its machines know, hear, ask for, decide by and do. */
export const dictionary = setup({
  types: {
    context: {} as FlowContext,
    events: {} as FlowEvent | FlowEnded,
    input: {} as FlowInput,
    output: {} as FlowContext,
    emitted: {} as FlowEmit,
    tags: {} as 'busy' | 'end',
    meta: {} as { step: Step },
  },
  actors: {
    identify: identifyMachine,
    // Provided where it is invoked; its type alone keeps the machine out of the first download.
    mailbox: {} as MailboxMachine,
    /** Fetches the machine of a flow. */
    loadFlow: fromPromise<AnyActorLogic, FlowName>(missing),
    listBranches: fromPromise<Branch[]>(missing),
    listServicePoints: fromPromise<Branch[]>(missing),
    registerPatron: fromPromise<Registration, Contact & { acceptedTerms?: string; mailboxProof?: string }>(missing),
    applyForChild: fromPromise<{ reference: string }, Contact & { relation: 'parent' | 'guardian' }>(missing),
    orderPin: fromPromise<void>(missing),
    listUserIds: fromPromise<UserIdHint[]>(missing),
    addEmailUserId: fromPromise<void, { email: string }>(missing),
    remindUserId: fromPromise<void, { email: string }>(missing),
    requestPinReset: fromPromise<void, { email: string }>(missing),
    changePin: fromPromise<void>(missing),
    readSession: fromPromise<SessionFacts>(missing),
    endSession: fromPromise<void>(missing),
  },
  guards: {
    hasReturned: ({ context }) => context.returned !== null,
    hasTrail: ({ context }) => context.trail.length > 0,
    hasAudience: ({ context }) => audienceOf(context) !== undefined,
    hasSeveralAudiences: ({ context }) => audiencesOf(context.config).length > 1,
    hasPaperForm: ({ context }) => audienceOf(context)?.paper === true,
    isKind: ({ context }, { kind }: { kind: string }) => audienceOf(context)?.kind === kind,
    isAudience: ({ context, event }) =>
      event.type === 'choice.submitted' && audiencesOf(context.config).some(({ id }) => id === event.value),
    isAnswer: ({ event }, { value }: { value: string }) => event.type === 'choice.submitted' && event.value === value,
    isComplete: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
    cameFrom: ({ context }, { step }: { step: Step }) => context.trail.at(-1) === step,
    resumesAt: ({ context }, { step }: { step: Step }) => context.resumeAt === step,
    resumesWithSession: ({ context }, { step }: { step: Step }) => context.session !== null && context.resumeAt === step,
    hasSession: ({ context }) => context.session !== null,
    isStatus: ({ context }, { status }: { status: string }) => context.session?.patron.status === status,
    isRefused: ({ context }, { refusal }: { refusal: Refusal }) => context.refusal === refusal,
    isTooYoung: ({ context }) => {
      const age = context.session?.person.age;
      return age !== undefined && age < minimumAgeOf(audienceOf(context));
    },
    hasNoCpr: ({ context }) => context.session?.person.hasCpr === false,
    hasFailedWith: ({ event }, { code }: { code: FailureCode }) => failureOf(event).code === code,
    /** Something in the form can be corrected. A refusal that names no field of ours is a failure like any other. */
    hasFieldErrors: ({ event }) => fieldErrorsOf(event).length > 0,
    hasOrigin: ({ context }) => context.origin !== null,
    opensByLink: ({ context }) => context.byLink,
  },
  actions: {
    keepLanguage: assign(({ context, event }) => ({ language: event.type === 'language.changed' ? event.language : context.language })),
    keepAnswer: assign(({ context, event }) =>
      event.type === 'choice.submitted' && event.value !== null
        ? { answers: { ...context.answers, [event.name]: event.value }, errors: [] }
        : {},
    ),
    keepAnswers: assign(({ context, event }) =>
      event.type === 'answers.changed' ? { answers: { ...context.answers, ...event.values } } : {},
    ),
    keepDraft: assign(({ context, event }) => (event.type === 'draft.changed' ? { draft: { ...context.draft, ...event.values } } : {})),
    forgetDraft: assign({ draft: {} as Draft }),
    askForAnswer: assign(({ event }) => (event.type === 'choice.submitted' ? { errors: [{ field: event.name, code: 'required' }] } : {})),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    keepFieldErrors: assign(({ event }) => ({ errors: fieldErrorsOf(event) })),
    /** Some refusals of an e-mail address name no field: they belong to the one there is. */
    keepEmailError: assign(({ event }) => ({ errors: [{ field: 'email', code: failureOf(event).code }] })),
    clearErrors: assign({ errors: [] }),
    keepFailure: assign(({ event }) => ({ failure: failureOf(event) })),
    clearFailure: assign({ failure: null }),
    notify: assign((_, { notice }: { notice: NoticeCode | null }) => ({ notice })),
    refuse: assign((_, { refusal }: { refusal: Refusal }) => ({ refusal })),
    forgetSession: assign({ session: null }),
    forgetLink: assign({ byLink: false }),

    /** One screen further: Back leads to the one that is left. */
    remember: assign(({ context }, { step }: { step: Step }) => ({ trail: [...context.trail, step], errors: [], notice: null })),
    goBack: assign(({ context }) => ({ trail: context.trail.slice(0, -1), errors: [], notice: null })),
    /** Where to carry on, once this machine has ended. */
    resumeAt: assign((_, { step }: { step: Step | null }) => ({ resumeAt: step })),
    resumeAtLastStep: assign(({ context }) => ({ resumeAt: context.trail.at(-1) ?? null })),
    /** A detour begins: where it came from is put aside. */
    startDetour: assign(({ context: { trail, answers } }, { from, to }: { from: Step; to: Step }) => ({
      origin: { step: from, trail, answers },
      trail: [],
      resumeAt: to,
      notice: null,
      errors: [],
    })),
    returnToOrigin: assign(({ context: { origin } }) =>
      origin
        ? {
            origin: null,
            trail: origin.trail as Step[],
            answers: origin.answers,
            resumeAt: origin.step as Step,
            notice: null,
            errors: [],
          }
        : {},
    ),
    /** Begins where the host page wants it to, unless it is the audience that was wrong. Nothing of the person before is left. */
    startOver: assign(({ context: { preselected }, event }) => ({
      answers: (preselected === null || event.type === 'audience.change' ? {} : { audience: preselected }) as Answers,
      draft: {},
      trail: [],
      errors: [],
      notice: null,
      failure: null,
      session: null,
      refusal: null,
      mailboxProof: null,
      byLink: false,
      userIds: null,
      emailIsUserId: false,
      resumeAt: null,
    })),

    complete: emit((_, { outcome }: { outcome: Outcome }): FlowEmit => ({ type: 'flow.completed', outcome })),
    report: emit(
      ({ context }): FlowEmit => ({
        type: 'flow.failed',
        code: context.failure?.code ?? 'unavailable',
        retryable: context.failure?.retryable ?? true,
      }),
    ),
    reportRefusal: emit((_, { code }: { code: string }): FlowEmit => ({ type: 'flow.failed', code, retryable: false })),
    cancel: emit({ type: 'flow.cancelled' }),
    forget: emit({ type: 'flow.forgotten' }),
    accept: emit({ type: 'form.accepted' }),
    reject: emit({ type: 'form.rejected' }),
  },
  delays: {
    sessionWarning: ({ context }) => Math.max(0, lifetimeOf(context) - WARNING),
    sessionEnd: ({ context }) => lifetimeOf(context),
  },
});
