import * as z from 'zod/mini';
import { branchSchema } from './library.js';
import { wholeNumber } from './limits.js';
import { userIdHintSchema } from './session.js';

/** Answers to the calls of `gateway/further-calls.ts`; apart from the others, so that they come with these calls. */
export const servicePointsSchema = z.object({ servicePoints: z.array(branchSchema) });
export const applicationReceiptSchema = z.object({ reference: z.string() });
/** The answer that is the same for everyone. */
export const acceptedSchema = z.object({});
export const userIdsSchema = z.object({ userIds: z.array(userIdHintSchema) });

export const mailboxChallengeSchema = z.object({
  challenge: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  codeLength: wholeNumber({ minimum: 1 }),
  /** Seconds until another code may be asked for. */
  resendAfter: z.number(),
});
export type MailboxChallenge = z.infer<typeof mailboxChallengeSchema>;
export const mailboxProofSchema = z.object({ proof: z.string() });
