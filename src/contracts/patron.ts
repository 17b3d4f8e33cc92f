import * as z from 'zod/mini';
import { wholeNumber } from './limits.js';
import { userIdHintSchema } from './session.js';
import { LANGUAGES } from './text.js';

const language = z.enum(LANGUAGES);
const contactFields = {
  email: z.string(),
  phone: z.optional(z.string()),
  sms: z.boolean(),
  /** ISIL of the pick-up branch. */
  branch: z.string(),
};

/** Body of `POST patrons`. Name, address and CPR number come from the session, never from here. */
export const patronRequestSchema = z.object({
  ...contactFields,
  pin: z.string(),
  language,
  /** Version of the terms that were accepted. */
  acceptedTerms: z.optional(z.string()),
  mailboxProof: z.optional(z.string()),
});
export type PatronRequest = z.infer<typeof patronRequestSchema>;

export const registrationSchema = z.object({
  userId: userIdHintSchema,
  /** Lives in the library's municipality: decides e-materials. */
  resident: z.boolean(),
  card: z.enum(['health-card', 'library-card', 'temporary']),
  signedInUrl: z.optional(z.string()),
});
export type Registration = z.infer<typeof registrationSchema>;

/** Body of `POST child-applications`. */
export const childApplicationSchema = z.object({
  child: z.object({ cpr: z.string(), name: z.string() }),
  relation: z.enum(['parent', 'guardian']),
  ...contactFields,
  pin: z.optional(z.string()),
  language,
  acceptedLiability: z.literal(true),
});
export type ChildApplication = z.infer<typeof childApplicationSchema>;
export const applicationReceiptSchema = z.object({ reference: z.string() });

export const pinOrderSchema = z.object({ userId: z.optional(z.string()) });
export const pinChangeSchema = z.object({ pin: z.string() });
export const emailRequestSchema = z.object({ email: z.string() });
/** The answer that is the same for everyone. */
export const acceptedSchema = z.object({});

export const userIdsSchema = z.object({ userIds: z.array(userIdHintSchema) });
export const userIdRequestSchema = z.object({ type: z.literal('email'), email: z.string() });

export const mailboxChallengeRequestSchema = z.object({ purpose: z.literal('kaldemail'), email: z.string() });
export const mailboxChallengeSchema = z.object({
  challenge: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  codeLength: wholeNumber({ minimum: 1 }),
  /** Seconds until another code may be asked for. */
  resendAfter: z.number(),
});
export type MailboxChallenge = z.infer<typeof mailboxChallengeSchema>;
export const mailboxAnswerSchema = z.object({ code: z.string() });
export const mailboxProofSchema = z.object({ proof: z.string() });
