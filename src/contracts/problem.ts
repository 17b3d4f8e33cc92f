import * as z from 'zod/mini';
import { line, listOf } from './limits.js';

/** Problem codes of the gateway with the HTTP status that each goes with. */
export const PROBLEM_STATUS = {
  'proof-invalid': 400,
  'session-expired': 401,
  'under-age': 403,
  'not-permitted': 403,
  blocked: 403,
  'mailbox-required': 403,
  'not-found': 404,
  'no-registry-data': 404,
  'library-unknown': 404,
  'already-patron': 409,
  'already-linked': 409,
  'account-mismatch': 409,
  'not-attachable': 409,
  expired: 410,
  'field-invalid': 422,
  'code-wrong': 422,
  'credentials-wrong': 422,
  'locked-out': 423,
  'too-many-requests': 429,
  'provider-failed': 502,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** This contract's members of `application/problem+json` (RFC 9457). Its own, such as `title`, are for people who read logs. */
export const problemSchema = z.object({
  code: z.optional(z.string()),
  errors: z.optional(listOf(z.object({ field: line, code: line }), 50)),
  /** Seconds. */
  retryAfter: z.optional(z.number()),
  attemptsLeft: z.optional(z.number()),
  /** Of `not-attachable`, `blocked`: a word that has a text of its own, where there is one. */
  reason: z.optional(line),
});
export type Problem = z.infer<typeof problemSchema>;
