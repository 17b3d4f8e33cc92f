import { assign } from 'xstate';
import { flow } from './setup.js';
import { audience } from './steps/audience.js';
import { details } from './steps/details.js';
import { alreadyPatron, blocked, done, failed, noRegistryData, notPermitted, underAge } from './steps/ends.js';
import { identify } from './steps/identify.js';
import type { FlowContext, FlowInput, Step } from './types.js';

/** Screens that Back and a reload can lead to. */
export const RETURNABLE = ['register.audience', 'register.identify'] as const satisfies readonly Step[];

function contextOf({ config, language, flow: name, audience: chosen, provider, position, returned }: FlowInput): FlowContext {
  const resumed = returned?.position ?? position;
  return {
    config,
    language,
    flow: name,
    answers: { ...(chosen === undefined ? {} : { audience: chosen }), ...resumed?.answers },
    draft: resumed?.draft ?? {},
    trail: (resumed?.trail ?? []) as Step[],
    session: null,
    branches: null,
    branchesFailed: false,
    servicePoints: null,
    registration: null,
    reference: null,
    mailboxProof: resumed?.mailboxProof ?? null,
    returned: returned ?? null,
    preferredProvider: provider ?? null,
    notice: null,
    failure: null,
    errors: [],
  };
}

/** The whole flow, assembled from its steps. Pure: the element provides the actors. */
export const signupMachine = flow.createMachine({
  id: 'signup',
  context: ({ input }) => contextOf(input),
  initial: 'register',
  on: { 'language.changed': { actions: assign(({ event }) => ({ language: event.language })) } },
  states: {
    register: {
      id: 'register',
      initial: 'start',
      on: {
        'flow.back': RETURNABLE.map((step) => ({
          guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack',
        } as const)),
        'session.lost': {
          guard: ({ context }) => context.session !== null,
          target: '#register.identify',
          actions: [{ type: 'notify', params: { notice: 'session-expired' } }, 'forgetSession'],
        },
      },
      states: {
        start: {
          always: [
            { guard: ({ context }) => context.returned !== null, target: 'identify' },
            { guard: 'hasAudience', target: 'routing' },
            { target: 'audience' },
          ],
        },
        audience,
        // Where an audience's kind leads.
        routing: { always: 'identify' },
        identify,
        // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
        identified: {
          always: [
            { guard: { type: 'isStatus', params: { status: 'blocked' } }, target: 'blocked' },
            { guard: { type: 'isStatus', params: { status: 'active' } }, target: 'already-patron' },
            { guard: 'isTooYoung', target: 'under-age' },
            { guard: 'hasNoCpr', target: 'no-registry-data' },
            {
              guard: { type: 'isStatus', params: { status: 'lapsed' } },
              target: 'details',
              actions: { type: 'notify', params: { notice: 'lapsed' } },
            },
            { target: 'details' },
          ],
        },
        details,
        done,
        'already-patron': alreadyPatron,
        'under-age': underAge,
        blocked,
        'no-registry-data': noRegistryData,
        'not-permitted': notPermitted,
        failed,
      },
    },
  },
});

export type SignupMachine = typeof signupMachine;
