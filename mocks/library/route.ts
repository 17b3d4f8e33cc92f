import * as z from 'zod/mini';
import { fieldProblem } from '../problem.js';
import type { OpenSession } from './state.js';

export interface LibraryCall {
  body: unknown;
  /** The one variable segment of the path. */
  parameter: string;
  token: string | undefined;
  query: URLSearchParams;
  /** The header, for a host's back end. */
  authorization: string | null;
  /** The session of the call; throws `session-expired` without one. */
  session(): OpenSession;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** Holds nothing of anybody: browsers may keep it for a while. */
  cacheable?: boolean;
}

/** By method and path, with `:` for the variable segment, e.g. `PUT pin-resets/:`. */
export type Routes = Readonly<Record<string, (call: LibraryCall) => Reply | Promise<Reply>>>;

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
