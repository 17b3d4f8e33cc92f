import type { Language } from '../../src/contracts/text.js';
import { todayInCopenhagen } from '../../src/domain/copenhagen.js';
import type { Identity, LibrarySystem, Patron } from '../../src/server/ports.js';
import { birthDateOf, cprOf, sameAddress } from '../../src/server/rules/person.js';
import { digits } from '../../src/server/secrets.js';
import type { MockLibraryProfile } from '../libraries.js';
import { personas, type Persona, type PersonaRecord } from '../personas.js';
import { LibraryProblem } from '../problem.js';

export interface MockPatron {
  subject: string;
  status: 'active' | 'lapsed' | 'blocked';
  reason?: string | undefined;
  cpr?: string | undefined;
  birthDate?: string | undefined;
  /** Number of the library card. */
  card: string;
  email?: string | undefined;
  emailVerified: boolean;
  /** E-mail addresses that serve as user ID. */
  emailUserIds: string[];
  phone?: string | undefined;
  branch?: string | undefined;
  language: Language;
  pin?: string | undefined;
}

export const TEST_PIN = '2580';

const recordOf = (subject: string): PersonaRecord => (personas as readonly Persona[]).find(({ id }) => id === subject)?.record ?? {};

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

const toPatron = ({ subject, ...patron }: MockPatron): Patron => ({ ...patron, id: subject });

/** What is known of the test persons, whichever system they register in. */
export const personRegistry = {
  admit: async ({ subject }) => {
    if (recordOf(subject).notPermitted) throw new LibraryProblem('not-permitted');
  },
  assertRegistrable: async ({ subject }) => {
    if (recordOf(subject).noRegistryData) throw new LibraryProblem('no-registry-data');
  },
  needsMailbox: async ({ subject }) => recordOf(subject).mailboxRequired === true,
} satisfies Partial<LibrarySystem>;

/** A library system in memory, which knows the test persons. */
export function createMemorySystem(
  profile: MockLibraryProfile,
  patrons: Map<string, MockPatron>,
  now: () => number,
  nextReference: () => number,
): LibrarySystem {
  const known = ({ id }: Patron): MockPatron => {
    const patron = patrons.get(id);
    if (!patron) throw new LibraryProblem('not-found');
    return patron;
  };
  const byUserId = (userId: string): MockPatron | undefined =>
    [...patrons.values()].find(
      ({ status, cpr, card, emailUserIds }) =>
        status === 'active' && (cpr === userId || card === userId || emailUserIds.some((email) => sameAddress(email, userId))),
    );
  return {
    branches: async () => profile.branches,
    servicePoints: async () => profile.servicePoints,
    find: async ({ subject }) => {
      const patron = patrons.get(subject);
      return patron && toPatron(patron);
    },
    ...personRegistry,
    register: async (identity, { email, phone, branch, language, pin }) => {
      if (patrons.get(identity.subject)?.status === 'active') throw new LibraryProblem('already-patron');
      const patron = { ...newPatron(identity), email, phone, branch, language, pin };
      patrons.set(identity.subject, patron);
      return toPatron(patron);
    },
    // Applications have a number; nothing of the child is kept.
    applyForChild: async () => ({ reference: `B-${todayInCopenhagen(now()).slice(0, 4)}-${String(nextReference()).padStart(5, '0')}` }),
    findByUserId: async (userId) => {
      const patron = byUserId(userId);
      return patron && toPatron(patron);
    },
    findByEmail: async (email) => [...patrons.values()].filter((one) => sameAddress(one.email, email)).map(toPatron),
    authenticate: async (userId, pin) => {
      const patron = byUserId(userId);
      return patron?.pin !== undefined && patron.pin === pin ? toPatron(patron) : undefined;
    },
    changePin: async (patron, pin) => void (known(patron).pin = pin),
    verifyEmail: async (patron) => void (known(patron).emailVerified = true),
    addEmailUserId: async (patron, email) => void known(patron).emailUserIds.push(email),
  };
}
