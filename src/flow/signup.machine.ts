import { assign } from 'xstate';
import { audienceOf, audiencesOf, hasFurtherScreens, providersOf } from './audiences.js';
import { factsOf } from './facts.js';
import { identifyInput } from './identify-input.js';
import { flow } from './setup.js';
import type { FlowContext } from './types.js';

/** Whether someone was in the part that finds IDs and PINs, or starts there. */
const isOfRecover = ({ flow: name, resumeAt }: FlowContext): boolean =>
  resumeAt === null ? name === 'recover' : resumeAt.startsWith('recover.');

/**
 * The whole flow: the screens that everybody meets first, and the parts that come after them, each a machine of its own that is fetched when it
 * is entered. The facts are handed down as input and come back as output. Pure: the element provides the actors.
 */
export const signupMachine = flow.createMachine({
  id: 'signup',
  context: ({ input }) => factsOf(input),
  initial: 'starting',
  on: { 'language.changed': { actions: 'keepLanguage' } },
  states: {
    starting: {
      always: [
        { guard: ({ context }) => context.byLink || isOfRecover(context), target: 'recover' },
        { guard: ({ context }) => context.returned !== null, target: 'identify' },
        { guard: { type: 'resumesAt', params: { step: 'register.identify' } }, target: 'identify' },
        { guard: { type: 'resumesAt', params: { step: 'register.audience' } }, target: 'audience' },
        { guard: ({ context }) => context.resumeAt !== null, target: 'register' },
        { guard: 'hasAudience', target: 'routing' },
        { target: 'audience' },
      ],
    },
    audience: {
      meta: { step: 'register.audience' },
      entry: { type: 'resumeAt', params: { step: null } },
      on: {
        'choice.submitted': [
          {
            guard: 'isAudience',
            target: 'routing',
            actions: ['keepAnswer', { type: 'remember', params: { step: 'register.audience' } }],
          },
          { actions: ['askForAnswer', 'reject'] },
        ],
      },
    },
    // Campus and hospital have questions before the login.
    routing: {
      always: [
        { guard: { type: 'isKind', params: { kind: 'campus' } }, target: 'register' },
        { guard: { type: 'isKind', params: { kind: 'hospital' } }, target: 'register' },
        { target: 'identify' },
      ],
    },
    identify: {
      meta: { step: 'register.identify' },
      entry: { type: 'resumeAt', params: { step: null } },
      invoke: {
        id: 'identify',
        src: 'identify',
        input: ({ context }) => identifyInput(context, 'register.identify', providersOf(context)),
        onDone: {
          target: 'register',
          actions: assign(({ event: { output }, context: { draft } }) => ('refusal' in output
            ? { refusal: output.refusal }
            : {
              session: output.session,
              refusal: null,
              notice: null,
              draft: { ...(output.session.person.email === undefined ? {} : { email: output.session.person.email }), ...draft },
            })),
        },
        onError: { target: 'failed', actions: ['keepFailure', 'report'] },
      },
      exit: assign({ returned: null }),
      on: {
        'paper.chosen': {
          guard: 'hasPaperForm',
          target: 'register',
          actions: [
            { type: 'remember', params: { step: 'register.identify' } },
            { type: 'resumeAt', params: { step: 'register.child-form' } },
          ],
        },
        'detour.user-id': {
          target: 'recover',
          actions: assign(({ context: { trail, answers } }) => ({
            origin: { step: 'register.identify', trail, answers }, trail: [], resumeAt: 'recover.mitid', notice: null,
          })),
        },
        // Where the host page has chosen, and chose wrong.
        'audience.change': {
          guard: ({ context }) => context.trail.length === 0 && audiencesOf(context.config).length > 1,
          target: 'audience',
          actions: assign({ answers: {}, notice: null }),
        },
        'flow.back': [
          { guard: { type: 'cameFrom', params: { step: 'register.audience' } }, target: 'audience', actions: 'goBack' },
          {
            guard: ({ context }) => context.trail.length > 0,
            target: 'register',
            actions: [assign(({ context }) => ({ resumeAt: context.trail.at(-1) ?? null })), 'goBack'],
          },
        ],
      },
    },
    register: {
      initial: 'loading',
      states: {
        // Names no screen: the one before stays until the next is here.
        loading: {
          tags: 'busy',
          invoke: {
            src: 'loadRegister',
            input: ({ context }) => hasFurtherScreens(audienceOf(context)),
            onDone: 'running',
            onError: { target: 'failed', actions: ['keepFailure', 'report'] },
          },
        },
        failed: {
          meta: { step: 'register.failed' },
          on: { 'flow.retry': 'loading' },
        },
        running: {
          meta: { step: 'register.checking' },
          invoke: {
            id: 'register',
            src: 'register',
            input: ({ context }) => ({ config: context.config, language: context.language, flow: context.flow, facts: context }),
            onDone: { target: '#signup.handedBack', actions: assign(({ event }) => event.output) },
            onError: { target: '#signup.failed', actions: ['keepFailure', 'report'] },
          },
        },
      },
    },
    recover: {
      initial: 'loading',
      states: {
        loading: {
          tags: 'busy',
          invoke: { src: 'loadRecover', onDone: 'running', onError: { target: 'failed', actions: ['keepFailure', 'report'] } },
        },
        failed: {
          meta: { step: 'recover.failed' },
          on: { 'flow.retry': 'loading' },
        },
        running: {
          meta: { step: 'recover.which' },
          invoke: {
            id: 'recover',
            src: 'recover',
            input: ({ context }) => ({ config: context.config, language: context.language, flow: context.flow, facts: context }),
            onDone: { target: '#signup.handedBack', actions: assign(({ event }) => event.output) },
            onError: { target: '#signup.failed', actions: ['keepFailure', 'report'] },
          },
        },
      },
    },
    handedBack: {
      always: [
        { guard: ({ context }) => context.leaveTo === 'recover', target: 'recover' },
        { guard: ({ context }) => context.leaveTo === 'register', target: 'register' },
        { guard: ({ context }) => context.leaveTo === 'identify', target: 'identify' },
        { guard: { type: 'resumesAt', params: { step: 'register.audience' } }, target: 'audience' },
        { guard: 'hasAudience', target: 'routing' },
        { target: 'audience' },
      ],
      exit: assign({ leaveTo: null }),
    },
    // A fault of the flow itself: nothing to try again but the whole.
    failed: {
      meta: { step: 'register.failed' },
      on: { 'flow.retry': 'identify', 'flow.back': 'identify' },
    },
  },
});

export type SignupMachine = typeof signupMachine;
