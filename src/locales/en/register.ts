import type { RegisterMessages } from '../messages.js';
import { fields } from './fields.js';

/** English texts of the registration after the login. */
export const register = {
  ...fields,

  // After the login
  'register.details.heading': 'Nearly there',
  'register.details.greeting': 'Hello {name}, you’re nearly there',
  'register.details.text': 'We get your name and address from the CPR register. The rest is up to you.',
  'register.details.submit': 'Become a patron',
  'register.details.busy': 'Registering you …',
  'field.email.hint': 'We write when your loans are ready or soon due',
  'field.terms.read': 'Read the rules',
  'field.pin': 'Choose a PIN',
  'field.terms': 'I accept the library’s rules',
  'error.terms.required': 'Tick the box if you accept the rules',
  'notice.lapsed':
    'You’ve been a patron before. Your account was deleted because you borrowed nothing for {years} {years:year|years}. You become a patron again here.',
  'notice.lapsed.plain': 'You’ve been a patron before, but your account has been deleted. You become a patron again here.',
  'register.done.heading': 'Welcome as a patron',
  'register.done.text': 'You can borrow from {library} from now on.',
  'register.done.login.text': '{userId} and the PIN you chose.',
  'register.done.card': 'Your library card',
  'register.done.card.health-card':
    'Use your health card or the app Biblioteket. Borrow and return at the machines with the card and your PIN.',
  'register.done.card.library-card': 'Collect your library card at the library. Bring identification.',
  'register.done.card.temporary': 'You have a temporary borrower number until you get your library card.',
  'register.done.online': 'E-materials',
  'register.done.online.yes': 'Yes. E-books, audiobooks and films are yours too.',
  'register.done.online.no': 'No. They are only for people who live in the library’s own municipality. See what your own library has.',
  'register.done.keep': 'Remember',
  'register.done.keep.text':
    'If you borrow nothing for {years} {years:year|years}, your account is deleted. You can become a patron again in the same way.',

  // Who can’t register
  'register.already-patron.heading': 'You’re already a patron',
  'register.already-patron.text': 'There’s no need to register at {library}.',
  'register.already-patron.text.campus': 'Students and employees are patrons at {library} automatically. All you may need is a PIN.',
  'register.already-patron.new-pin': 'I’ve forgotten my PIN',
  'register.under-age.heading': 'You must be {age} or older',
  'register.under-age.plain': 'You’re not old enough yet',
  'register.under-age.text': 'Ask a parent or guardian to register you, or ask at the library.',
  'register.under-age.ask': 'Ask at the library what you can do.',
  'register.under-age.text.child': 'You must be an adult. Ask another parent or guardian, or ask at the library.',
  'register.blocked.heading': 'Your account is blocked',
  'register.blocked.text': 'Maybe there is a fee to pay or a book to return. Contact the library, and they’ll help you.',
  'register.no-registry-data.heading': 'We can’t find your details',
  'register.no-registry-data.text':
    'We didn’t get your name and address from the CPR register, maybe because you live abroad or they are protected. The library can register you when you show identification.',
  'register.not-permitted.heading': 'You can’t become a patron here',
  'register.not-permitted.text': '{library} can’t register you with the login you used. Try another login, or contact the library.',
  'register.not-permitted.mailbox': 'You work at the hospital. Choose that kind of user and confirm your kaldemail, or contact the library.',
  'register.not-permitted.other': 'Try another login',
} as const satisfies RegisterMessages;
