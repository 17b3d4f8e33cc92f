import * as z from 'zod/mini';
import { isCalendarDate } from './calendar-date.js';
import { line, listOf, opaque, wholeNumber } from './limits.js';
import { LANGUAGES } from './text.js';
import { userIdHintSchema } from './user-id.js';

export const personSchema = z.object({
  name: z.optional(line),
  /** Whole years. */
  age: z.optional(wholeNumber(0, 150)),
  /** `YYYY-MM-DD`. */
  birthDate: z.optional(z.string().check(z.refine(isCalendarDate))),
  hasCpr: z.boolean(),
  municipality: z.optional(z.object({ code: line, name: line })),
  addressProtected: z.optional(z.boolean()),
  email: z.optional(line),
  affiliation: z.optional(line),
  organization: z.optional(line),
});
export type Person = z.infer<typeof personSchema>;

export const sessionSchema = z.object({
  /** Opaque; kept in memory only. */
  token: opaque,
  /** Seconds. */
  expiresIn: z.number().check(z.gte(1)),
  person: personSchema,
  patron: z.object({
    status: z.enum(['none', 'active', 'lapsed', 'blocked']),
    reason: z.optional(line),
    userId: z.optional(userIdHintSchema),
  }),
  library: z.optional(line),
  method: z.optional(z.enum(['eid', 'wayf', 'library-card', 'host', 'guest'])),
  /** Libraries whose card was proved in this session. */
  provenLibraries: z.optional(listOf(line, 50)),
  /** `withheld`: this login belongs to a profile that needs an eID; nothing of it is told. */
  profile: z.optional(
    z.object({ status: z.enum(['none', 'linked', 'withheld']), offerLink: z.boolean(), libraries: z.optional(listOf(line, 500)) }),
  ),
});
export type Session = z.infer<typeof sessionSchema>;
/**
 * A session as the flow sees it: without the token, the name and the birth date, which live in the private holder only.
 * `person.age` is always there when an age or a birth date came.
 */
export type SessionFacts = Omit<Session, 'token' | 'person'> & { person: Omit<Person, 'name' | 'birthDate'> };

/** Answer of `POST authorizations`: where to leave for. */
export const authorizationSchema = z.object({ url: opaque });

/** Body of `POST authorizations`: the gateway starts the hand-off. */
export const authorizationRequestSchema = z.object({
  provider: line,
  redirectUri: opaque,
  state: opaque,
  nonce: opaque,
  codeChallenge: opaque,
  language: z.enum(LANGUAGES),
  library: z.optional(line),
});
export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;

/** Body of `POST sessions`. */
export const sessionRequestSchema = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('code'),
    provider: line,
    code: opaque,
    codeVerifier: opaque,
    nonce: opaque,
    redirectUri: opaque,
    state: z.optional(opaque),
    iss: z.optional(line),
  }),
  z.object({ method: z.literal('library-card'), library: line, userId: line, pin: line }),
  z.object({ method: z.literal('host'), provider: line, token: opaque }),
]);
export type SessionRequest = z.infer<typeof sessionRequestSchema>;
