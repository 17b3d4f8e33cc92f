import type { RefusalMessages } from '../messages.js';

/** English texts of the screens for who can’t register. */
export const refusals = {
  'register.already-patron.heading': 'You’re already a patron',
  'register.already-patron.text': 'You have an account at {library}, so there’s no need to register.',
  'register.already-patron.text.campus': 'Students and employees are patrons at {library} automatically. All you may need is a PIN.',
  'register.already-patron.new-pin': 'I’ve forgotten my PIN',
  'register.under-age.heading': 'You must be {age} or older',
  'register.under-age.plain': 'You’re not old enough yet',
  'register.under-age.text': 'You can still become a patron: ask a parent or guardian to register you, or ask at the library.',
  'register.under-age.text.child': 'Whoever registers a child must be an adult. Ask another parent or guardian, or ask at the library.',
  'register.blocked.heading': 'Your account is blocked',
  'register.blocked.text':
    'Something has to be settled before you can borrow, such as a fee or a missing book. Contact the library, and they’ll help you.',
  'register.no-registry-data.heading': 'We can’t find your details',
  'register.no-registry-data.text':
    'We didn’t get your name and address from the CPR register. This happens, for example, if you live abroad or your name and address are protected. The library can register you when you show identification.',
  'register.not-permitted.heading': 'You can’t become a patron here',
  'register.not-permitted.text': '{library} can’t register you with the login you used. Try another login, or contact the library.',
} as const satisfies RefusalMessages;
