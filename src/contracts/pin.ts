import * as z from 'zod/mini';
import { line } from './limits.js';

/** Body of `POST pin-orders`; empty where a session says whose PIN it is. */
export const pinOrderSchema = z.object({ userId: z.optional(line) });
/** Body of `PUT patrons/me/pin` and `PUT pin-resets/{token}`. */
export const pinChangeSchema = z.object({ pin: line });
/** Body of `POST pin-resets` and `POST user-id-reminders`. */
export const emailRequestSchema = z.object({ email: line });
/** The answer that is the same for everyone. */
export const acceptedSchema = z.object({});
