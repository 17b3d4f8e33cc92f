import * as z from 'zod/mini';

const person = z.object({
  cpr: z.optional(z.string()),
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  userId: z.optional(z.string()),
  pin: z.optional(z.string()),
});
export type Person = z.infer<typeof person>;

/** Test persons of the broker and the library system behind the gateway. Each that is missing costs the checks that need it. */
export const personsSchema = z.object({
  /** Of age, no patron, registers. */
  adult: z.optional(person),
  /** The same, another. */
  second: z.optional(person),
  third: z.optional(person),
  seventeen: z.optional(person),
  /** Name and address protected. */
  protected: z.optional(person),
  /** Not in the person registry. */
  unregistered: z.optional(person),
  /** A patron, with an e-mail address, a user ID and a PIN. */
  patron: z.optional(person),
  /** A number of a child, and one of an adult. */
  child: z.optional(person),
});
export type Persons = z.infer<typeof personsSchema>;
