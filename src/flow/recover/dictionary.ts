import { assign, emit } from 'xstate';
import { failureOf } from '../setup.js';
import { questionDictionary } from '../answers.js';
import type { Step } from '../types.js';

/** What finding IDs and PINs decides by and does beyond what every flow does. */
export const recoverDictionary = questionDictionary.extend({
  guards: {
    resumesWithSession: ({ context }, { step }: { step: Step }) => context.session !== null && context.resumeAt === step,
    hasOrigin: ({ context }) => context.origin !== null,
    opensByLink: ({ context }) => context.byLink,
  },
  actions: {
    /** Some refusals of an e-mail address name no field: they belong to the one there is. */
    keepEmailError: assign(({ event }) => ({ errors: [{ field: 'email', code: failureOf(event).code }] })),
    accept: emit({ type: 'form.accepted' }),
    forgetLink: assign({ byLink: false }),
    returnToOrigin: assign(({ context: { origin } }) =>
      origin
        ? {
            origin: null,
            trail: origin.trail as Step[],
            answers: origin.answers,
            resumeAt: origin.step as Step,
            notice: null,
            errors: [],
          }
        : {},
    ),
  },
});
