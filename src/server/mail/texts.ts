import type { Language } from '../../contracts/text.js';
import type { MailKind, MailRequest } from '../ports.js';

const TEXTS: Record<MailKind, Record<Language, readonly [subject: string, text: string]>> = {
  code: {
    da: ['Din kode', 'Koden er {code}. Den gælder i 10 minutter.'],
    en: ['Your code', 'The code is {code}. It is valid for 10 minutes.'],
  },
  pin: { da: ['Din nye pinkode', 'Din nye pinkode er {code}.'], en: ['Your new PIN', 'Your new PIN is {code}.'] },
  'pin-link': {
    da: ['Vælg en ny pinkode', 'Linket virker én gang, inden for en time: {link}'],
    en: ['Choose a new PIN', 'The link works once, within an hour: {link}'],
  },
  'user-ids': { da: ['Dit bruger-id', 'Du kan logge ind med {text}.'], en: ['Your user ID', 'You can log in with {text}.'] },
  registered: {
    da: ['Velkommen til biblioteket', 'Du er nu oprettet som låner.'],
    en: ['Welcome to the library', 'You are now registered as a patron.'],
  },
  application: {
    da: ['Vi har modtaget din ansøgning', 'Referencen er {code}. Du hører fra os.'],
    en: ['We have received your application', 'The reference is {code}. You will hear from us.'],
  },
  'email-user-id': {
    da: ['Ny måde at logge ind på', 'Du kan nu bruge denne e-mailadresse som bruger-id.'],
    en: ['A new way to log in', 'You can now use this e-mail address as user ID.'],
  },
};

/** What a mail says, in the patron's language. */
export function mailText({ kind, language, values = {} }: MailRequest): { subject: string; text: string } {
  const [subject, text] = TEXTS[kind][language];
  return { subject, text: text.replace(/\{(code|link|text)\}/g, (_, name: 'code' | 'link' | 'text') => values[name] ?? '') };
}
