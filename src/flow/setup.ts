import { assign, emit, setup, type ActorLogic, type AnyActorLogic, type PromiseActorLogic, type Snapshot } from 'xstate';
import type { Libraries, Library } from '../contracts/directory.js';
import type { Branch } from '../contracts/library.js';
import type { ProfileLibrary } from '../contracts/login.js';
import type { Registration } from '../contracts/patron.js';
import type { SessionFacts } from '../contracts/session.js';
import type { UserIdHint } from '../contracts/user-id.js';
import { toFailure } from '../errors.js';
import type { Contact, LibraryQuery } from '../ports.js';
import { audienceOf } from './audiences.js';
import { identifyMachine } from './identify/identify.machine.js';
import type { MailboxMachine } from './mailbox/mailbox.machine.js';
import type { FlowContext, FlowEmit, FlowEvent, FlowInput, FlowName, NoticeCode, RecentLibrary, Step } from './types.js';

/** A flow's own machine: takes the context over as input, and gives it back as output when it ends. */
export type FlowLogic = ActorLogic<Snapshot<FlowContext>, FlowEvent, FlowInput>;

/** What XState sends when a flow's machine, spawned under the flow's name, has ended or has failed. */
type FlowEnded =
  { type: `xstate.done.actor.${FlowName}`; output: FlowContext } | { type: `xstate.error.actor.${FlowName}`; error: unknown };

/** Their types alone: each flow provides those that it invokes, which keeps machines and calls out of the first download. */
interface ProvidedActors {
  mailbox: MailboxMachine;
  /** Fetches the machine of a flow. */
  loadFlow: PromiseActorLogic<AnyActorLogic, FlowName>;
  listBranches: PromiseActorLogic<Branch[]>;
  listServicePoints: PromiseActorLogic<Branch[]>;
  registerPatron: PromiseActorLogic<Registration, Contact & { acceptedTerms?: string; mailboxProof?: string }>;
  applyForChild: PromiseActorLogic<{ reference: string }, Contact & { relation: 'parent' | 'guardian' }>;
  orderPin: PromiseActorLogic<void>;
  listUserIds: PromiseActorLogic<UserIdHint[]>;
  addEmailUserId: PromiseActorLogic<void, { email: string }>;
  remindUserId: PromiseActorLogic<void, { email: string }>;
  requestPinReset: PromiseActorLogic<void, { email: string }>;
  changePin: PromiseActorLogic<void>;
  readSession: PromiseActorLogic<SessionFacts>;
  endSession: PromiseActorLogic<void>;
  findLibraries: PromiseActorLogic<Libraries, LibraryQuery>;
  readLibrary: PromiseActorLogic<Library, { id: string }>;
  listRecent: PromiseActorLogic<RecentLibrary[]>;
  forgetRecent: PromiseActorLogic<void>;
  openCardSession: PromiseActorLogic<SessionFacts>;
  proveCard: PromiseActorLogic<void>;
  createProfile: PromiseActorLogic<void>;
  readProfile: PromiseActorLogic<ProfileLibrary[]>;
  attachLibrary: PromiseActorLogic<void, { id: string; intent: string | null }>;
  detachLibrary: PromiseActorLogic<void, { id: string }>;
  silenceLinkOffer: PromiseActorLogic<void>;
  checkOrder: PromiseActorLogic<void, { library: string }>;
  orderAsGuest: PromiseActorLogic<{ reference?: string }, { library: string }>;
  /** Hands the login over to the host as the configuration says, remembers the library, and ends the session. */
  handOver: PromiseActorLogic<void, FlowContext>;
}

export const failureOf = (event: object) => toFailure('error' in event ? event.error : undefined);

/** The dictionary of the flow: what its machines know, hear and ask for, and what the root machine decides by and does. */
export const rootDictionary = setup({
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
    ...({} as ProvidedActors),
  },
  guards: {
    hasTrail: ({ context }) => context.trail.length > 0,
    hasPaperForm: ({ context }) => audienceOf(context)?.paper === true,
  },
  actions: {
    keepLanguage: assign(({ context, event }) => ({ language: event.type === 'language.changed' ? event.language : context.language })),
    keepFailure: assign(({ event }) => ({ failure: failureOf(event) })),
    notify: assign((_, { notice }: { notice: NoticeCode | null }) => ({ notice })),
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
    report: emit(({ context }): FlowEmit => ({
      type: 'flow.failed',
      code: context.failure?.code ?? 'unavailable',
      retryable: context.failure?.retryable ?? true,
    })),
  },
});
