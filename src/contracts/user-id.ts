import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { line, listOf } from './limits.js';

export const userIdHintSchema = z.object({
  type: z.enum(USER_ID_TYPES),
  /** Masked, e.g. `010203-••••`. */
  hint: line,
  label: z.optional(line),
});
export type UserIdHint = z.infer<typeof userIdHintSchema>;

/** Answer of `GET user-ids`. */
export const userIdsSchema = z.object({ userIds: listOf(userIdHintSchema, 50) });
/** Body of `POST user-ids`. */
export const userIdRequestSchema = z.object({ type: z.literal('email'), email: line });
