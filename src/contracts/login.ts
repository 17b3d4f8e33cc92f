import * as z from 'zod/mini';
import { line, listOf, opaque, paragraph, recordOf } from './limits.js';

/** What a login is for. */
export const PURPOSES = ['login', 'order', 'libraries'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const profileLibrarySchema = z.object({
  id: line,
  name: line,
  kind: z.enum(['public', 'research', 'school']),
  /** `false`: it comes by itself, and goes by itself. */
  removable: z.boolean(),
});
export type ProfileLibrary = z.infer<typeof profileLibrarySchema>;

/** Answer of `GET profiles/me`. */
export const profileSchema = z.object({ libraries: listOf(profileLibrarySchema, 500) });
/** Answer of `POST profiles` and `PUT profiles/me/libraries/{id}`: ids. */
export const profileIdsSchema = z.object({ libraries: listOf(line, 500) });

/** Body of `POST link-intents`. */
export const linkIntentRequestSchema = z.object({ codeChallenge: opaque });
export const linkIntentSchema = z.object({ intent: opaque, expiresIn: z.number() });
/** Body of `PUT profiles/me/libraries/{id}`: one of the two. */
export const attachRequestSchema = z.object({ intent: z.optional(opaque), libraryToken: z.optional(opaque) });

/** Body of `PUT sessions/current/link-offer`. */
export const linkOfferSchema = z.object({ ask: z.boolean(), days: z.number().check(z.gte(1), z.lte(365)) });

/** Body of `POST order-checks`. */
export const orderCheckSchema = z.object({ library: line, pin: line });

/** Body of `POST guest-orders`. */
export const guestOrderRequestSchema = z.object({
  library: line,
  fields: recordOf(paragraph),
  order: z.optional(line),
  challenge: z.optional(opaque),
});
export const guestOrderSchema = z.object({ reference: z.optional(line), handover: z.optional(opaque) });

/** Body of `POST handovers`. */
export const handoverRequestSchema = z.object({ challenge: opaque, order: z.optional(line) });
export const handoverSchema = z.object({ code: opaque, expiresIn: z.number() });
/** Body of `POST handovers/redemptions`, from the host's back end. */
export const redemptionRequestSchema = z.object({ code: opaque, verifier: opaque });
/** What the host's back end gets. Never a PIN. */
export const redemptionSchema = z.object({
  /** The same person has the same one here each time, and another one elsewhere. */
  subject: line,
  method: z.enum(['eid', 'wayf', 'library-card', 'host', 'guest']),
  library: z.optional(line),
  profile: z.enum(['none', 'linked', 'withheld']),
  patron: z.object({ status: z.enum(['none', 'active', 'lapsed', 'blocked']) }),
  order: z.optional(line),
  guest: z.optional(recordOf(paragraph)),
  libraries: z.optional(listOf(line, 500)),
});
export type Redemption = z.infer<typeof redemptionSchema>;
