import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd, noWayBack } from '../shared/leaving.js';

/** Registered. */
export const done = dictionary.createStateConfig({
  meta: { step: 'register.done' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'registered' } }, 'forgetDraft', 'forgetSession'],
  // Nobody waits for this, and whatever the answer, the token is gone.
  invoke: { src: 'endSession' },
  on: { ...afterTheEnd, ...noWayBack },
});
