import type * as z from 'zod/mini';
import type { GatewayClient, Exchange } from './client.js';
import type { Person, Persons } from './persons.js';

/** Something that the contract says, and that this gateway does otherwise. */
export class Deviation extends Error {
  readonly expected: string;
  readonly got: string;
  readonly request: string;
  constructor(expected: string, got: string, request = '') {
    super(`expected ${expected}, got ${got}`);
    this.expected = expected;
    this.got = got;
    this.request = request;
  }
}

/** A check that can't be made here, and why. */
export class Skipped extends Error {}

export const GROUPS = ['transport', 'session', 'adult', 'child', 'pins', 'ids', 'mailbox', 'login', 'handover'] as const;
export type Group = (typeof GROUPS)[number];

export interface Check {
  readonly id: string;
  readonly group: Group;
  /** A sentence that is true of a gateway which keeps the contract. */
  readonly title: string;
  /** Of docs/back-end.md. */
  readonly section: string;
  /** Calls that the gateway has to have. */
  readonly needs?: readonly string[];
  run(tools: Tools): Promise<void>;
}

export interface Tools {
  readonly client: GatewayClient;
  readonly persons: Persons;
  /** A page that the gateway lets call. */
  readonly origin: string | undefined;
  /** Whether answers are timed: on a machine that does something else, they tell nothing. */
  readonly timing: boolean;
  /** Host's client ID and secret. */
  readonly host: { readonly id: string; readonly secret: string } | undefined;
  /** A proof of this person's, for `POST sessions`. */
  prove(person: string): Promise<Record<string, unknown>>;
  /** A session of this person's: its token and the answer. */
  enter(person: string): Promise<{ token: string; session: Record<string, unknown> }>;
  /** Or the check is skipped. */
  person(name: string): Person;
  /** What a registration sends, at a branch that the gateway has. */
  registration(person: Person): Promise<Record<string, unknown>>;
}

const describe = ({ request, status, text }: Exchange): [got: string, request: string] => [
  `${status} ${text.slice(0, 200)}`,
  `${request.method} ${request.path}`,
];

export function expectStatus(exchange: Exchange, ...statuses: number[]): void {
  if (!statuses.includes(exchange.status)) throw new Deviation(statuses.join(' or '), ...describe(exchange));
}

/** A refusal with one of these codes. */
export function expectProblem(exchange: Exchange, ...codes: string[]): void {
  if (exchange.status < 400 || !codes.includes(String(exchange.body?.['code'])))
    throw new Deviation(`the problem ${codes.join(' or ')}`, ...describe(exchange));
}

export function expectFields(exchange: Exchange, ...fields: string[]): void {
  expectProblem(exchange, 'field-invalid');
  const named = ((exchange.body?.['errors'] ?? []) as { field?: string }[]).map(({ field }) => field);
  for (const field of fields) if (!named.includes(field)) throw new Deviation(`an error of the field ${field}`, ...describe(exchange));
}

export function expectShape<T extends z.ZodMiniType>(exchange: Exchange, status: number, schema: T): z.output<T> {
  expectStatus(exchange, status);
  const { success, data, error } = schema.safeParse(exchange.body);
  if (!success)
    throw new Deviation(`the contract's shape (${error.issues.map(({ path }) => path.join('.')).join(', ')})`, ...describe(exchange));
  return data;
}

export function expect(condition: boolean, expected: string, exchange: Exchange): void {
  if (!condition) throw new Deviation(expected, ...describe(exchange));
}
