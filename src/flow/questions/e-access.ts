import { dictionary } from '../setup.js';
import { afterTheEnd } from '../leaving.js';

/** The university login opens everything electronic already. */
export const eAccess = dictionary.createStateConfig({
  meta: { step: 'register.e-access' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: afterTheEnd,
});
