import { recoverDictionary } from './dictionary.js';
import { otherWays } from './other-ways.js';

/** The guide through MitID's app. Steps that are ticked off are kept as an answer. */
export const mitidApp = recoverDictionary.createStateConfig({
  meta: { step: 'recover.mitid-app' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: { ...otherWays('recover.mitid-app'), 'answers.changed': { actions: 'keepAnswers' } },
});
