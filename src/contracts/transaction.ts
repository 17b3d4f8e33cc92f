import * as z from 'zod/mini';
import { recordOf } from './limits.js';

export const FLOWS = ['register', 'recover', 'login'] as const;
export type Flow = (typeof FLOWS)[number];

/** What a patron typed that may be kept: never a PIN, a CPR number or a child's name. */
export const draftSchema = z.object({
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  sms: z.optional(z.boolean()),
  branch: z.optional(z.string()),
  terms: z.optional(z.boolean()),
  relation: z.optional(z.string()),
  liability: z.optional(z.boolean()),
});
export type Draft = z.infer<typeof draftSchema>;

/** Answers to choice screens, by the name of the choice. */
export const answersSchema = recordOf(z.string());
export type Answers = z.infer<typeof answersSchema>;

/** Where in a flow someone is: enough to carry on after a redirect or a reload. */
export const positionSchema = z.object({
  flow: z.enum(FLOWS),
  /** The screen, e.g. `register.identify`. */
  step: z.string(),
  /** Screens that Back leads through, oldest first. */
  trail: z.array(z.string()),
  answers: answersSchema,
  draft: draftSchema,
  /** Proof of a mailbox (hospital staff): opaque, short-lived, worth nothing without the identity that goes with it. */
  mailboxProof: z.optional(z.string()),
  /** Right to attach the library whose card was proved: good only for the session that this hand-off opens. */
  linkIntent: z.optional(z.string()),
  /** The flow's position that a detour returns to. */
  origin: z.optional(z.object({ step: z.string(), trail: z.array(z.string()), answers: answersSchema })),
});
export type Position = z.infer<typeof positionSchema>;

export const TRANSACTION_VERSION = 1;

/** One hand-off to an identity provider, from the click to the return. Stored under `library-signup:<state>`. */
export const transactionSchema = z.object({
  version: z.literal(TRANSACTION_VERSION),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** Which element of the page started it. */
  owner: z.string(),
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
  mode: z.enum(['redirect', 'popup']),
  position: positionSchema,
});
export type Transaction = z.infer<typeof transactionSchema>;

export const RESUME_VERSION = 1;

/** The position kept for a reload, in `sessionStorage`, never on a public computer. */
export const resumeSchema = z.object({
  version: z.literal(RESUME_VERSION),
  savedAt: z.number(),
  position: positionSchema,
});
