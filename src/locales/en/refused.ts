import type { RefusedMessages } from '../messages.js';
import { fields } from './fields.js';

/** English texts for those who can’t be registered. */
export const refused = {
  ...fields,

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
    'We didn’t get your name and address from the CPR register, maybe because you live abroad or they are protected. The library can register you when you show your health card and another form of identification.',
  'register.not-permitted.heading': 'You can’t become a patron here',
  'register.not-permitted.text': '{library} can’t register you with the login you used. Try another login, or contact the library.',
  'register.not-permitted.mailbox':
    'You work at the hospital. Choose “Hospital employee” and confirm your kaldemail, or contact the library.',
  'register.not-permitted.other': 'Try another login',
} as const satisfies RefusedMessages;
