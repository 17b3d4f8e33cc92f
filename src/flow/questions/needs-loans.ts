import { answersTo, questionDictionary } from '../answers.js';

/** Whoever has no CPR number yet, and only reads, has nothing to do. */
export const needsLoans = questionDictionary.createStateConfig({
  meta: { step: 'register.needs-loans' },
  on: { 'choice.submitted': answersTo('register.needs-loans', { yes: '#questions.desk', no: '#questions.e-access' }) },
});
