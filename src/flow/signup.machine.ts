import { assign, enqueueActions, stopChild } from 'xstate';
import { audienceOf, hasQuestions, minimumAgeOf } from './audiences.js';
import { initialContext } from './context.js';
import { identify } from './register/identify.js';
import { rootDictionary } from './setup.js';
import { flowOf, type FlowContext, type FlowName } from './types.js';

type Place = 'identify' | FlowName;
const PLACES = ['identify', 'questions', 'register', 'refused', 'child', 'recover', 'login'] as const satisfies readonly Place[];

/** Where somebody is to be: where a login, a reload or the machine before leads, or where this flow begins. */
function placeOf(context: FlowContext): Place {
  const { byLink, returned, resumeAt, flow } = context;
  const resumed = resumeAt && flowOf(resumeAt);
  if (byLink || resumed === 'recover') return 'recover';
  if (resumed === 'login' || (flow === 'login' && !resumed)) return 'login';
  if (returned || resumeAt === 'register.identify') return flow === 'recover' && !resumeAt ? 'recover' : 'identify';
  if (resumed) return resumed;
  if (flow === 'recover') return 'recover';
  const audience = audienceOf(context);
  return audience === undefined || hasQuestions(audience) ? 'questions' : 'identify';
}

/** Where somebody leads who has logged in. Guardians go on to the application for their child, unless they are refused. */
function placeAfterLogin(context: FlowContext): Place {
  const { refusal, session } = context;
  const audience = audienceOf(context);
  const isOldEnough = (session?.person.age ?? Infinity) >= minimumAgeOf(audience);
  return audience?.kind === 'child' && refusal === null && isOldEnough ? 'child' : 'register';
}

/** A flow of its own: its machine is fetched when it is entered, then spawned under the flow's name, and hands its context back when it ends. */
const runs = <F extends FlowName>(flow: F) =>
  rootDictionary.createStateConfig({
    initial: 'loading',
    states: {
      // Names no screen: the one before stays until the next is here.
      loading: {
        tags: 'busy',
        invoke: {
          src: 'loadFlow',
          input: flow,
          onDone: {
            target: 'running',
            actions: enqueueActions(({ enqueue, event, context }) => {
              const { config, language } = context;
              // XState's types give an id to actors of the dictionary only, and this one has just been fetched.
              enqueue.spawnChild(event.output, { id: flow as never, input: { config, language, flow: context.flow, context } });
            }),
          },
          onError: { target: 'failed', actions: ['keepFailure', 'report'] },
        },
      },
      failed: {
        meta: { step: flow === 'recover' ? 'recover.failed' : flow === 'login' ? 'login.failed' : 'register.failed' },
        on: { 'flow.retry': 'loading' },
      },
      running: {
        exit: stopChild(flow),
        on: {
          'xstate.done.actor.*': { target: '#signup.routing', actions: assign(({ event }) => event.output) },
          'xstate.error.actor.*': { target: '#signup.failed', actions: ['keepFailure', 'report'] },
        },
      },
    },
  });

/** The root: which flow it is, the login that most registrations begin with, detours, and where a flow that has ended leads. */
export const signupMachine = rootDictionary.createMachine({
  id: 'signup',
  context: ({ input }) => initialContext(input),
  initial: 'routing',
  on: { 'language.changed': { actions: 'keepLanguage' } },
  states: {
    routing: { always: PLACES.map((place) => ({ guard: ({ context }) => placeOf(context) === place, target: place }) as const) },
    identify,
    identified: { always: [{ guard: ({ context }) => placeAfterLogin(context) === 'child', target: 'child' }, { target: 'register' }] },
    questions: runs('questions'),
    register: runs('register'),
    refused: runs('refused'),
    child: runs('child'),
    recover: runs('recover'),
    login: runs('login'),
    // A fault of the flow itself: nothing to try again but the whole.
    failed: {
      meta: { step: 'register.failed' },
      on: { 'flow.retry': 'identify', 'flow.back': 'identify' },
    },
  },
});

export type SignupMachine = typeof signupMachine;
