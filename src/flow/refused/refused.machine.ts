import { assign } from 'xstate';
import { audienceOf } from '../audiences.js';
import { initialContext } from '../context.js';
import { dictionary } from '../shared/dictionary.js';
import { failed } from '../shared/failed.js';
import { leavesForLastStep, needsLogin } from '../shared/leaving.js';
import { REFUSED_STEPS } from '../types.js';
import { alreadyPatron } from './already-patron.js';
import { blocked } from './blocked.js';
import { noRegistryData } from './no-registry-data.js';
import { notPermitted } from './not-permitted.js';
import { underAge } from './under-age.js';

type RefusedStep = (typeof REFUSED_STEPS)[number];
type StateOf<S> = S extends `register.${infer Name}` ? Name : never;
const stateOf = (step: RefusedStep) => step.slice('register.'.length) as StateOf<RefusedStep>;

/** Why somebody who has logged in can't be registered, and what to do instead. */
export const refusedMachine = dictionary.createMachine({
  id: 'refused',
  context: ({ input }) => initialContext(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: { 'language.changed': { actions: 'keepLanguage' }, 'flow.back': leavesForLastStep },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        { guard: ({ context }) => context.session === null && context.refusal === null, ...needsLogin },
        {
          // The library system wants a work mailbox that it knows nothing of (any more). What was typed in the form stays.
          guard: ({ context }) => context.refusal === 'mailbox-required' && audienceOf(context)?.kind === 'hospital',
          target: 'left',
          actions: [
            assign(({ context: { trail } }) => ({
              refusal: null,
              mailboxProof: null,
              trail: trail.slice(0, Math.max(0, trail.indexOf('register.kaldemail'))),
            })),
            { type: 'notify', params: { notice: 'mailbox-required' } },
            { type: 'resumeAt', params: { step: 'register.kaldemail' } },
          ],
        },
        ...REFUSED_STEPS.map((step) => ({ guard: { type: 'resumesAt', params: { step } }, target: stateOf(step) }) as const),
        { target: 'not-permitted' },
      ],
    },
    'already-patron': alreadyPatron,
    'under-age': underAge,
    blocked,
    'no-registry-data': noRegistryData,
    'not-permitted': notPermitted,
    failed,
    left: { id: 'left', type: 'final' },
  },
});

export type RefusedMachine = typeof refusedMachine;
