import { randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Branch } from '../../contracts/library.js';
import type { Language } from '../../contracts/text.js';
import { todayInCopenhagen } from '../../domain/copenhagen.js';
import type { Identity, LibrarySystem, NewChild, NewPatron, Patron } from '../ports.js';
import { GatewayProblem } from '../problem.js';
import { birthDateOf, cprOf } from '../rules/person.js';
import { digits } from '../secrets.js';
import type { GatewayDatabase } from './database.js';
import type { Sealer } from './sealed.js';

/** What is known of a patron, sealed. */
interface PatronFacts {
  cpr?: string | undefined;
  name?: string | undefined;
  birthDate?: string | undefined;
  email: string;
  emailVerified: boolean;
  emailUserIds: string[];
  phone?: string | undefined;
  sms: boolean;
  branch: string;
  language: Language;
  /** Why somebody is blocked. */
  reason?: string | undefined;
  request?: string | undefined;
}

/** Somebody who is a patron already, elsewhere. */
export interface EarlierPatron {
  readonly status: Patron['status'];
  readonly reason?: string | undefined;
  readonly emailVerified: boolean;
}

/** An application that staff decide on. */
export interface Application extends NewChild {
  readonly reference: string;
  readonly at: number;
}

export interface PostgresLibrarySystem extends Required<
  Pick<
    LibrarySystem,
    | 'applyForChild'
    | 'findByUserId'
    | 'findByEmail'
    | 'authenticate'
    | 'changePin'
    | 'verifyEmail'
    | 'addEmailUserId'
    | 'register'
    | 'find'
    | 'branches'
    | 'createsOnce'
    | 'servicePoints'
  >
> {
  /** Takes over a patron from another system. */
  takeOver(identity: Identity, patron: NewPatron, earlier: EarlierPatron): Promise<void>;
  /** Applications that nobody has decided on, the oldest first. */
  applications(): Promise<readonly Application[]>;
  /** Forgets an application; with `true` the child is a patron from now on. */
  decide(reference: string, isApproved: boolean): Promise<void>;
}

const factsOf = (identity: Identity, { email, phone, sms, branch, language, request }: NewPatron): PatronFacts => ({
  ...{ cpr: cprOf(identity), name: identity.name, birthDate: birthDateOf(identity) },
  ...{ email, phone, sms, branch, language, request, emailVerified: false, emailUserIds: [] },
});

const UNIQUE_VIOLATION = '23505';

/**
 * For a library without a system of its own: patrons and applications in PostgreSQL. PINs are bound to the secret, everything personal is sealed, and found by names that say
 * nothing without the secret.
 */
export function createPostgresLibrarySystem(
  { db }: GatewayDatabase,
  { seal, open, name }: Sealer,
  { branches, now = Date.now }: { branches: readonly Branch[]; now?: () => number },
): PostgresLibrarySystem {
  const personOf = (identity: Identity): string => name(`person ${cprOf(identity) ?? `${identity.provider} ${identity.subject}`}`);
  /**
   * A PIN has ten thousand values, so that no hash of it alone is one: whoever has the table tries them all, however slow each is. It is bound to the gateway's
   * secret instead, and to the patron.
   */
  const pinOf = (id: string, pin: string): string => name(`pin ${id} ${pin}`);
  const isPin = (id: string, pin: string, kept: string): boolean => {
    const [found, expected] = [Buffer.from(pinOf(id, pin)), Buffer.from(kept)];
    return found.length === expected.length && timingSafeEqual(found, expected);
  };
  const addressOf = (email: string): string => name(`email ${email.toLowerCase()}`);
  const userIdOf = (userId: string): string => name(`user-id ${userId.toLowerCase()}`);
  const select = () => db.selectFrom('patrons').select(['id', 'status', 'card', 'facts', 'pin']);
  const toPatron = (row: { id: string; status: string; card: string; facts: string }): Patron => ({
    ...(open(row.facts) as PatronFacts),
    id: row.id,
    card: row.card,
    status: row.status as Patron['status'],
  });

  const byUserId = (userId: string) =>
    select().innerJoin('user_ids', 'user_ids.patron', 'patrons.id').where('user_ids.user_id', '=', userIdOf(userId)).executeTakeFirst();

  async function change(id: string, facts: (before: PatronFacts) => PatronFacts): Promise<void> {
    const row = await select().where('id', '=', id).executeTakeFirst();
    if (!row) throw new GatewayProblem('not-found');
    const after = facts(open(row.facts) as PatronFacts);
    await db
      .updateTable('patrons')
      .set({ facts: seal(after), email: addressOf(after.email) })
      .where('id', '=', id)
      .execute();
  }

  async function create(person: string, facts: PatronFacts, pin: string, status: Patron['status'] = 'active'): Promise<Patron> {
    const id = randomUUID();
    const row = {
      id,
      person,
      card: `2900${digits(8)}`,
      email: addressOf(facts.email),
      status,
      pin: pinOf(id, pin),
      facts: seal(facts),
      created_at: now(),
    };
    try {
      const userIds = [row.card, ...(facts.cpr === undefined ? [] : [facts.cpr])].map(userIdOf);
      // One statement, so that both are there or neither is.
      await db
        .with('patron', (query) => query.insertInto('patrons').values(row).returning('id'))
        .insertInto('user_ids')
        .columns(['user_id', 'patron'])
        .expression((query) => query.selectFrom('patron').select([sql<string>`unnest(${userIds}::text[])`.as('user_id'), 'patron.id']))
        .execute();
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      // Who has not used the library for long registers anew; else somebody was quicker, perhaps another instance.
      const lapsed = await db.deleteFrom('patrons').where('person', '=', person).where('status', '=', 'lapsed').executeTakeFirst();
      if (lapsed.numDeletedRows > 0n) return create(person, facts, pin, status);
      throw new GatewayProblem('already-patron');
    }
    return toPatron(row);
  }

  return {
    // By the unique names of persons and user IDs.
    createsOnce: true,
    branches: async () => branches,
    servicePoints: async () => branches,
    find: async (identity) => {
      const row = await select()
        .where(
          identity.provider === 'library-card' ? 'id' : 'person',
          '=',
          identity.provider === 'library-card' ? identity.subject : personOf(identity),
        )
        .executeTakeFirst();
      return row && toPatron(row);
    },
    register: (identity, patron) => create(personOf(identity), factsOf(identity, patron), patron.pin),
    takeOver: async (identity, patron, { status, ...facts }) =>
      void (await create(personOf(identity), { ...factsOf(identity, patron), ...facts }, patron.pin, status)),
    applyForChild: async (_, child) => {
      const year = todayInCopenhagen(now()).slice(0, 4);
      const reference = `B-${year}-${digits(6)}`;
      await db
        .insertInto('applications')
        .values({ reference, facts: seal(child), created_at: now(), decided_at: null })
        .execute();
      return { reference };
    },
    findByUserId: async (userId) => {
      const row = await byUserId(userId);
      return row && toPatron(row);
    },
    findByEmail: async (email) => (await select().where('email', '=', addressOf(email)).execute()).map(toPatron),
    authenticate: async (userId, pin) => {
      const row = await byUserId(userId);
      const isRight = isPin(row?.id ?? '', pin, row?.pin ?? '');
      return row && isRight ? toPatron(row) : undefined;
    },
    changePin: async ({ id }, pin) =>
      void (await db
        .updateTable('patrons')
        .set({ pin: pinOf(id, pin) })
        .where('id', '=', id)
        .execute()),
    verifyEmail: ({ id }) => change(id, (facts) => ({ ...facts, emailVerified: true })),
    addEmailUserId: async ({ id }, email) => {
      await db
        .insertInto('user_ids')
        .values({ user_id: userIdOf(email), patron: id })
        .execute();
      await change(id, (facts) => ({ ...facts, emailUserIds: [...facts.emailUserIds, email] }));
    },
    applications: async () => {
      const rows = await db.selectFrom('applications').selectAll().where('decided_at', 'is', null).orderBy('created_at').execute();
      return rows.map(({ reference, facts, created_at: at }) => ({ ...(open(facts) as NewChild), reference, at }));
    },
    decide: async (reference, isApproved) => {
      const row = await db
        .selectFrom('applications')
        .selectAll()
        .where('reference', '=', reference)
        .where('decided_at', 'is', null)
        .executeTakeFirst();
      if (!row) throw new GatewayProblem('not-found');
      const { child, email, phone, sms, branch, language, pin } = open(row.facts) as NewChild;
      if (isApproved) {
        const identity = { provider: 'application', subject: reference, cpr: child.cpr, name: child.name };
        // Without a PIN of their own they get one by mail when they ask for it.
        const newPin = pin ?? digits(12);
        await create(personOf(identity), factsOf(identity, { email, phone, sms, branch, language, pin: newPin }), newPin);
      }
      await db
        .updateTable('applications')
        .set({ decided_at: now(), facts: seal({}) })
        .where('reference', '=', reference)
        .execute();
    },
  };
}
