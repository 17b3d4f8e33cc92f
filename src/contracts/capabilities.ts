import * as z from 'zod/mini';
import { pinRuleSchema, USER_ID_TYPES } from './config.js';
import { line, listOf } from './limits.js';

/** What the element asks: whether something can be offered. */
export const offeredCallsSchema = z.object({
  /** As the contract writes them: `POST pin-orders`. */
  calls: listOf(line, 100),
  /** `POST pin-resets` mails a link. */
  mailsPinLink: z.boolean(),
});
export type OfferedCalls = z.infer<typeof offeredCallsSchema>;

/** Answer of `GET capabilities`: what a gateway can. What it can't, the element doesn't offer. */
export const capabilitiesSchema = z.extend(offeredCallsSchema, {
  userIds: listOf(z.enum(USER_ID_TYPES), 4),
  pin: pinRuleSchema,
  /** A used or old link is `expired`; else it can't be told from one that never was. */
  tellsExpiredLink: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;
