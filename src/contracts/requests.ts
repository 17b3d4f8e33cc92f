/** Bodies of requests: who answers them checks with these, the element needs their types only. Apart from the answers, so that they are not shipped. */
import * as z from 'zod/mini';
import { LANGUAGES } from './text.js';

const language = z.enum(LANGUAGES);
const contactFields = {
  email: z.string(),
  phone: z.optional(z.string()),
  sms: z.boolean(),
  /** ISIL of the pick-up branch. */
  branch: z.string(),
};

/** Body of `POST authorizations`: the gateway starts the hand-off. */
export const authorizationRequestSchema = z.object({
  provider: z.string(),
  redirectUri: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeChallenge: z.string(),
  language,
});
export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;

/** Body of `POST sessions`. */
export const sessionRequestSchema = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('code'),
    provider: z.string(),
    code: z.string(),
    codeVerifier: z.string(),
    nonce: z.string(),
    redirectUri: z.string(),
    iss: z.optional(z.string()),
  }),
  z.object({ method: z.literal('library-card'), library: z.string(), userId: z.string(), pin: z.string() }),
  z.object({ method: z.literal('host'), provider: z.string(), token: z.string() }),
]);
export type SessionRequest = z.infer<typeof sessionRequestSchema>;

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

export const pinOrderSchema = z.object({ userId: z.optional(z.string()) });
export const pinChangeSchema = z.object({ pin: z.string() });
export const emailRequestSchema = z.object({ email: z.string() });
export const userIdRequestSchema = z.object({ type: z.literal('email'), email: z.string() });
export const mailboxChallengeRequestSchema = z.object({ purpose: z.literal('kaldemail'), email: z.string() });
export const mailboxAnswerSchema = z.object({ code: z.string() });
