import { assign } from 'xstate';
import { part } from './part.setup.js';
import { child, childForm } from './steps/child.js';
import { applicationReceived, desk, eAccess, pinOrdered } from './steps/further-ends.js';
import { kaldemail } from './steps/kaldemail.js';
import { pinOrder } from './steps/pin-order.js';
import { hasCpr, hasLogin, needsLoans, pinRoute } from './steps/questions.js';
import type { Step } from './types.js';

// What campus, hospital and children have in the registration beyond everybody's screens: states, and the ways to them.

interface Way {
  readonly guard?:
    | { readonly type: 'cameFrom' | 'resumesAt'; readonly params: { readonly step: Step } }
    | { readonly type: 'isKind'; readonly params: { readonly kind: string } }
    | 'hasNoCpr';
  readonly target: `#${Step}` | '#register.guardian' | '#register.no-cpr';
  readonly actions?: 'goBack';
}

/** Screens that Back, Forward and a reload can lead to. */
const RETURNABLE = [
  'register.has-cpr', 'register.needs-loans', 'register.pin-route', 'register.pin-order', 'register.has-login', 'register.kaldemail',
  'register.child-form', 'register.pin-ordered', 'register.desk', 'register.e-access',
] as const satisfies readonly Step[];

const back = (['register.child', ...RETURNABLE] as const).map((step): Way =>
  ({ guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack' }));

const resumed: readonly Way[] = [
  ...RETURNABLE.map((step): Way => ({ guard: { type: 'resumesAt', params: { step } }, target: `#${step}` })),
  { guard: { type: 'resumesAt', params: { step: 'register.kaldemail-code' } }, target: '#register.kaldemail' },
];

/** Where one begins before any login. */
const begun: readonly Way[] = [
  { guard: { type: 'isKind', params: { kind: 'hospital' } }, target: '#register.has-login' },
  { target: '#register.has-cpr' },
];

/** It is a guardian who has logged in. */
const identified: readonly Way[] = [{ guard: { type: 'isKind', params: { kind: 'child' } }, target: '#register.guardian' }];

const withoutCpr: readonly Way[] = [{ guard: 'hasNoCpr', target: '#register.no-cpr' }];

const states = {
  'has-cpr': hasCpr,
  'needs-loans': needsLoans,
  'pin-route': pinRoute,
  'pin-order': pinOrder,
  'pin-ordered': pinOrdered,
  desk,
  'e-access': eAccess,
  'has-login': hasLogin,
  kaldemail,
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
  /** The library system wants a work mailbox that it knows nothing of (any more). What was typed in the form stays. */
  'mailbox-required': part.createStateConfig({
    always: [
      {
        guard: { type: 'isKind', params: { kind: 'hospital' } },
        target: 'kaldemail',
        actions: [
          assign(({ context: { trail } }) =>
            ({ mailboxProof: null, trail: trail.slice(0, Math.max(0, trail.indexOf('register.kaldemail'))) })),
          { type: 'notify', params: { notice: 'mailbox-required' } },
        ],
      },
      { target: 'not-permitted', actions: assign({ refusal: 'mailbox-required' }) },
    ],
  }),
  child,
  'child-form': childForm,
  'application-received': applicationReceived,
} as const;

export const further = { back, resumed, begun, identified, withoutCpr, states };
export type Further = typeof further;
