import { parseCpr } from '../../src/domain/cpr.js';
import type { Language } from '../../src/contracts/text.js';
import type { Redemption } from '../../src/contracts/login.js';
import { CARDS, PROFILES, type Card } from '../directory/cards.js';
import type { DirectorySearch } from '../directory/search.js';
import type { MockLibraryProfile } from '../libraries.js';
import { personas, type Persona, type PersonaClaims, type PersonaRecord } from '../personas.js';
import { createMailbox, type Mailbox } from './mail.js';

/** A person as an identity provider vouches for them. */
export interface Identity extends Partial<PersonaClaims> {
  /** Who it is to the library system; a persona's id. Never sent to a browser. */
  readonly subject: string;
  readonly provider: string;
}

export interface MockPatron {
  subject: string;
  status: 'active' | 'lapsed' | 'blocked';
  reason?: string;
  cpr?: string;
  birthDate?: string;
  /** Number of the library card. */
  card: string;
  email?: string;
  emailVerified: boolean;
  /** E-mail addresses that serve as user ID. */
  emailUserIds: string[];
  phone?: string;
  branch?: string;
  language: Language;
  pin?: string;
}

/** A card that was proved by its PIN. */
export interface CardLogin {
  library: string;
  userId: string;
  subject: string;
}

export interface OpenSession {
  identity: Identity;
  expiresAt: number;
  /** Logged in with user ID and PIN. */
  card?: CardLogin;
  /** Of the hand-off that opened it. */
  codeChallenge?: string;
  /** Libraries whose card was proved in this session. */
  proven: Set<string>;
}

/** What a host's back end will be told for a code. */
export interface Handover {
  challenge: string;
  expiresAt: number;
  subject: string;
  facts: Omit<Redemption, 'subject'>;
}

export interface MailboxTest {
  email: string;
  /** `null`: no such mailbox, so no code was sent and none is right. */
  code: string | null;
  expiresAt: number;
  attemptsLeft: number;
  used: boolean;
}

export interface LibraryState {
  readonly profile: MockLibraryProfile;
  readonly now: () => number;
  readonly mailbox: Mailbox;
  readonly patrons: Map<string, MockPatron>;
  readonly sessions: Map<string, OpenSession>;
  /** Mailed PIN links. */
  readonly pinLinks: Map<string, { subject: string; expiresAt: number; used: boolean }>;
  readonly mailboxTests: Map<string, MailboxTest>;
  /** By address: when another code may be asked for, and until when the address is locked. */
  readonly mailboxLimits: Map<string, { resendAt: number; lockedUntil: number }>;
  /** Proofs of a mailbox, with their expiry. */
  readonly mailboxProofs: Map<string, number>;
  /** Wrong PINs by user ID. */
  readonly wrongPins: Map<string, { count: number; lockedUntil: number }>;
  readonly directory: DirectorySearch;
  readonly cards: readonly Card[];
  /** Cards that were added to a profile, by the person whose it is. A profile without any is empty. */
  readonly profiles: Map<string, CardLogin[]>;
  readonly linkIntents: Map<string, { card: CardLogin; codeChallenge: string; expiresAt: number }>;
  /** By card: until when nobody is asked whether to link it. */
  readonly silencedOffers: Map<string, number>;
  readonly handovers: Map<string, Handover>;
  /** Host pages whose back ends may redeem, with their secrets. */
  readonly hosts: Readonly<Record<string, string>>;
  orders: number;
  /** Applications received: they have a number, and nothing of the child is kept. */
  applications: number;
}

const TEST_PIN = '2580';

export const opaque = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function digits(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => number % 10).join('');
}

/** The CPR number, where it is one: WAYF also sends constructed numbers with letters. */
export function cprOf(identity: Partial<PersonaClaims>): string | undefined {
  const result = parseCpr(identity.cpr ?? '');
  return result.ok ? result.cpr : undefined;
}

export function birthDateOf(identity: Partial<PersonaClaims>): string | undefined {
  if (identity.birthDate !== undefined) return identity.birthDate;
  const result = parseCpr(identity.cpr ?? '');
  return result.ok ? result.birthDate : undefined;
}

export function recordOf(subject: string): PersonaRecord {
  const persona: Persona | undefined = personas.find(({ id }) => id === subject);
  return persona?.record ?? {};
}

export function newPatron(identity: Omit<Identity, 'provider'>): MockPatron {
  return {
    subject: identity.subject,
    status: 'active',
    cpr: cprOf(identity),
    birthDate: birthDateOf(identity),
    card: `2900${digits(6)}`,
    email: identity.email,
    emailVerified: false,
    emailUserIds: [],
    language: 'da',
  };
}

/** Who is a patron before anybody has registered. */
export function seedPatrons(patrons: Map<string, MockPatron>): void {
  patrons.clear();
  for (const { id, claims, record } of personas as readonly Persona[]) {
    const { patron = 'none', reason } = record ?? {};
    if (patron === 'none') continue;
    patrons.set(id, { ...newPatron({ subject: id, ...claims }), status: patron, reason, emailVerified: true, pin: TEST_PIN });
  }
}

/** Who has a profile before the first visit. */
export function seedProfiles(profiles: LibraryState['profiles'], cards: readonly Card[]): void {
  profiles.clear();
  for (const [owner, userIds] of Object.entries(PROFILES)) {
    const added = cards.filter(({ userId }) => userIds.includes(userId));
    profiles.set(
      owner,
      added.map(({ library, userId, subject }) => ({ library, userId, subject })),
    );
  }
}

export interface StateOptions {
  readonly now: () => number;
  readonly directory: DirectorySearch;
  readonly hosts: Readonly<Record<string, string>>;
}

export function createState(profile: MockLibraryProfile, { now, directory, hosts }: StateOptions): LibraryState {
  const state: LibraryState = {
    profile,
    now,
    mailbox: createMailbox(now),
    patrons: new Map(),
    sessions: new Map(),
    pinLinks: new Map(),
    mailboxTests: new Map(),
    mailboxLimits: new Map(),
    mailboxProofs: new Map(),
    wrongPins: new Map(),
    directory,
    cards: CARDS,
    profiles: new Map(),
    linkIntents: new Map(),
    silencedOffers: new Map(),
    handovers: new Map(),
    hosts,
    orders: 0,
    applications: 0,
  };
  seedPatrons(state.patrons);
  seedProfiles(state.profiles, state.cards);
  return state;
}

export const sameAddress = (one: string | undefined, other: string): boolean =>
  one !== undefined && one.toLowerCase() === other.toLowerCase();
