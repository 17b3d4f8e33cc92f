import { answersTo } from '../answers.js';
import { dictionary } from '../shared/dictionary.js';

/** Students and employees: with a CPR number they are patrons already. */
export const hasCpr = dictionary.createStateConfig({
  meta: { step: 'register.has-cpr' },
  on: { 'choice.submitted': answersTo('register.has-cpr', { yes: '#questions.pin-route', no: '#questions.needs-loans' }) },
});
