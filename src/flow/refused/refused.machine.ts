import { initialContext } from '../context.js';
import { dictionary } from '../shared/dictionary.js';
import { failed } from '../shared/failed.js';
import { leavesForLastStep, needsLogin } from '../shared/leaving.js';
import { alreadyPatron } from './already-patron.js';
import { blocked } from './blocked.js';
import { noRegistryData } from './no-registry-data.js';
import { notPermitted } from './not-permitted.js';
import { underAge } from './under-age.js';

const SCREENS = ['already-patron', 'under-age', 'blocked', 'no-registry-data', 'not-permitted'] as const;

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
        ...SCREENS.map((screen) => ({ guard: { type: 'resumesAt', params: { step: `register.${screen}` } }, target: screen }) as const),
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
