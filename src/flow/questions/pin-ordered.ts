import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd } from '../shared/leaving.js';

/** A PIN is on its way, where the user ID is a patron's. */
export const pinOrdered = dictionary.createStateConfig({
  meta: { step: 'register.pin-ordered' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'pin-ordered' } },
  on: afterTheEnd,
});
