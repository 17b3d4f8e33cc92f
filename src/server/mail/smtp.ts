import { createTransport } from 'nodemailer';
import type { Deliver } from '../postgres/outbox.js';
import { mailText } from './texts.js';

export interface SmtpOptions {
  /** `smtps://user:password@mail.example.org` */
  readonly url: string;
  readonly from: string;
}

/** Hands mails to an SMTP server. A mail that is tried again keeps its Message-ID, so that servers can tell. */
export function createSmtpDelivery({ url, from }: SmtpOptions): Deliver {
  const transport = createTransport({ url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }, { from });
  const domain = from.split('@')[1]?.replace(/>.*/, '') ?? 'localhost';
  return async (mail, id) => {
    await transport.sendMail({
      ...mailText(mail),
      to: mail.to,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
