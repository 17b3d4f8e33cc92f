import * as z from 'zod/mini';
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
