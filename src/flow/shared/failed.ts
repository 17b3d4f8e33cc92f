import { dictionary } from './dictionary.js';
import { afterTheEnd, leavesFor } from './leaving.js';

const logsIn = leavesFor('register.identify');

/** Where a fault of the flow itself ends: nothing to try again but the whole. */
export const failed = dictionary.createStateConfig({
  meta: { step: 'register.failed' },
  tags: 'end',
  on: { ...afterTheEnd, 'flow.retry': logsIn, 'flow.back': logsIn },
});
