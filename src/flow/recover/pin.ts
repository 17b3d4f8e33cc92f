import { answersTo } from '../answers.js';
import { recoverDictionary } from './dictionary.js';

/** Two ways to a new PIN. */
export const pin = recoverDictionary.createStateConfig({
  meta: { step: 'recover.pin' },
  on: { 'choice.submitted': answersTo('recover.pin', { login: '#recover.identify', email: '#recover.pin-reset' }) },
});
