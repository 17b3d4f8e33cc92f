import { recoverDictionary } from './dictionary.js';
import { otherWays } from './other-ways.js';

/** In person at Citizen Service. */
export const mitidInPerson = recoverDictionary.createStateConfig({
  meta: { step: 'recover.mitid-in-person' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: otherWays('recover.mitid-in-person'),
});
