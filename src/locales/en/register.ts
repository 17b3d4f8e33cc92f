import type { RegisterMessages } from '../messages.js';
import { fields } from './fields.js';

/** English texts of the registration after the login. */
export const register = {
  ...fields,

  'register.details.heading': 'Nearly there',
  'register.details.greeting': 'Hello {name}, you’re nearly there',
  'register.details.text': 'Your CPR number comes with your login, name and address from the CPR register. The rest is up to you.',
  'register.details.submit': 'Become a patron',
  'register.details.busy': 'Registering you …',
  'field.email.hint': 'We’ll write when reservations are ready and loans are due soon',
  'field.terms.read': 'Read the rules',
  'field.pin': 'Choose a PIN',
  'field.terms': 'I accept the library’s rules',
  'error.terms.required': 'Tick the box if you accept the rules',
  'register.done.heading': 'Welcome as a patron',
  'register.done.text': 'You can borrow from {library} from now on.',
  'register.done.login.text': '{userId} and the PIN you chose.',
  'register.done.card': 'Your library card',
  'register.done.card.health-card':
    'Use your health card or the app Biblioteket. You get no other card. Scan it at the machines, and enter your PIN.',
  'register.done.card.library-card': 'Collect your library card at the library. Bring identification.',
  'register.done.card.temporary': 'You have a temporary borrower number until you get your library card.',
  'register.done.online': 'E-books, audiobooks and films',
  'register.done.online.yes': 'Yes, they are yours too.',
  'register.done.online.no': 'No. They are only for people who live in the library’s own municipality. See what your own library has.',
  'register.done.keep': 'Remember',
  'register.done.keep.text':
    'If you borrow nothing for {years} {years:year|years}, your account is deleted. You can become a patron again in the same way.',
} as const satisfies RegisterMessages;
