import type { PinRule, UserIdType } from '../contracts/config.js';
import type { Library } from '../contracts/directory.js';
import type { Branch } from '../contracts/library.js';
import type { Purpose } from '../contracts/login.js';
import type { ProblemCode } from '../contracts/problem.js';
import type { AuthorizationRequest, SessionRequest } from '../contracts/session.js';
import type { Language } from '../contracts/text.js';

/** A person as an identity provider vouches for them. */
export interface Identity {
  /** Name of the provider in the configuration. */
  readonly provider: string;
  /** Who it is to the provider. Never sent to a browser. */
  readonly subject: string;
  readonly cpr?: string | undefined;
  /** User ID that is no CPR number, where it was logged in with one. */
  readonly userId?: string | undefined;
  readonly name?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | undefined;
  readonly municipality?: { readonly code: string; readonly name: string } | undefined;
  /** Name and address are protected: the name is told to nobody. */
  readonly addressProtected?: boolean | undefined;
  readonly email?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly organization?: string | undefined;
  /** `schacHomeOrganization` of WAYF. */
  readonly homeOrganization?: string | undefined;
}

export type CodeProof = Extract<SessionRequest, { method: 'code' }>;
export type HostProof = Extract<SessionRequest, { method: 'host' }>;

/** Speaks with identity providers. Rejects with a `GatewayProblem`: `proof-invalid`, `provider-failed`, `not-permitted`. */
export interface Broker {
  /** Redeems an authorization code, or what a host page has proved by itself. */
  identify(proof: CodeProof | HostProof): Promise<Identity>;
  /** Whether the provider has no PKCE, so that the gateway has to compare challenge and verifier. */
  leavesPkce?(provider: string): boolean;
  /** Address that a login started by the gateway leaves for. */
  authorize?(request: AuthorizationRequest): Promise<string>;
}

/** A patron as the library system knows them. */
export interface Patron {
  /** Of the library system; never sent to a browser. */
  readonly id: string;
  readonly status: 'active' | 'lapsed' | 'blocked';
  readonly reason?: string | undefined;
  readonly cpr?: string | undefined;
  readonly birthDate?: string | undefined;
  /** Number of the library card. */
  readonly card?: string | undefined;
  readonly email?: string | undefined;
  readonly emailVerified: boolean;
  /** Addresses that serve as user ID. */
  readonly emailUserIds: readonly string[];
  readonly language: Language;
  /** Name of the request that registered the patron. */
  readonly request?: string | undefined;
}

export interface NewPatron {
  /** Names the request that asks for it, where it has a name. */
  readonly request?: string | undefined;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly sms: boolean;
  readonly branch: string;
  readonly pin: string;
  readonly language: Language;
}

export interface NewChild extends Omit<NewPatron, 'pin'> {
  readonly child: { readonly cpr: string; readonly name: string };
  readonly guardianName?: string | undefined;
  readonly relation: 'parent' | 'guardian';
  readonly pin?: string | undefined;
}

/**
 * The library system. What it lacks, it leaves out: the gateway says so by `GET capabilities`. Each call may reject with a `GatewayProblem`; anything else is a
 * fault, and answered as `unavailable`.
 */
export interface LibrarySystem {
  branches(): Promise<readonly Branch[]>;
  servicePoints?(): Promise<readonly Branch[]>;
  find(identity: Identity): Promise<Patron | undefined>;
  /** Refuses whom the library doesn't serve: `not-permitted`. Asked at every login. */
  admit?(identity: Identity): Promise<void>;
  /** Refuses whom it could not register, before anything is filled in: `no-registry-data`. */
  assertRegistrable?(identity: Identity): Promise<void>;
  /** Whether this person registers by eID only with proof of a mailbox. */
  needsMailbox?(identity: Identity): Promise<boolean>;
  /**
   * `register` lets one of several at once through, whichever instance they come to, and `find` tells by `request` which one; else the gateway lines them up,
   * and remembers.
   */
  readonly createsOnce?: boolean;
  /** Creates a patron once: somebody who is one already is `already-patron`. */
  register(identity: Identity, patron: NewPatron): Promise<Patron>;
  applyForChild?(guardian: Identity, child: NewChild): Promise<{ reference: string }>;
  /** The patron with this user ID (CPR number, card, e-mail address). */
  findByUserId?(userId: string): Promise<Patron | undefined>;
  findByEmail?(email: string): Promise<readonly Patron[]>;
  /** The patron, if user ID and PIN are right. The gateway counts wrong tries. `locked`: the system has locked the user ID by itself. */
  authenticate?(userId: string, pin: string): Promise<Patron | 'locked' | undefined>;
  changePin?(patron: Patron, pin: string): Promise<void>;
  /** The address has received a mail and answered it. */
  verifyEmail?(patron: Patron): Promise<void>;
  addEmailUserId?(patron: Patron, email: string): Promise<void>;
  /** Systems that mail a link for a new PIN by themselves, and take the token of it. */
  mailPinLink?(email: string): Promise<void>;
  redeemPinLink?(token: string, pin: string): Promise<void>;
}

/** A card at a library of the directory, and whose it is. */
export interface Card {
  readonly library: string;
  readonly userId: string;
  readonly subject: string;
}

/** All libraries of the country (VIP), and whether a card is right there (borrower check). */
export interface Directory {
  find(query: string, purpose: Purpose, from: number, limit: number): Promise<{ libraries: readonly Library[]; total: number }>;
  get(id: string): Promise<Library | undefined>;
  /** `undefined`: unknown or wrong, which is the same to everybody. */
  checkCard(library: string, userId: string, pin: string): Promise<(Card & { blocked?: string | undefined }) | undefined>;
  /** The person's card at a library, as national profiles have it. `gone`: the library doesn't know it any more. */
  cardOf(library: string, subject: string): Promise<(Card & { gone?: boolean | undefined }) | undefined>;
}

/** National profiles (CULR). */
export interface Profiles {
  /** Cards that were added; `undefined` without a profile. */
  cards(subject: string): Promise<readonly Card[] | undefined>;
  /** Libraries that come by themselves. */
  automatic(subject: string): Promise<readonly string[]>;
  ownerOf(card: Pick<Card, 'library' | 'userId'>): Promise<string | undefined>;
  create(subject: string): Promise<void>;
  add(subject: string, card: Card): Promise<void>;
  remove(subject: string, card: Card): Promise<void>;
}

export const MAIL_KINDS = ['code', 'pin', 'pin-link', 'user-ids', 'registered', 'application', 'email-user-id'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface MailRequest {
  readonly to: string;
  readonly kind: MailKind;
  readonly language: Language;
  readonly values?: { readonly code?: string; readonly link?: string; readonly text?: string };
  /** Two mails with the same one are one mail. */
  readonly once?: string;
}

/** Takes mails; sends them later, so that nobody can tell by the answer's time whether there was one. */
export interface Mailer {
  send(mail: MailRequest): Promise<void>;
}

/** What the gateway tells who runs it. Never a name, number, address, PIN or token. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** The library that the gateway serves. */
export interface LibraryProfile {
  /** ISIL. */
  readonly id: string;
  readonly name: string;
  /** Three digits: who lives there is a resident. */
  readonly municipality?: string | undefined;
  readonly userIds: readonly UserIdType[];
  /** Whether a patron may add an e-mail address as user ID. */
  readonly emailAsUserId: boolean;
  readonly pin: PinRule;
  readonly minimumAge: number;
  /** `schacHomeOrganization` that a WAYF login has to come from. */
  readonly homeOrganization?: string | undefined;
  /** Version of the terms that have to be accepted. */
  readonly terms?: string | undefined;
  /** Domains whose mailboxes prove that someone works at the hospital. */
  readonly mailboxDomains: readonly string[];
  /** Whether the hospital has the mailbox: nothing is sent to one that it lacks. */
  readonly hasMailbox?: ((email: string) => boolean | Promise<boolean>) | undefined;
  /** The page that a mailed link opens. */
  readonly pageUrl: string;
}

export type { ProblemCode };
