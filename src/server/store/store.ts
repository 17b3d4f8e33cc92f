import type { Card, Identity } from '../ports.js';
import type { Redemption } from '../../contracts/login.js';

export interface SessionRecord {
  identity: Identity;
  /** Logged in with user ID and PIN. */
  card?: Card | undefined;
  /** Of the hand-off that opened it. */
  codeChallenge?: string | undefined;
  /** Libraries whose card was proved in this session. */
  proven: string[];
}

/** What the gateway remembers, by kind. Keys that are secrets are stored as hashes. */
export interface Records {
  session: SessionRecord;
  /** Mailed PIN links: kept beyond their end, so that an old one can be told from one that never was. */
  'pin-link': { subject: string; email: string; expiresAt: number; used: boolean };
  'mailbox-challenge': { email: string; code: string | null; expiresAt: number; attemptsLeft: number; used: boolean };
  /** By address: when another code may be asked for, and until when the address is locked. */
  'mailbox-limit': { resendAt: number; lockedUntil: number };
  'mailbox-proof': Record<string, never>;
  /** Wrong tries by what was tried. */
  tries: { count: number; lockedUntil: number };
  'link-intent': { card: Card; codeChallenge: string };
  /** By card: nobody is asked whether to link it. */
  'silenced-offer': Record<string, never>;
  handover: { challenge: string; subject: string; facts: Omit<Redemption, 'subject'> };
  /** The S256 challenge of a login that was started, by its `state`. */
  challenge: { codeChallenge: string };
  /** A registration that was begun, by its key: whose it is, should the answer get lost. */
  registration: { subject: string };
}
export type RecordKind = keyof Records;

export interface StoredAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly problem?: unknown;
}

/**
 * Work that is done after the answer, as its time would tell who is known. Asked for by and for everybody, whether there is something to do or not.
 */
export type Task =
  | { readonly name: 'order-pin'; readonly identity?: Identity; readonly userId?: string }
  | { readonly name: 'mail-pin-link'; readonly email: string }
  | { readonly name: 'remind-user-id'; readonly email: string }
  /** Without a code there is no such mailbox. */
  | { readonly name: 'mail-code'; readonly email: string; readonly code: string | null };

/** Milliseconds after which a task that isn't done is taken again. */
export const TASK_LEASE = 60_000;
/** How often one is taken at most. */
export const TASK_ATTEMPTS = 5;

/** A write that somebody asked for, and what came of it. Nothing of what was written, and no name. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As the contract writes it, with `:` for the variable segment. */
  readonly call: string;
  readonly status: number;
  /** Of the problem, where it was refused. */
  readonly code?: string | undefined;
  /** Whose session it was: the same for a person each time, and nobody's to read. */
  readonly person?: string | undefined;
}

/**
 * What several instances of a gateway share. Everything has an end, in milliseconds since 1970; what is past it is not there.
 */
export interface Store {
  get<K extends RecordKind>(kind: K, key: string): Promise<Records[K] | undefined>;
  put<K extends RecordKind>(kind: K, key: string, value: Records[K], expiresAt: number): Promise<void>;
  /** Takes it away: of several at once, one gets it. */
  take<K extends RecordKind>(kind: K, key: string): Promise<Records[K] | undefined>;
  remove(kind: RecordKind, key: string): Promise<void>;
  /** Runs one at a time for a name, whichever instance it is. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /**
   * Does the work once for a key; who repeats gets the first answer, also while the work is going on. `undefined` means that the work has no answer worth
   * keeping, so a repetition works again. Rejects with `KeyReused` when the fingerprint is another. The entry is kept together with the answer.
   */
  once(
    key: string,
    fingerprint: string,
    expiresAt: number,
    work: () => Promise<{ answer: StoredAnswer; keep: boolean; expiresAt?: number; entry?: AuditEntry }>,
  ): Promise<StoredAnswer>;
  /** Keeps work until it is done; `dueAt` in milliseconds since 1970. */
  postpone(task: Task, dueAt: number): Promise<void>;
  /** Takes one that is due. One that isn't done within a minute is taken again, some times. */
  takeTask(): Promise<{ readonly task: Task; done(): Promise<void> } | undefined>;
  /** Keeps what was done. */
  audit(entry: AuditEntry): Promise<void>;
  /** The next number of a row. */
  next(row: string): Promise<number>;
  /** Drops what has ended. */
  purge(): Promise<void>;
}

/** An idempotency key came with another request. */
export class KeyReused extends Error {}
