import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { notEmpty } from './limits.js';

export const userIdHintSchema = z.object({
  type: z.enum(USER_ID_TYPES),
  /** Masked, e.g. `010203-••••`. */
  hint: z.string(),
  label: z.optional(z.string()),
});
export type UserIdHint = z.infer<typeof userIdHintSchema>;

export const personSchema = z.object({
  name: z.optional(z.string()),
  age: z.optional(z.number()),
  /** `YYYY-MM-DD`. */
  birthDate: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  hasCpr: z.boolean(),
  municipality: z.optional(z.object({ code: z.string(), name: z.string() })),
  addressProtected: z.optional(z.boolean()),
  email: z.optional(z.string()),
  affiliation: z.optional(z.string()),
  organization: z.optional(z.string()),
});
export type Person = z.infer<typeof personSchema>;

export const sessionSchema = z.object({
  /** Opaque; kept in memory only. */
  token: z.string().check(notEmpty()),
  /** Seconds. */
  expiresIn: z.number().check(z.positive()),
  person: personSchema,
  patron: z.object({
    status: z.enum(['none', 'active', 'lapsed', 'blocked']),
    reason: z.optional(z.string()),
    userId: z.optional(userIdHintSchema),
  }),
  library: z.optional(z.string()),
  profile: z.optional(z.object({ status: z.enum(['none', 'linked']), offerLink: z.boolean() })),
});
export type Session = z.infer<typeof sessionSchema>;
/**
 * A session as the flow sees it: without the token, the name and the birth date, which live in the private holder only.
 * `person.age` is always there when an age or a birth date came.
 */
export type SessionFacts = Omit<Session, 'token' | 'person'> & { person: Omit<Person, 'name' | 'birthDate'> };

/** Body of `POST authorizations`: the gateway starts the hand-off. */
export const authorizationRequestSchema = z.object({
  provider: z.string(),
  redirectUri: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeChallenge: z.string(),
  language: z.enum(['da', 'en']),
});
export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;
export const authorizationSchema = z.object({ url: z.string() });

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
