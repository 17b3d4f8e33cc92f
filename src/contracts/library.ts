import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { filledLine, line, listOf, opaque, wholeNumber } from './limits.js';
import { byLanguage } from './localized.js';

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

/** A field that a library asks for where one orders without a login. */
export const guestFieldSchema = z.object({
  name: z.enum(GUEST_FIELDS),
  required: z.boolean(),
  label: z.optional(z.union([line, byLanguage(line)])),
});
export type GuestField = z.infer<typeof guestFieldSchema>;
export type GuestFieldName = GuestField['name'];

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
    guestFields: z.optional(listOf(guestFieldSchema, 20)),
  }),
  /** What is asked for at the machines; default: digits. */
  pin: z.optional(z.object({ minLength: z.number(), digits: z.boolean() })),
  libraryLogin: z.optional(z.enum(['card', 'redirect'])),
  /** Why it was found, where its name doesn't say so. */
  match: z.optional(z.object({ field: z.enum(['alias', 'city', 'id']), text: line })),
});
export type Library = z.infer<typeof librarySchema>;

/** Answer of `GET libraries`. `next`: the `cursor` of the next ones. */
export const librariesSchema = z.object({ libraries: listOf(librarySchema, 50), next: z.optional(opaque) });
export type Libraries = z.infer<typeof librariesSchema>;
