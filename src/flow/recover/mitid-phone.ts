import { recoverDictionary } from './dictionary.js';
import { otherWays } from './other-ways.js';

/** By phone to MitID Support. */
export const mitidPhone = recoverDictionary.createStateConfig({
  meta: { step: 'recover.mitid-phone' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: otherWays('recover.mitid-phone'),
});
