import type { Broker, Directory, Identity, LibraryProfile, LibrarySystem, Log, Mailer, Patron, Profiles } from './ports.js';
import type { SessionRecord, Store, Task } from './store/store.js';

/** A host page whose back end may redeem logins. */
export interface HostClient {
  readonly secret: string;
}

/** What the rules work with. */
export interface GatewayContext {
  readonly library: LibraryProfile;
  readonly librarySystem: LibrarySystem;
  readonly broker: Broker;
  readonly store: Store;
  readonly mail: Mailer;
  readonly now: () => number;
  readonly log: Log;
  readonly directory: Directory | undefined;
  readonly profiles: Profiles | undefined;
  /** Keeps work for after the answer: for everybody, as its time would tell who is known. */
  readonly postpone: (task: Task) => Promise<void>;
  /** By client ID. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Turns a person into a name that only this host knows. */
  readonly pairwiseSalt: string;
}

/** A call, as a rule sees it. */
export interface GatewayCall {
  readonly body: unknown;
  /** The one variable segment of the path. */
  readonly parameter: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  /** The header, for a host's back end. */
  readonly authorization: string | null;
  /** Hash of the idempotency key. */
  readonly key: string | undefined;
  /** The session of the call; rejects with `session-expired` without one. */
  session(): Promise<SessionRecord>;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** Holds nothing of anybody: browsers may keep it for a while. */
  readonly cacheable?: boolean;
  /** Who has logged in by it. */
  readonly identity?: Identity;
  /** Holds a token, so it is kept for repetitions no longer than that lives. */
  readonly expiresAt?: number;
}

/** Does the work of a task. */
export type Tasks = { readonly [N in Task['name']]?: (task: Extract<Task, { name: N }>) => Promise<void> };

export type Rule = (call: GatewayCall) => Promise<Reply>;
/** By method and path, with `:` for the variable segment, e.g. `PUT pin-resets/:`. */
export type Rules = Readonly<Record<string, Rule>>;

export const isActive = (patron: Patron | undefined): patron is Patron & { status: 'active' } => patron?.status === 'active';
