import * as z from 'zod/mini';
import { line, opaque } from './limits.js';
import { LANGUAGES } from './text.js';
import { userIdHintSchema } from './user-id.js';

export const registrationSchema = z.object({
  userId: userIdHintSchema,
  /** Lives in the library's municipality: decides e-materials. */
  resident: z.boolean(),
  card: z.enum(['health-card', 'library-card', 'temporary']),
  signedInUrl: z.optional(line),
});
export type Registration = z.infer<typeof registrationSchema>;

/** What every form asks for. */
export const contactFields = {
  email: line,
  phone: z.optional(line),
  sms: z.boolean(),
  /** ISIL of the pick-up branch. */
  branch: line,
};

/** Body of `POST patrons`. Name, address and CPR number come from the session, never from here. */
export const patronRequestSchema = z.object({
  ...contactFields,
  pin: line,
  language: z.enum(LANGUAGES),
  /** Version of the terms that were accepted. */
  acceptedTerms: z.optional(line),
  mailboxProof: z.optional(opaque),
});
export type PatronRequest = z.infer<typeof patronRequestSchema>;
