import * as z from 'zod/mini';

/** A smallest and a largest number, of entries, characters or the value itself. */
export interface Limits {
  minimum: number;
  maximum?: number;
}

/**
 * What zod's own `int`, `minimum`, `minLength` and `record` do, for a tenth of what their classes would add to the first screen (1.6 KB of gzip).
 * `params` is for whoever words the issue; `bag` is where JSON Schema reads the limits.
 */
function within<T>(limits: Limits & { format?: string }, measure: (value: T) => number): z.core.$ZodCheck<T> {
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = limits;
  const check = z.refine<T>((value) => measure(value) >= minimum && measure(value) <= maximum, { params: { ...limits } });
  check._zod.onattach.push(({ _zod }) => {
    Object.assign(_zod.bag, limits);
  });
  return check;
}

/** At least one entry, or one character. */
export const notEmpty = <T extends { readonly length: number }>(): z.core.$ZodCheck<T> => within<T>({ minimum: 1 }, ({ length }) => length);

/** An integer. */
export const wholeNumber = (limits: Limits) =>
  z.number().check(within({ ...limits, format: 'safeint' }, (value) => (Number.isInteger(value) ? value : NaN)));

/** An object that holds the same kind of value under any name. */
export const recordOf = <T extends z.core.$ZodType>(value: T) => z.catchall(z.object({}), value);
