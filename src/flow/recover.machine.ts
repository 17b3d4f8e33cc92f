import { assign, not } from 'xstate';
import { recoverProvidersOf } from './recover-providers.js';
import { factsOf } from './facts.js';
import { recoverPart } from './recover.setup.js';
import { identifyInput } from './identify-input.js';
import { pinReset, pinResetSent, reminder, reminderSent } from './steps/recover-by-email.js';
import { library, pin, which } from './steps/recover-choices.js';
import { mitid, mitidApp, mitidInPerson, mitidPhone } from './steps/recover-mitid.js';
import { newPin, pinChanged } from './steps/recover-new-pin.js';
import { recoverExpires, refusedAs } from './steps/recover-session.js';
import { userIds } from './steps/recover-user-ids.js';
import type { Step } from './types.js';

/** Screens that Back, Forward and a reload can lead to without a session. */
const RETURNABLE = [
  'recover.which', 'recover.mitid', 'recover.mitid-app', 'recover.mitid-phone', 'recover.mitid-in-person', 'recover.library', 'recover.reminder',
  'recover.reminder-sent', 'recover.pin', 'recover.pin-reset', 'recover.pin-reset-sent', 'recover.identify',
] as const satisfies readonly Step[];

/**
 * Finds a forgotten user ID, or makes a new PIN. On its own, or as a detour that comes back to where it started. Made when it is asked for: the one-file
 * script has it from the start, and most patrons never need it.
 */
export const createRecover = () => recoverPart.createMachine({
  id: 'recover',
  context: ({ input }) => factsOf(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.return': { guard: 'hasOrigin', target: '#recover.left', actions: 'returnToOrigin' },
    'flow.back': [
      ...RETURNABLE.map((step) => ({ guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack' } as const)),
      // Sent here by the registration, for a PIN.
      {
        guard: 'cameFromRegister',
        target: '#recover.left',
        actions: [
          assign(({ context }) => ({ resumeAt: context.trail.at(-1) ?? null })), 'goBack', { type: 'leaveTo', params: { place: 'register' } },
        ],
      },
      // The first screen of a detour goes back to where that started.
      { guard: 'hasOrigin', target: '#recover.left', actions: 'returnToOrigin' },
    ],
    'flow.restart': [
      { guard: 'isOfRegister', target: '#recover.left', actions: ['startOver', 'forget'] },
      { guard: not('hasOrigin'), target: '#recover.which', actions: ['startOver', 'forget'] },
    ],
    'session.lost': { guard: 'hasSession', ...recoverExpires },
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        { guard: ({ context }) => context.returned !== null, target: 'identify' },
        { guard: 'opensByLink', target: 'new-pin' },
        { guard: { type: 'resumesWithSession', params: { step: 'recover.new-pin' } }, target: 'new-pin' },
        ...RETURNABLE.map((step) => ({ guard: { type: 'resumesAt', params: { step } }, target: `#${step}` } as const)),
        // A new PIN took a session, before a reload.
        { guard: ({ context }) => context.answers.forgotten === 'pin' || context.resumeAt === 'recover.new-pin', target: 'pin' },
        { guard: ({ context }) => context.answers.forgotten === 'library', target: 'library' },
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
    identify: {
      meta: { step: 'recover.identify' },
      invoke: {
        id: 'identify',
        src: 'identify',
        input: ({ context }) => identifyInput(context, 'recover.identify', recoverProvidersOf(context)),
        onDone: [
          {
            guard: ({ event }) => 'refusal' in event.output,
            target: 'identify',
            reenter: true,
            actions: [assign({ returned: null }), { type: 'notify', params: { notice: 'not-permitted' } }],
          },
          { target: 'identified', actions: assign(({ event: { output } }) => ({ session: 'session' in output ? output.session : null, notice: null })) },
        ],
        onError: { target: 'failed', actions: ['keepFailure', 'report'] },
      },
      exit: assign({ returned: null }),
    },
    identified: {
      always: [
        { guard: { type: 'isStatus', params: { status: 'blocked' } }, ...refusedAs('blocked') },
        { guard: not({ type: 'isStatus', params: { status: 'active' } }), ...refusedAs('not-a-patron') },
        { guard: ({ context }) => context.answers.forgotten === 'library', target: 'user-ids' },
        { target: 'new-pin' },
      ],
    },
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
    left: { type: 'final' },
  },
});

export type RecoverMachine = ReturnType<typeof createRecover>;
