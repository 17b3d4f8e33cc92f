import type { Language } from '../../src/contracts/text.js';

export const MAIL_KINDS = ['code', 'pin', 'pin-link', 'user-ids', 'registered', 'application', 'email-user-id'] as const;

/** A mail that the library system "sent"; the demo shows it in a panel. */
export interface Mail {
  readonly id: number;
  readonly to: string;
  readonly kind: (typeof MAIL_KINDS)[number];
  readonly subject: string;
  readonly text: string;
  /** The one thing in it that is acted on. */
  readonly code?: string;
  readonly link?: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

export interface Mailbox {
  readonly mails: Mail[];
  send(to: string, kind: Mail['kind'], language: Language, values?: { code?: string; link?: string; text?: string }): void;
  /** Calls back for every mail from now on. @returns stops it */
  onMail(listener: (mail: Mail) => void): () => void;
  clear(): void;
  /** Puts mails of an earlier page back. */
  restore(earlier: readonly Mail[]): void;
}

const TEXTS: Record<Mail['kind'], Record<Language, readonly [subject: string, text: string]>> = {
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

export function createMailbox(now: () => number): Mailbox {
  const mails: Mail[] = [];
  const listeners = new Set<(mail: Mail) => void>();
  let sent = 0;
  return {
    mails,
    send: (to, kind, language, values = {}) => {
      const [subject, text] = TEXTS[kind][language];
      const filled = text.replace(/\{(code|link|text)\}/g, (_, name: 'code' | 'link' | 'text') => values[name] ?? '');
      const mail = { id: ++sent, to, kind, subject, text: filled, code: values.code, link: values.link, sentAt: now() };
      mails.push(mail);
      // Not inside the answer's own time: whether a mail goes out must not show.
      for (const listener of listeners) queueMicrotask(() => listener(mail));
    },
    onMail: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      mails.length = 0;
    },
    restore: (earlier) => {
      mails.splice(0, mails.length, ...earlier);
      sent = Math.max(sent, ...earlier.map(({ id }) => id));
    },
  };
}
