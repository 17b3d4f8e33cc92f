import { assign } from 'xstate';
import { toFailure } from '../errors.js';
import { part } from './part.setup.js';
import { errorOf } from './setup.js';
import type { Step } from './types.js';

/** What finding IDs and PINs says beyond what every part does. */
export const recoverPart = part.extend({
  guards: {
    opensByLink: ({ context }) => context.byLink,
    hasOrigin: ({ context }) => context.origin !== null,
    cameFromRegister: ({ context }) => context.trail.at(-1)?.startsWith('register.') === true,
    isOfRegister: ({ context }) => context.origin === null && context.flow === 'register',
  },
  actions: {
    keepEmailError: assign(({ event }) => ({ errors: [{ field: 'email', code: toFailure(errorOf(event)).code }] })),
    forgetLink: assign({ byLink: false }),
    returnToOrigin: assign(({ context: { origin } }) => (origin
      ? {
        origin: null,
        trail: origin.trail as Step[],
        answers: origin.answers,
        resumeAt: origin.step as Step,
        leaveTo: origin.step === 'register.identify' ? 'identify' as const : 'register' as const,
        notice: null,
        errors: [],
      }
      : {})),
  },
});
