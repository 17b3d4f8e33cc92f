import { answersTo } from '../answers.js';
import { recoverDictionary } from './dictionary.js';

/** The user ID at the library: what it is, and two ways to find one's own. */
export const library = recoverDictionary.createStateConfig({
  meta: { step: 'recover.library' },
  on: { 'choice.submitted': answersTo('recover.library', { login: '#recover.identify', email: '#recover.reminder' }) },
});
