import { audienceOf } from '../audiences.js';
import { initialContext } from '../context.js';
import { failed } from '../shared/failed.js';
import { leavesFor, leavesForLastStep } from '../shared/leaving.js';
import { questionDictionary } from '../answers.js';
import { audience } from './audience.js';
import { desk } from './desk.js';
import { eAccess } from './e-access.js';
import { hasCpr } from './has-cpr.js';
import { hasLogin } from './has-login.js';
import { kaldemail } from './kaldemail.js';
import { needsLoans } from './needs-loans.js';
import { pinOrder } from './pin-order.js';
import { pinOrdered } from './pin-ordered.js';
import { pinRoute } from './pin-route.js';

/** Screens that Back, Forward and a reload can lead to. */
const SCREENS = [
  'audience',
  'has-cpr',
  'needs-loans',
  'pin-route',
  'pin-order',
  'pin-ordered',
  'desk',
  'e-access',
  'has-login',
  'kaldemail',
] as const;

/** What is asked before the login, and where the answers lead those who need none. */
export const questionsMachine = questionDictionary.createMachine({
  id: 'questions',
  context: ({ input }) => initialContext(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.back': [
      ...SCREENS.map(
        (screen) =>
          ({ guard: { type: 'cameFrom', params: { step: `register.${screen}` } }, target: `.${screen}`, actions: 'goBack' }) as const,
      ),
      leavesForLastStep,
    ],
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        ...SCREENS.map((screen) => ({ guard: { type: 'resumesAt', params: { step: `register.${screen}` } }, target: screen }) as const),
        { guard: { type: 'resumesAt', params: { step: 'register.kaldemail-code' } }, target: 'kaldemail' },
        { guard: ({ context }) => audienceOf(context) !== undefined, target: 'chosen' },
        { target: 'audience' },
      ],
    },
    audience,
    /** The audience is known: the university and the hospital ask their own people more. */
    chosen: {
      always: [
        { guard: { type: 'isKind', params: { kind: 'campus' } }, target: 'has-cpr' },
        { guard: { type: 'isKind', params: { kind: 'hospital' } }, target: 'has-login' },
        leavesFor('register.identify'),
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
    failed,
    left: { id: 'left', type: 'final' },
  },
});

export type QuestionsMachine = typeof questionsMachine;
