import * as z from 'zod/mini';
import { USER_ID_TYPES } from './config.js';
import { filledLine, line, listOf, opaque } from './limits.js';
import { byLanguage } from './localized.js';

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
