import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { notEmpty, wholeNumber } from './limits.js';

const time = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/));

export const openingHoursSchema = z.object({
  /** 1 = Monday … 7 = Sunday. */
  day: wholeNumber({ minimum: 1, maximum: 7 }),
  opens: time,
  closes: time,
  staffed: z.optional(z.boolean()),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** A pick-up branch or a service point. */
export const branchSchema = z.object({
  /** ISIL, e.g. `DK-710100`. */
  id: z.string().check(notEmpty()),
  name: z.string(),
  address: z.optional(z.object({ street: z.string(), postalCode: z.string(), city: z.string() })),
  openingHours: z.optional(z.array(openingHoursSchema)),
  /** WGS 84, degrees. */
  position: z.optional(z.object({ lat: z.number(), lng: z.number() })),
  phone: z.optional(z.string()),
});
export type Branch = z.infer<typeof branchSchema>;

export const branchesSchema = z.object({ branches: z.array(branchSchema) });

export const GUEST_FIELDS = [
  'cpr',
  'userId',
  'barcode',
  'cardno',
  'customId',
  'userDateOfBirth',
  'userName',
  'userAddress',
  'userMail',
  'userTelephone',
  'pincode',
] as const;

/** A library of the directory (flow `login`). */
export const librarySchema = z.object({
  id: z.string(),
  name: z.string(),
  city: z.optional(z.string()),
  kind: z.enum(['public', 'research', 'school']),
  municipality: z.optional(z.string()),
  userIds: z.array(z.enum(USER_ID_TYPES)),
  registrationUrl: z.optional(z.string()),
  policy: z.object({
    login: z.boolean(),
    culr: z.boolean(),
    guestFields: z.optional(z.array(z.object({ name: z.enum(GUEST_FIELDS), required: z.boolean(), label: z.optional(z.string()) }))),
  }),
});
export type Library = z.infer<typeof librarySchema>;
