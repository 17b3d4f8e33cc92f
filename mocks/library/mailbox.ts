import { mailText } from '../../src/server/mail/texts.js';
import type { Mailer, MailKind } from '../../src/server/ports.js';

/** A mail that the library system "sent"; the demo shows it in a panel. */
export interface Mail {
  readonly id: number;
  readonly to: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly text: string;
  /** The one thing in it that is acted on. */
  readonly code?: string | undefined;
  readonly link?: string | undefined;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

export interface Mailbox extends Mailer {
  readonly mails: Mail[];
  /** Calls back for every mail from now on. @returns stops it */
  onMail(listener: (mail: Mail) => void): () => void;
  clear(): void;
  /** Puts mails of an earlier page back. */
  restore(earlier: readonly Mail[]): void;
}

export function createMailbox(now: () => number): Mailbox {
  const mails: Mail[] = [];
  const listeners = new Set<(mail: Mail) => void>();
  let sent = 0;
  return {
    mails,
    send: async ({ to, kind, language, values = {} }) => {
      const { subject, text } = mailText({ to, kind, language, values });
      const mail = { id: ++sent, to, kind, subject, text, code: values.code, link: values.link, sentAt: now() };
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
