import { answersTo } from '../answers.js';
import { dictionary } from '../shared/dictionary.js';

/** Two ways to a new PIN. */
export const pin = dictionary.createStateConfig({
  meta: { step: 'recover.pin' },
  on: { 'choice.submitted': answersTo('recover.pin', { login: '#recover.identify', email: '#recover.pin-reset' }) },
});
