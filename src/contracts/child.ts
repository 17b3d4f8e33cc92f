import * as z from 'zod/mini';
import { line } from './limits.js';
import { contactFields } from './patron.js';
import { LANGUAGES } from './text.js';

/** Body of `POST child-applications`. */
export const childApplicationSchema = z.object({
  child: z.object({ cpr: line, name: line }),
  /** Where the login gave no name. */
  guardian: z.optional(z.object({ name: line })),
  relation: z.enum(['parent', 'guardian']),
  ...contactFields,
  pin: z.optional(line),
  language: z.enum(LANGUAGES),
  acceptedLiability: z.literal(true),
});
export type ChildApplication = z.infer<typeof childApplicationSchema>;

/** Answer of `POST child-applications`. */
export const applicationReceiptSchema = z.object({ reference: line });
