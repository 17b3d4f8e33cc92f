import { answersTo } from '../answers.js';
import { dictionary } from '../shared/dictionary.js';

/** Whoever has no CPR number yet, and only reads, has nothing to do. */
export const needsLoans = dictionary.createStateConfig({
  meta: { step: 'register.needs-loans' },
  on: { 'choice.submitted': answersTo('register.needs-loans', { yes: '#questions.desk', no: '#questions.e-access' }) },
});
