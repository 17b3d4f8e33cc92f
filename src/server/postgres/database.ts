import { Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { Pool } from 'pg';

/** What the gateway keeps. Values are sealed (see sealed.ts), keys that are secrets are hashes. Times are milliseconds since 1970. */
export interface Tables {
  records: { kind: string; key: string; value: string; expires_at: number };
  answers: { key: string; fingerprint: string; value: string | null; lease_until: number; expires_at: number };
  counters: { name: string; value: number };
  outbox: { id: string; once: string | null; mail: string; created_at: number; attempts: number; next_at: number; sent_at: number | null };
  patrons: {
    id: string;
    person: string;
    card: string;
    email: string;
    status: string;
    pin: string;
    facts: string;
    created_at: number;
  };
  user_ids: { user_id: string; patron: string };
  tasks: { id: string; task: string; due_at: number; attempts: number };
  audit: { at: number; call: string; status: number; code: string | null; person: string | null };
  applications: { reference: string; facts: string; created_at: number; decided_at: number | null };
}

export interface GatewayDatabase {
  readonly db: Kysely<Tables>;
  /** The same, but no commit is waited for: for what may be lost when the database's machine loses power. */
  readonly relaxed: Kysely<Tables>;
  /** Runs one at a time for a name, over all instances that share the database. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One step each; what has run is never changed. */
const MIGRATIONS: readonly string[][] = [
  [
    `create table records (kind text not null, key text not null, value text not null, expires_at float8 not null, primary key (kind, key))`,
    `create index records_end on records (expires_at)`,
    `create table answers (key text primary key, fingerprint text not null, value text, lease_until float8 not null, expires_at float8 not null)`,
    `create table counters (name text primary key, value int8 not null)`,
    `create table outbox (id text primary key, once text unique, mail text not null, created_at float8 not null, attempts int4 not null, next_at float8 not null, sent_at float8)`,
    `create index outbox_waiting on outbox (next_at) where sent_at is null`,
    `create table patrons (id text primary key, person text not null unique, card text not null unique, email text not null, status text not null, pin text not null, facts text not null, created_at float8 not null)`,
    `create index patrons_email on patrons (email)`,
    `create table user_ids (user_id text primary key, patron text not null references patrons (id) on delete cascade)`,
    `create table applications (reference text primary key, facts text not null, created_at float8 not null, decided_at float8)`,
  ],
  [
    `create table audit (at float8 not null, call text not null, status int4 not null, code text, person text)`,
    `create index audit_at on audit (at)`,
    `create table tasks (id text primary key, task text not null, due_at float8 not null, attempts int4 not null)`,
    `create index tasks_due on tasks (due_at)`,
  ],
];

async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`create table if not exists migrations (step int4 primary key)`.execute(transaction);
    // Instances that start together wait for each other here.
    await sql`lock table migrations in exclusive mode`.execute(transaction);
    const { rows } = await sql<{ done: number }>`select count(*)::int4 as done from migrations`.execute(transaction);
    for (const [step, statements] of MIGRATIONS.entries()) {
      if (step < (rows[0]?.done ?? 0)) continue;
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (step) values (${step})`.execute(transaction);
    }
  });
}

/** One after the other in this process, by name. */
function createQueue(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const result = (queues.get(name) ?? Promise.resolve()).then(work, work);
    const settled = result.catch(() => undefined);
    queues.set(name, settled);
    try {
      return await result;
    } finally {
      if (queues.get(name) === settled) queues.delete(name);
    }
  };
}

/** @param connectionString `postgres://user:password@host/database` */
export async function openPostgres(connectionString: string): Promise<GatewayDatabase> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 10 }) }) });
  await migrate(db);
  const relaxed = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 5, options: '-c synchronous_commit=off' }) }),
  });
  // Of their own: who holds a lock needs other connections for the work, and must never wait for those who wait for the lock.
  const locks = new Pool({ connectionString, max: 10 });
  const queue = createQueue();
  return {
    db,
    relaxed,
    exclusive: (name, work) =>
      queue(name, async () => {
        const client = await locks.connect();
        try {
          await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
          return await work();
        } finally {
          // Also what a broken connection would do.
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).then(
            () => client.release(),
            (error: unknown) => client.release(error instanceof Error ? error : true),
          );
        }
      }),
    close: async () => {
      await Promise.all([db.destroy(), relaxed.destroy(), locks.end()]);
    },
  };
}

/** PGlite: PostgreSQL inside this process, for trying and for tests. @param folder where it keeps its data; without, in memory */
export async function openEmbedded(folder?: string): Promise<GatewayDatabase> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  // It has one connection: who wants it waits for who has it.
  let last = Promise.resolve();
  const connect = async (): Promise<PostgresPoolClient> => {
    const before = last;
    let release = (): void => undefined;
    last = new Promise((resolve) => (release = resolve));
    await before;
    const query = async (text: string, parameters?: readonly unknown[]) => {
      const { rows, affectedRows } = await database.query(text, [...(parameters ?? [])]);
      const command = (/^\s*(\w+)/.exec(text)?.[1] ?? 'SELECT').toUpperCase();
      return {
        command: command as 'SELECT',
        rows: rows as never[],
        rowCount: command === 'SELECT' ? rows.length : (affectedRows ?? rows.length),
      };
    };
    return { query: query as unknown as PostgresPoolClient['query'], release };
  };
  const pool: PostgresPool = { connect, end: () => database.close() };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  return { db, relaxed: db, exclusive: createQueue(), close: () => db.destroy() };
}
