import { not } from 'xstate';
import { initialContext } from '../context.js';
import { recoverDictionary } from './dictionary.js';
import type { Step } from '../types.js';
import { identified, identify } from './identify.js';
import { library } from './library.js';
import { mitid } from './mitid.js';
import { mitidApp } from './mitid-app.js';
import { mitidInPerson } from './mitid-in-person.js';
import { mitidPhone } from './mitid-phone.js';
import { newPin } from './new-pin.js';
import { pin } from './pin.js';
import { pinChanged } from './pin-changed.js';
import { pinReset } from './pin-reset.js';
import { pinResetSent } from './pin-reset-sent.js';
import { reminder } from './reminder.js';
import { reminderSent } from './reminder-sent.js';
import { expires } from './session.js';
import { userIds } from './user-ids.js';
import { which } from './which.js';

/** Screens that Back, Forward and a reload can lead to without a session. */
const RETURNABLE = [
  'recover.which',
  'recover.mitid',
  'recover.mitid-app',
  'recover.mitid-phone',
  'recover.mitid-in-person',
  'recover.library',
  'recover.reminder',
  'recover.reminder-sent',
  'recover.pin',
  'recover.pin-reset',
  'recover.pin-reset-sent',
  'recover.identify',
] as const satisfies readonly Step[];

/** Finds a forgotten user ID, or leads to a new PIN. On its own, or as a detour that comes back to where it started. */
export const recoverMachine = recoverDictionary.createMachine({
  id: 'recover',
  context: ({ input }) => initialContext(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.return': { guard: 'hasOrigin', target: '#left', actions: 'returnToOrigin' },
    'flow.back': [
      ...RETURNABLE.map((step) => ({ guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack' }) as const),
      // Sent here by the registration, for a PIN.
      {
        guard: ({ context }) => context.trail.at(-1)?.startsWith('register.') === true,
        target: '#left',
        actions: ['resumeAtLastStep', 'goBack'],
      },
      // The first screen of a detour goes back to where that started.
      { guard: 'hasOrigin', target: '#left', actions: 'returnToOrigin' },
    ],
    'flow.restart': [
      {
        guard: ({ context }) => context.origin === null && context.flow === 'register',
        target: '#left',
        actions: ['startOver', 'forget'],
      },
      { guard: not('hasOrigin'), target: '#recover.which', actions: ['startOver', 'forget'] },
    ],
    'session.lost': { guard: 'hasSession', ...expires },
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        { guard: 'hasReturned', target: 'identify' },
        { guard: 'opensByLink', target: 'new-pin' },
        { guard: { type: 'resumesWithSession', params: { step: 'recover.new-pin' } }, target: 'new-pin' },
        ...RETURNABLE.map((step) => ({ guard: { type: 'resumesAt', params: { step } }, target: `#${step}` }) as const),
        // A new PIN took a session, before a reload.
        {
          guard: ({ context }) => context.answers['forgotten'] === 'pin' || context.resumeAt === 'recover.new-pin',
          target: 'pin',
        },
        { guard: ({ context }) => context.answers['forgotten'] === 'library', target: 'library' },
        { target: 'which' },
      ],
    },
    which,
    mitid,
    'mitid-app': mitidApp,
    'mitid-phone': mitidPhone,
    'mitid-in-person': mitidInPerson,
    library,
    pin,
    identify,
    identified,
    'user-ids': userIds,
    reminder,
    'reminder-sent': reminderSent,
    'new-pin': newPin,
    'pin-changed': pinChanged,
    'pin-reset': pinReset,
    'pin-reset-sent': pinResetSent,
    failed: {
      meta: { step: 'recover.failed' },
      exit: 'clearFailure',
      on: { 'flow.retry': 'identify' },
    },
    left: { id: 'left', type: 'final' },
  },
});

export type RecoverMachine = typeof recoverMachine;
