import { answersTo, questionDictionary } from '../answers.js';

/** Students and employees: with a CPR number they are patrons already. */
export const hasCpr = questionDictionary.createStateConfig({
  meta: { step: 'register.has-cpr' },
  on: { 'choice.submitted': answersTo('register.has-cpr', { yes: '#questions.pin-route', no: '#questions.needs-loans' }) },
});
