import * as z from 'zod/mini';
import { userIdHintSchema } from './session.js';

export const registrationSchema = z.object({
  userId: userIdHintSchema,
  /** Lives in the library's municipality: decides e-materials. */
  resident: z.boolean(),
  card: z.enum(['health-card', 'library-card', 'temporary']),
  signedInUrl: z.optional(z.string()),
});
export type Registration = z.infer<typeof registrationSchema>;
