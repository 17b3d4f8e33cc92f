import { and, assign } from 'xstate';
import { flow } from './setup.js';
import { audience } from './steps/audience.js';
import { child, childForm } from './steps/child.js';
import { details } from './steps/details.js';
import {
  alreadyPatron, applicationReceived, blocked, desk, done, eAccess, failed, noRegistryData, notPermitted, pinOrdered, underAge,
} from './steps/ends.js';
import { hasCpr } from './steps/has-cpr.js';
import { hasLogin } from './steps/has-login.js';
import { identify } from './steps/identify.js';
import { kaldemail } from './steps/kaldemail.js';
import { needsLoans } from './steps/needs-loans.js';
import { pinOrder } from './steps/pin-order.js';
import { pinRoute } from './steps/pin-route.js';
import type { FlowContext, FlowInput, Step } from './types.js';

/** Screens that Back and a reload can lead to. */
export const RETURNABLE = [
  'register.audience', 'register.has-cpr', 'register.needs-loans', 'register.pin-route', 'register.pin-order', 'register.has-login',
  'register.kaldemail', 'register.identify', 'register.child',
] as const satisfies readonly Step[];

/** Where a reload leads: to the screen itself, or, when a session was needed there, to the login. */
const resumableOf = (step: string): Step =>
  RETURNABLE.find((known) => known !== 'register.child' && step.startsWith(known)) ?? 'register.identify';

function contextOf({ config, language, flow: name, audience: chosen, provider, position, returned }: FlowInput): FlowContext {
  const resumed = returned?.position ?? (position?.flow === name ? position : undefined);
  const resumeAt = resumed ? resumableOf(resumed.step) : null;
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
    resumeAt,
    notice: resumeAt === 'register.identify' && resumed?.step !== resumeAt && returned === undefined ? 'resumed' : null,
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
            ...RETURNABLE.filter((step) => step !== 'register.child').map((step) => ({
              guard: { type: 'resumesAt', params: { step } }, target: `#${step}`, actions: 'resume',
            } as const)),
            { guard: 'hasAudience', target: 'routing' },
            { target: 'audience' },
          ],
        },
        audience,
        // Where an audience's kind leads.
        routing: {
          always: [
            { guard: { type: 'isKind', params: { kind: 'campus' } }, target: 'has-cpr' },
            { guard: { type: 'isKind', params: { kind: 'hospital' } }, target: 'has-login' },
            { target: 'identify' },
          ],
        },
        'has-cpr': hasCpr,
        'needs-loans': needsLoans,
        'pin-route': pinRoute,
        'pin-order': pinOrder,
        'pin-ordered': pinOrdered,
        desk,
        'e-access': eAccess,
        'has-login': hasLogin,
        kaldemail,
        identify,
        // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
        identified: {
          always: [
            { guard: and([{ type: 'isKind', params: { kind: 'child' } }, 'isTooYoung']), target: 'under-age' },
            { guard: { type: 'isKind', params: { kind: 'child' } }, target: 'child' },
            { guard: { type: 'isStatus', params: { status: 'blocked' } }, target: 'blocked' },
            { guard: { type: 'isStatus', params: { status: 'active' } }, target: 'already-patron' },
            { guard: 'isTooYoung', target: 'under-age' },
            {
              guard: and([{ type: 'isKind', params: { kind: 'campus' } }, 'hasNoCpr']),
              target: 'needs-loans',
              actions: { type: 'notify', params: { notice: 'no-cpr' } },
            },
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
        child,
        'child-form': childForm,
        done,
        'application-received': applicationReceived,
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
