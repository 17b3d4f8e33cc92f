import { assign } from 'xstate';
import { factsOf } from './facts.js';
import { REFUSAL_TARGETS, expires, part } from './part.setup.js';
import type { Further } from './register-further.js';
import { details } from './steps/details.js';
import { alreadyPatron, blocked, done, failed, noRegistryData, notPermitted, underAge } from './steps/ends.js';
import { REFUSALS } from './types.js';

/**
 * Registration beyond the first screens: what follows a login, and every end. Campus, hospital and children need `further` screens, which are
 * fetched for them alone.
 */
export const createRegister = (further?: Further) => part.createMachine({
  id: 'register',
  context: ({ input }) => factsOf(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.back': [
      ...(further?.back ?? []),
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
        ...(further?.resumed ?? []),
        {
          guard: { type: 'resumesWithSession', params: { step: 'register.already-patron' } },
          target: '#register.already-patron.again',
        },
        ...REFUSALS.map((refusal) => ({ guard: { type: 'isRefused', params: { refusal } }, target: REFUSAL_TARGETS[refusal] } as const)),
        { guard: ({ context }) => context.session !== null, target: 'identified' },
        // A screen that needed a session, before a reload.
        {
          guard: ({ context }) => context.resumeAt !== null,
          target: '#register.left',
          actions: [{ type: 'notify', params: { notice: 'resumed' } }, { type: 'leaveTo', params: { place: 'identify' } }],
        },
        ...(further?.begun ?? [{ target: '#register.left', actions: { type: 'leaveTo', params: { place: 'identify' } } } as const]),
      ],
    },
    // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
    identified: {
      always: [
        ...(further?.identified ?? []),
        { guard: { type: 'isStatus', params: { status: 'blocked' } }, target: 'blocked' },
        {
          guard: 'wantsPin',
          target: 'left',
          actions: [{ type: 'resumeAt', params: { step: 'recover.new-pin' } }, { type: 'leaveTo', params: { place: 'recover' } }],
        },
        { guard: { type: 'isStatus', params: { status: 'active' } }, target: 'already-patron' },
        { guard: 'isTooYoung', target: 'under-age' },
        ...(further?.withoutCpr ?? []),
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
    'mailbox-required': { always: { target: 'not-permitted', actions: assign({ refusal: 'mailbox-required' }) } },
    failed,
    left: { type: 'final' },
    ...further?.states,
  },
});

export type RegisterMachine = ReturnType<typeof createRegister>;
