import type { Libraries, Library } from './contracts/directory.js';
import type { Branch } from './contracts/library.js';
import type { ProfileLibrary, Purpose } from './contracts/login.js';
import type { MailboxChallenge } from './contracts/mailbox.js';
import type { Registration } from './contracts/patron.js';
import type { AuthorizationRequest, Person, Session, SessionRequest } from './contracts/session.js';
import type { UserIdHint } from './contracts/user-id.js';
import type { Language } from './contracts/text.js';
import type { Position } from './contracts/transaction.js';

/**
 * What must never reach a snapshot, an event, storage, a URL or a log: one room in memory, owned by the element.
 * Ports read it at the moment of the request. Emptied on success, cancel, reset, idle and `pagehide`.
 */
export interface Secrets {
  /** Session token of the gateway. */
  token?: string;
  /** What `POST sessions` will be asked with: code and verifier, host token, or card and PIN. */
  proof?: SessionRequest;
  person?: Pick<Person, 'name' | 'birthDate'>;
  pin?: string;
  childCpr?: string;
  childName?: string;
  /** Token of a mailed PIN link. */
  pinResetToken?: string;
  /** User ID typed to order a PIN (may be a CPR number). */
  userId?: string;
  /** One-time code for a mailbox. */
  code?: string;
  /** What a guest's order was filled in with, by the names of the contract. */
  guest?: Record<string, string>;
  /** Session of a card that is being added to a profile. */
  libraryToken?: string;
  /** The login for the host's back end: works once. */
  handover?: { code: string; expiresIn: number };
  /** Writes that have no definitive answer yet: by what was sent, the key that a repetition reuses. */
  openWrites?: Map<string, string>;
}

export interface SecretHolder {
  get<K extends keyof Secrets>(name: K): Secrets[K];
  set<K extends keyof Secrets>(name: K, value: Secrets[K]): void;
  /** Empties the named ones, or all. */
  clear(...names: (keyof Secrets)[]): void;
}

/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export type Contact = { email: string; phone?: string; sms: boolean; branch: string; language: Language };

/**
 * A library system. Every call rejects with a `SignupError` whose failure is named; it never half-answers.
 * The client keeps the session token itself (in the secret holder) and takes PIN, CPR number and code from there.
 */
export interface Gateway {
  startAuthorization(request: AuthorizationRequest, signal?: AbortSignal): Promise<{ url: string }>;
  openSession(request: SessionRequest, signal?: AbortSignal): Promise<Session>;
  /** Reads the session again, which also prolongs it. */
  readSession(signal?: AbortSignal): Promise<Session>;
  /** Ends the session; resolves whatever the answer. */
  endSession(): Promise<void>;
  listBranches(signal?: AbortSignal): Promise<Branch[]>;
  listServicePoints(signal?: AbortSignal): Promise<Branch[]>;
  /** PIN from the secret holder. */
  registerPatron(request: Contact & { acceptedTerms?: string; mailboxProof?: string }, signal?: AbortSignal): Promise<Registration>;
  /** Child's CPR number, name and optional PIN from the secret holder. */
  applyForChild(request: Contact & { relation: 'parent' | 'guardian' }, signal?: AbortSignal): Promise<{ reference: string }>;
  /** User ID from the secret holder; by the session when there is none. */
  orderPin(signal?: AbortSignal): Promise<void>;
  changePin(signal?: AbortSignal): Promise<void>;
  requestPinReset(request: { email: string }, signal?: AbortSignal): Promise<void>;
  /** Token and PIN from the secret holder. */
  completePinReset(signal?: AbortSignal): Promise<void>;
  challengeMailbox(request: { purpose: 'kaldemail'; email: string }, signal?: AbortSignal): Promise<MailboxChallenge>;
  /** Code from the secret holder. */
  answerMailboxChallenge(request: { challenge: string }, signal?: AbortSignal): Promise<{ proof: string }>;
  listUserIds(signal?: AbortSignal): Promise<UserIdHint[]>;
  addEmailUserId(request: { email: string }, signal?: AbortSignal): Promise<void>;
  remindUserId(request: { email: string }, signal?: AbortSignal): Promise<void>;
  findLibraries(request: LibraryQuery, signal?: AbortSignal): Promise<Libraries>;
  readLibrary(request: { id: string }, signal?: AbortSignal): Promise<Library>;
  /** Makes a profile, where there is none. */
  createProfile(signal?: AbortSignal): Promise<void>;
  readProfile(signal?: AbortSignal): Promise<ProfileLibrary[]>;
  /** The right to attach the card's library, bound to the hand-off with this challenge. */
  createLinkIntent(request: { codeChallenge: string }, signal?: AbortSignal): Promise<{ intent: string }>;
  /** By the intent; else by the card's session in the secret holder. */
  attachLibrary(request: { id: string; intent?: string }, signal?: AbortSignal): Promise<void>;
  detachLibrary(request: { id: string }, signal?: AbortSignal): Promise<void>;
  silenceLinkOffer(signal?: AbortSignal): Promise<void>;
  /** Proves the card in the secret holder without leaving the session. */
  proveCard(signal?: AbortSignal): Promise<void>;
  /** PIN from the secret holder. */
  checkOrder(request: { library: string }, signal?: AbortSignal): Promise<void>;
  /** Fields from the secret holder. A hand-over in the answer goes there. */
  orderAsGuest(request: GuestOrder, signal?: AbortSignal): Promise<{ reference?: string }>;
  /** The code goes to the secret holder; in cookie mode there is none. */
  handOver(request: { challenge: string; order?: string; byCookie: boolean }, signal?: AbortSignal): Promise<void>;
}

export interface GuestOrder {
  library: string;
  /** The host's own reference. */
  order?: string;
  /** The host's challenge, where it is to be told. */
  challenge?: string;
}

export interface LibraryQuery {
  text: string;
  purpose: Purpose;
  cursor?: string | undefined;
}

/** How a hand-off ended other than with a code; each has a notice on the identify screen. */
export const HAND_OFF_NOTICES = [
  'cancelled',
  'timed-out',
  'provider-failed',
  'never-returned',
  'rejected',
  'not-permitted',
  'storage-denied',
] as const;
export type HandOffNotice = (typeof HAND_OFF_NOTICES)[number];

/** What came back. With `code`, the proof is in the secret holder. `position` is where the patron was when leaving. */
export type HandOffReturn =
  | { outcome: 'code'; provider: string; position?: Position }
  | { outcome: 'refused'; notice: HandOffNotice; provider?: string; position?: Position };

/** How a hand-off goes on. `blocked`: the tab that a framed page wants was not let open. */
export type HandOffMode = 'redirect' | 'popup' | 'host' | 'tab' | 'blocked';

export interface HandOffRequest {
  provider: string;
  language: Language;
  position: Position;
  /** The library that the login is for, at a broker that serves several. */
  library?: string;
  /** Asked before leaving: what else is to be known on coming back. */
  prepare?: (codeChallenge: string) => Promise<Partial<Position>>;
}

/**
 * The hand-off to an identity provider. `begin` builds the request, stores the transaction, tells the host (`signup-identify`) and
 * leaves; it resolves with how: `redirect` (the page is going away), `popup` (ask `awaitReturn`), `host` (the host logs in by itself), `tab` (the page
 * lies in a frame of another site, where no login can be: it was opened in a tab of its own).
 */
export interface IdentityPort {
  begin(request: HandOffRequest, signal?: AbortSignal): Promise<{ mode: HandOffMode }>;
  /** Settles when the popup answers; never because a window looks closed. The signal gives the hand-off up. */
  awaitReturn(signal: AbortSignal): Promise<HandOffReturn>;
}

/** Proves mailboxes, by whichever check the configuration names. Rejects with a `SignupError`. The code comes from the secret holder. */
export interface MailboxPort {
  challenge(request: { adapter: string; email: string }, signal?: AbortSignal): Promise<MailboxChallenge>;
  answer(request: { adapter: string; challenge: string }, signal?: AbortSignal): Promise<{ proof: string }>;
}

// The calls come with the flows that make them.
export type SessionCalls = Pick<Gateway, 'startAuthorization' | 'openSession' | 'readSession' | 'endSession'>;
export type BranchCalls = Pick<Gateway, 'listBranches'>;
export type RegisterCalls = Pick<Gateway, 'registerPatron'>;
export type ChildCalls = Pick<Gateway, 'applyForChild'>;
export type QuestionCalls = Pick<Gateway, 'listServicePoints' | 'orderPin' | 'challengeMailbox' | 'answerMailboxChallenge'>;
export type RecoverCalls = Pick<
  Gateway,
  'changePin' | 'requestPinReset' | 'completePinReset' | 'listUserIds' | 'addEmailUserId' | 'remindUserId'
>;

export type LoginCalls = Pick<
  Gateway,
  | 'findLibraries'
  | 'readLibrary'
  | 'createProfile'
  | 'readProfile'
  | 'createLinkIntent'
  | 'attachLibrary'
  | 'detachLibrary'
  | 'silenceLinkOffer'
  | 'proveCard'
  | 'checkOrder'
  | 'orderAsGuest'
  | 'handOver'
>;

/** What a login needs of the outside. */
export interface LoginAdapters {
  readonly gateway: SessionCalls;
  readonly identity: IdentityPort;
}

/** What a flow's machine is backed by; `A` is what the flow needs of the outside, which is fetched when it is needed first. */
export interface Services<A> {
  readonly secrets: SecretHolder;
  readonly clock: Clock;
  /** Rejects where the adapters could not be fetched; asking again tries again. */
  adapters(): Promise<A>;
}
