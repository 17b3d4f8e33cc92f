import { answersTo } from '../answers.js';
import { dictionary } from '../shared/dictionary.js';

/** What has been forgotten. */
export const which = dictionary.createStateConfig({
  meta: { step: 'recover.which' },
  on: {
    'choice.submitted': answersTo('recover.which', { mitid: '#recover.mitid', library: '#recover.library', pin: '#recover.pin' }),
  },
});
