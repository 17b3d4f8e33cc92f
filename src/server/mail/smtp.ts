import { createTransport } from 'nodemailer';
import type { Deliver } from '../postgres/outbox.js';
import { mailText } from './texts.js';

export interface SmtpOptions {
  /** `smtps://user:password@mail.example.org` */
  readonly url: string;
  readonly from: string;
  /** How many go out in a second at most: mail servers put off who sends faster, and people who wait for an answer come first. */
  readonly perSecond: number;
}

/**
 * Hands mails to an SMTP server, over a connection that stays open for the next. A mail that is tried again keeps its Message-ID, so that servers can tell.
 */
export function createSmtpDelivery({ url, from, perSecond }: SmtpOptions): { deliver: Deliver; close(): void } {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 1,
      rateLimit: perSecond,
      rateDelta: 1_000,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
    },
    { from },
  );
  const domain = from.split('@')[1]?.replace(/>.*/, '') ?? 'localhost';
  const deliver: Deliver = async (mail, id) => {
    await transport.sendMail({
      ...mailText(mail),
      to: mail.to,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
  return { deliver, close: () => transport.close() };
}
