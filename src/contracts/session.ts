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

/** Answer of `POST authorizations`: where to leave for. */
export const authorizationSchema = z.object({ url: z.string() });
