import { assign } from 'xstate';
import { dictionary } from './dictionary.js';

/** Fetches the pick-up branches while the form is shown.  */
export const listsBranches = dictionary.createStateConfig({
  invoke: {
    src: 'listBranches',
    onDone: { actions: assign(({ event }) => ({ branches: event.output, branchesFailed: false })) },
    onError: { actions: assign({ branchesFailed: true }) },
  },
  on: {
    'branches.retry': {
      guard: ({ context }) => context.branchesFailed,
      target: 'editing',
      reenter: true,
      actions: assign({ branchesFailed: false }),
    },
  },
});
