import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { filledLine, line, listOf, wholeNumber } from './limits.js';

const time = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/));

export const openingHoursSchema = z.object({
  /** 1 = Monday … 7 = Sunday. */
  day: wholeNumber(1, 7),
  opens: time,
  closes: time,
  staffed: z.optional(z.boolean()),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** A pick-up branch or a service point. */
export const branchSchema = z.object({
  /** ISIL, e.g. `DK-710100`. */
  id: filledLine,
  name: line,
  address: z.optional(z.object({ street: line, postalCode: line, city: line })),
  openingHours: z.optional(listOf(openingHoursSchema, 50)),
  /** WGS 84, degrees. */
  position: z.optional(z.object({ lat: z.number(), lng: z.number() })),
  phone: z.optional(line),
});
export type Branch = z.infer<typeof branchSchema>;

export const branchesSchema = z.object({ branches: listOf(branchSchema, 5000) });

/** Answer of `GET service-points`. */
export const servicePointsSchema = z.object({ servicePoints: listOf(branchSchema, 500) });

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
  id: filledLine,
  name: line,
  city: z.optional(line),
  kind: z.enum(['public', 'research', 'school']),
  municipality: z.optional(line),
  userIds: listOf(z.enum(USER_ID_TYPES), 4),
  registrationUrl: z.optional(line),
  policy: z.object({
    login: z.boolean(),
    culr: z.boolean(),
    guestFields: z.optional(listOf(z.object({ name: z.enum(GUEST_FIELDS), required: z.boolean(), label: z.optional(line) }), 20)),
  }),
});
export type Library = z.infer<typeof librarySchema>;
