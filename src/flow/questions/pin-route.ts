import { answersTo, questionDictionary } from '../answers.js';

/** How a student or an employee wants to get a PIN. */
export const pinRoute = questionDictionary.createStateConfig({
  meta: { step: 'register.pin-route' },
  on: { 'choice.submitted': answersTo('register.pin-route', { email: '#questions.pin-order', login: 'login' }) },
});
