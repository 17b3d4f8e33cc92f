import { factsOf } from './facts.js';
import { REFUSAL_TARGETS, expires, part } from './part.setup.js';
import { child, childForm } from './steps/child.js';
import { details } from './steps/details.js';
import {
  alreadyPatron, applicationReceived, blocked, desk, done, eAccess, failed, noRegistryData, notPermitted, pinOrdered, underAge,
} from './steps/ends.js';
import { kaldemail } from './steps/kaldemail.js';
import { pinOrder } from './steps/pin-order.js';
import { hasCpr, hasLogin, needsLoans, pinRoute } from './steps/questions.js';
import { REFUSALS, type Step } from './types.js';

/** Screens that Back, Forward and a reload can lead to. */
const RETURNABLE = [
  'register.has-cpr', 'register.needs-loans', 'register.pin-route', 'register.pin-order', 'register.has-login', 'register.kaldemail',
  'register.child-form', 'register.pin-ordered', 'register.desk', 'register.e-access',
] as const satisfies readonly Step[];

/** Registration beyond the first screens: the questions before a login, what follows it, and every end. */
export const registerMachine = part.createMachine({
  id: 'register',
  context: ({ input }) => factsOf(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.back': [
      { guard: { type: 'cameFrom', params: { step: 'register.child' } }, target: '#register.child', actions: 'goBack' },
      ...RETURNABLE.map((step) => ({ guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack' } as const)),
      {
        guard: { type: 'cameFrom', params: { step: 'register.identify' } },
        target: '#register.left',
        actions: ['goBack', { type: 'leaveTo', params: { place: 'identify' } }],
      },
      {
        guard: { type: 'cameFrom', params: { step: 'register.audience' } },
        target: '#register.left',
        actions: [
          'goBack', { type: 'resumeAt', params: { step: 'register.audience' } }, { type: 'leaveTo', params: { place: 'start' } },
        ],
      },
    ],
    'session.lost': { guard: ({ context }) => context.session !== null, ...expires },
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        ...RETURNABLE.map((step) => ({ guard: { type: 'resumesAt', params: { step } }, target: `#${step}` } as const)),
        { guard: { type: 'resumesAt', params: { step: 'register.kaldemail-code' } }, target: 'kaldemail' },
        {
          guard: { type: 'resumesWithSession', params: { step: 'register.already-patron' } },
          target: 'already-patron',
        },
        ...REFUSALS.map((refusal) => ({ guard: { type: 'isRefused', params: { refusal } }, target: REFUSAL_TARGETS[refusal] } as const)),
        { guard: ({ context }) => context.session !== null, target: 'identified' },
        // A screen that needed a session, before a reload.
        {
          guard: ({ context }) => context.resumeAt !== null,
          target: '#register.left',
          actions: [{ type: 'notify', params: { notice: 'resumed' } }, { type: 'leaveTo', params: { place: 'identify' } }],
        },
        { guard: { type: 'isKind', params: { kind: 'hospital' } }, target: 'has-login' },
        { target: 'has-cpr' },
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
    // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
    identified: {
      always: [
        { guard: { type: 'isKind', params: { kind: 'child' } }, target: 'guardian' },
        { guard: { type: 'isStatus', params: { status: 'blocked' } }, target: 'blocked' },
        {
          guard: 'wantsPin',
          target: 'left',
          actions: [{ type: 'resumeAt', params: { step: 'recover.new-pin' } }, { type: 'leaveTo', params: { place: 'recover' } }],
        },
        { guard: { type: 'isStatus', params: { status: 'active' } }, target: 'already-patron' },
        { guard: 'isTooYoung', target: 'under-age' },
        { guard: 'hasNoCpr', target: 'no-cpr' },
        {
          guard: { type: 'isStatus', params: { status: 'lapsed' } },
          target: 'details',
          actions: { type: 'notify', params: { notice: 'lapsed' } },
        },
        { target: 'details' },
      ],
    },
    guardian: { always: [{ guard: 'isTooYoung', target: 'under-age' }, { target: 'child' }] },
    'no-cpr': {
      always: [
        {
          guard: { type: 'isKind', params: { kind: 'campus' } },
          target: 'needs-loans',
          actions: { type: 'notify', params: { notice: 'no-cpr' } },
        },
        { target: 'no-registry-data' },
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
    left: { type: 'final' },
  },
});

export type RegisterMachine = typeof registerMachine;
