import { answersTo } from '../answers.js';
import { recoverDictionary } from './dictionary.js';

/** What has been forgotten. */
export const which = recoverDictionary.createStateConfig({
  meta: { step: 'recover.which' },
  on: {
    'choice.submitted': answersTo('recover.which', { mitid: '#recover.mitid', library: '#recover.library', pin: '#recover.pin' }),
  },
});
