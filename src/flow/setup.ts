import { assign, emit, fromPromise, type ActorLogic, type Snapshot } from 'xstate';
import type { Branch } from '../contracts/library.js';
import type { Registration } from '../contracts/patron.js';
import type { SessionFacts, UserIdHint } from '../contracts/session.js';
import { toFailure } from '../errors.js';
import type { Contact } from '../ports.js';
import { setup } from './dictionary.js';
import { audienceOf, audiencesOf } from './audiences.js';
import { identifyMachine } from './identify.machine.js';
import type { MailboxMachine } from './mailbox.machine.js';
import { missing } from './missing-port.js';
import type { FlowContext, FlowEmit, FlowEvent, FlowInput, NoticeCode, Step } from './types.js';

export const errorOf = (event: object): unknown => ('error' in event ? event.error : undefined);

/** A part of the flow: takes the facts over, and gives them back when it ends. */
export type FlowPart = ActorLogic<Snapshot<FlowContext>, FlowEvent, FlowInput>;

/** The dictionary that every part of the flow speaks: facts, events, and what is needed from the first screen on. */
export const flow = setup({
  types: {
    context: {} as FlowContext,
    events: {} as FlowEvent,
    input: {} as FlowInput,
    output: {} as FlowContext,
    emitted: {} as FlowEmit,
    tags: {} as 'busy' | 'end',
    meta: {} as { step: Step },
  },
  actors: {
    identify: identifyMachine,
    /** Fetches the part of the flow that comes after the first screens, with those that not every audience has. */
    loadRegister: fromPromise<void, boolean>(missing),
    loadRecover: fromPromise<void>(missing),
    loadMailbox: fromPromise<void>(missing),
    // Too large to be here from the start: only their types are.
    register: {} as FlowPart,
    recover: {} as FlowPart,
    mailbox: {} as MailboxMachine,
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
    hasAudience: ({ context }) => audienceOf(context) !== undefined,
    isKind: ({ context }, { kind }: { kind: string }) => audienceOf(context)?.kind === kind,
    isAudience: ({ context, event }) =>
      event.type === 'choice.submitted' && audiencesOf(context.config).some(({ id }) => id === event.value),
    cameFrom: ({ context }, { step }: { step: Step }) => context.trail.at(-1) === step,
    resumesAt: ({ context }, { step }: { step: Step }) => context.resumeAt === step,
    hasPaperForm: ({ context }) => audienceOf(context)?.paper === true,
  },
  actions: {
    keepLanguage: assign(({ context, event }) => ({ language: event.type === 'language.changed' ? event.language : context.language })),
    keepAnswer: assign(({ context, event }) =>
      event.type === 'choice.submitted' && event.value !== null
        ? { answers: { ...context.answers, [event.name]: event.value }, errors: [] }
        : {}),
    keepAnswers: assign(({ context, event }) =>
      event.type === 'answers.changed' ? { answers: { ...context.answers, ...event.values } } : {}),
    askForAnswer: assign(({ event }) =>
      event.type === 'choice.submitted' ? { errors: [{ field: event.name, code: 'required' }] } : {}),
    remember: assign(({ context }, { step }: { step: Step }) => ({ trail: [...context.trail, step], errors: [], notice: null })),
    goBack: assign(({ context }) => ({ trail: context.trail.slice(0, -1), errors: [], notice: null })),
    keepFailure: assign(({ event }) => ({ failure: toFailure(errorOf(event)) })),
    notify: assign((_, { notice }: { notice: NoticeCode | null }) => ({ notice })),
    resumeAt: assign((_, { step }: { step: Step | null }) => ({ resumeAt: step })),
    reject: emit({ type: 'form.rejected' }),
    report: emit(({ context }): FlowEmit =>
      ({ type: 'flow.failed', code: context.failure?.code ?? 'unavailable', retryable: context.failure?.retryable ?? true })),
  },
});
