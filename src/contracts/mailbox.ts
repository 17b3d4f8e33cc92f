import * as z from 'zod/mini';
import { line, opaque, seconds, wholeNumber } from './limits.js';

/** Body of `POST mailbox-challenges`. */
export const mailboxChallengeRequestSchema = z.object({ purpose: z.literal('kaldemail'), email: line });

/** A code has been sent, if there is such a mailbox. */
export const mailboxChallengeSchema = z.object({
  challenge: opaque,
  expiresIn: seconds,
  codeLength: wholeNumber(1, 12),
  /** Seconds until another code may be asked for. */
  resendAfter: seconds,
});
export type MailboxChallenge = z.infer<typeof mailboxChallengeSchema>;

/** Body of `POST mailbox-challenges/{challenge}/answers`. */
export const mailboxAnswerSchema = z.object({ code: line });
export const mailboxProofSchema = z.object({ proof: opaque });
