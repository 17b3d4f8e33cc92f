import { assign, emit, setup, type PromiseActorLogic } from 'xstate';
import type { SessionFacts } from '../../contracts/session.js';
import type { Language } from '../../contracts/text.js';
import type { Position } from '../../contracts/transaction.js';
import { toFailure, type FailureCode } from '../../errors.js';
import type { HandOffMode, HandOffNotice, HandOffRequest, HandOffReturn } from '../../ports.js';
import { positionOf } from '../persistence.js';
import {
  REFUSALS,
  type FlowContext,
  type FlowEmit,
  type FlowEvent,
  type IdentifyContext,
  type NoticeCode,
  type Refusal,
  type Step,
} from '../types.js';
import type { OfferedProviders } from './offered-providers.js';

export interface IdentifyInput {
  language: Language;
  position: Position;
  providers: string[];
  notice: NoticeCode | null;
  returned: HandOffReturn | null;
  /** Begins with this one, which was chosen on the screen before. */
  chosen?: string | null;
}

/** What a login starts with at this step of a flow. A notice of what just happened goes before one that is always so. */
export const identifyInput = (context: FlowContext, step: Step, { providers, notice }: OfferedProviders): IdentifyInput => ({
  language: context.language,
  position: positionOf(context, step),
  providers,
  notice: context.notice ?? notice,
  returned: context.returned,
});

export type IdentifyOutput = { session: SessionFacts } | { refusal: Refusal };

const asRefusal = (code: FailureCode): Refusal | undefined => REFUSALS.find((refusal) => refusal === code);
/** Failures that send the patron back to the provider, each with its notice. */
const NOTICES: Partial<Record<FailureCode, HandOffNotice>> = {
  'proof-invalid': 'rejected',
  expired: 'rejected',
  'session-expired': 'rejected',
  'provider-failed': 'provider-failed',
  'storage-denied': 'storage-denied',
};

/** The hand-off to an identity provider: choose, leave or wait, come back, open a session. */
export const identifyMachine = setup({
  types: {
    context: {} as IdentifyContext & { returned: HandOffReturn | null; output: IdentifyOutput | null },
    events: {} as FlowEvent,
    input: {} as IdentifyInput,
    output: {} as IdentifyOutput,
    emitted: {} as FlowEmit,
    tags: {} as 'busy',
    meta: {} as { screen: 'identify' | 'leaving' | 'checking' | 'failed' },
  },
  // Their types alone: `createSignupMachine` provides them.
  actors: {} as {
    beginHandOff: PromiseActorLogic<{ mode: HandOffMode }, HandOffRequest>;
    awaitReturn: PromiseActorLogic<HandOffReturn>;
    openSession: PromiseActorLogic<SessionFacts>;
  },
  actions: {
    keepReturn: assign((_, { response }: { response: HandOffReturn }) =>
      response.outcome === 'refused' ? { notice: response.notice, returned: response } : { returned: response },
    ),
    notify: assign((_, { notice }: { notice: NoticeCode | null }) => ({ notice })),
    keepFailure: assign(({ event }) => ({ failure: toFailure('error' in event ? event.error : undefined) })),
    reportNotice: emit(({ context }): FlowEmit =>
      context.notice === 'cancelled'
        ? { type: 'flow.cancelled' }
        : { type: 'flow.failed', code: context.notice ?? 'rejected', retryable: true },
    ),
    reportFailure: emit(({ context }): FlowEmit => ({
      type: 'flow.failed',
      code: context.failure?.code ?? 'unavailable',
      retryable: context.failure?.retryable ?? true,
    })),
  },
}).createMachine({
  id: 'identify',
  context: ({ input }) => ({
    language: input.language,
    position: input.position,
    providers: input.providers,
    provider: input.returned?.provider ?? input.chosen ?? null,
    mode: null,
    notice: input.notice,
    failure: null,
    returned: input.returned,
    output: null,
  }),
  output: ({ context }) => context.output ?? { refusal: 'not-permitted' },
  initial: 'starting',
  on: { 'language.changed': { actions: assign(({ event }) => ({ language: event.language })) } },
  states: {
    starting: {
      always: [
        { guard: ({ context }) => context.returned !== null, target: 'returned' },
        { guard: ({ context }) => context.provider !== null, target: 'beginning' },
        { target: 'choosing' },
      ],
    },
    choosing: {
      meta: { screen: 'identify' },
      entry: assign({ returned: null, mode: null }),
      on: {
        'identity.chosen': {
          guard: ({ context, event }) => context.providers.includes(event.provider),
          target: 'beginning',
          actions: assign(({ event }) => ({ provider: event.provider, notice: null })),
        },
        'identity.provided': { target: 'checking', actions: assign(({ event }) => ({ provider: event.provider, notice: null })) },
      },
    },
    beginning: {
      meta: { screen: 'identify' },
      tags: 'busy',
      invoke: {
        src: 'beginHandOff',
        input: ({ context: { provider, language, position } }) => ({ provider: provider ?? '', language, position }),
        onDone: [
          { guard: ({ event }) => event.output.mode === 'popup', target: 'waiting', actions: assign({ mode: 'popup' }) },
          { guard: ({ event }) => event.output.mode === 'host', target: 'hosted', actions: assign({ mode: 'host' }) },
          { target: 'leaving', actions: assign(({ event }) => ({ mode: event.output.mode })) },
        ],
        onError: [
          {
            guard: ({ event }) => NOTICES[toFailure(event.error).code] !== undefined,
            target: 'refused',
            actions: { type: 'notify', params: ({ event }) => ({ notice: NOTICES[toFailure(event.error).code] ?? null }) },
          },
          { target: 'failed.starting', actions: ['keepFailure', 'reportFailure'] },
        ],
      },
    },
    // The page is about to go. Coming back to it, from the back/forward cache say, means that nothing was answered.
    leaving: {
      meta: { screen: 'leaving' },
      on: {
        'identity.never-returned': { target: 'refused', actions: { type: 'notify', params: { notice: 'never-returned' } } },
        'flow.cancel': { target: 'refused', actions: { type: 'notify', params: { notice: 'cancelled' } } },
      },
    },
    // A popup is open. Only an answer or the patron ends this: `closed` says nothing where the opener is severed (COOP).
    waiting: {
      meta: { screen: 'leaving' },
      invoke: {
        src: 'awaitReturn',
        onDone: { target: 'returned', actions: { type: 'keepReturn', params: ({ event }) => ({ response: event.output }) } },
        onError: { target: 'refused', actions: { type: 'notify', params: { notice: 'provider-failed' } } },
      },
      on: {
        'identity.never-returned': { target: 'refused', actions: { type: 'notify', params: { notice: 'never-returned' } } },
        'flow.cancel': { target: 'refused', actions: { type: 'notify', params: { notice: 'cancelled' } } },
      },
    },
    hosted: {
      meta: { screen: 'leaving' },
      on: {
        'identity.provided': { target: 'checking', actions: assign(({ event }) => ({ provider: event.provider })) },
        'flow.cancel': { target: 'refused', actions: { type: 'notify', params: { notice: 'cancelled' } } },
      },
    },
    returned: {
      always: [
        { guard: ({ context }) => context.returned?.outcome === 'code', target: 'checking' },
        {
          target: 'refused',
          actions: assign(({ context }) => ({ notice: context.returned?.outcome === 'refused' ? context.returned.notice : 'rejected' })),
        },
      ],
    },
    refused: { always: { target: 'choosing', actions: 'reportNotice' } },
    checking: {
      meta: { screen: 'checking' },
      tags: 'busy',
      invoke: {
        src: 'openSession',
        onDone: { target: 'done', actions: assign(({ event }) => ({ output: { session: event.output } })) },
        onError: [
          {
            guard: ({ event }) => asRefusal(toFailure(event.error).code) !== undefined,
            target: 'done',
            actions: assign(({ event }) => ({ output: { refusal: asRefusal(toFailure(event.error).code) ?? 'not-permitted' } })),
          },
          {
            guard: ({ event }) => NOTICES[toFailure(event.error).code] !== undefined,
            target: 'refused',
            actions: { type: 'notify', params: ({ event }) => ({ notice: NOTICES[toFailure(event.error).code] ?? null }) },
          },
          { target: 'failed.checking', actions: ['keepFailure', 'reportFailure'] },
        ],
      },
    },
    failed: {
      meta: { screen: 'failed' },
      exit: assign({ failure: null }),
      on: { 'flow.back': 'choosing' },
      initial: 'checking',
      states: {
        starting: { on: { 'flow.retry': '#identify.beginning' } },
        // A login that was refused for good is not asked about again; another one may do.
        checking: {
          on: {
            'flow.retry': [
              { guard: ({ context }) => context.failure?.retryable === true, target: '#identify.checking' },
              '#identify.choosing',
            ],
          },
        },
      },
    },
    done: { type: 'final' },
  },
});
