import * as z from 'zod/mini';

// Limits of what a configuration and a library system may say: what is beyond them is a mistake or an attack, and is refused where it is read.

/** One line of text: a name, a label, an address. */
export const line = z.string().check(z.maxLength(300));
/** One line that says something. */
export const filledLine = z.string().check(z.minLength(1), z.maxLength(300));
/** A URL, or an opaque value such as a token or a proof. */
export const opaque = z.string().check(z.minLength(1), z.maxLength(8000));
/** A paragraph. */
export const paragraph = z.string().check(z.maxLength(4000));
/** A time span of at most 30 days, in seconds. */
export const seconds = z.number().check(z.gte(0), z.lte(2_592_000));

/** Lighter by 0.4 KB than `z.int()`, which knows more formats of numbers. */
export const isWhole: (value: number) => boolean = Number.isInteger;
/** An integer within limits, both included. @__NO_SIDE_EFFECTS__ */
export const wholeNumber = (minimum: number, maximum: number) =>
  z.number().check(z.refine(isWhole, { error: 'whole' }), z.gte(minimum), z.lte(maximum));
/** At most `maximum` entries. @__NO_SIDE_EFFECTS__ */
export const listOf = <T extends z.core.$ZodType>(item: T, maximum: number) => z.array(item).check(z.maxLength(maximum));
/** At least one entry, and at most `maximum`. @__NO_SIDE_EFFECTS__ */
export const filledListOf = <T extends z.core.$ZodType>(item: T, maximum: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(maximum));
/** An object that holds the same kind of value under any name. @__NO_SIDE_EFFECTS__ */
export const recordOf = <T extends z.core.$ZodType>(value: T) => z.catchall(z.object({}), value);
