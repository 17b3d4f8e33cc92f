import * as z from 'zod/mini';
import type { Reply } from './context.js';
import { fieldProblem } from './problem.js';

/** An answer that the contract's schema has seen. */
export function reply<T extends z.ZodMiniType>(status: number, schema: T, body: z.input<T>): Reply {
  return { status, body: z.parse(schema, body) };
}

export const NO_CONTENT: Reply = { status: 204 };

const FIELD_NAMES: Readonly<Record<string, string>> = {
  'child.cpr': 'childCpr',
  'child.name': 'childName',
  acceptedLiability: 'liability',
  acceptedTerms: 'terms',
};

/** The body as the contract wants it, or `field-invalid` with the names that the form uses. */
export function readBody<T extends z.ZodMiniType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw fieldProblem(
    ...result.error.issues.map(({ path }) => {
      const name = path.join('.');
      return { field: FIELD_NAMES[name] ?? name, code: 'required' };
    }),
  );
}
