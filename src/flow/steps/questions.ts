import { part } from '../part.setup.js';
import { answersTo } from './answers.js';

/** Students and employees of a university, and hospital staff, before or instead of a login. */
export const hasCpr = part.createStateConfig({
  meta: { step: 'register.has-cpr' },
  on: { 'choice.submitted': answersTo('register.has-cpr', { yes: '#register.pin-route', no: '#register.needs-loans' }) },
});

export const needsLoans = part.createStateConfig({
  meta: { step: 'register.needs-loans' },
  on: { 'choice.submitted': answersTo('register.needs-loans', { yes: '#register.desk', no: '#register.e-access' }) },
});

export const pinRoute = part.createStateConfig({
  meta: { step: 'register.pin-route' },
  on: { 'choice.submitted': answersTo('register.pin-route', { email: '#register.pin-order', login: 'login' }) },
});

export const hasLogin = part.createStateConfig({
  meta: { step: 'register.has-login' },
  on: { 'choice.submitted': answersTo('register.has-login', { yes: 'login', no: '#register.kaldemail' }) },
});
