import { answersTo, questionDictionary } from '../answers.js';

/** Hospital staff log in at the university, or prove a work mailbox first. */
export const hasLogin = questionDictionary.createStateConfig({
  meta: { step: 'register.has-login' },
  on: { 'choice.submitted': answersTo('register.has-login', { yes: 'login', no: '#questions.kaldemail' }) },
});
