import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd } from '../shared/leaving.js';

/** The university login opens everything electronic already. */
export const eAccess = dictionary.createStateConfig({
  meta: { step: 'register.e-access' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: afterTheEnd,
});
