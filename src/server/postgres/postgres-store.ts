import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  KeyReused,
  TASK_ATTEMPTS,
  TASK_LEASE,
  type AuditEntry,
  type RecordKind,
  type Records,
  type Store,
  type StoredAnswer,
  type Task,
} from '../store/store.js';
import type { GatewayDatabase } from './database.js';
import type { Sealer } from './sealed.js';

/** Milliseconds that an instance has for a write, before another one takes it for dead. */
const LEASE = 20_000;
const LOOK_AGAIN = 40;
/** Milliseconds that what was done is kept: half a year. */
const AUDITED_FOR = 183 * 86_400_000;

const rowOf = ({ at, call, status, code, person }: AuditEntry) => ({ at, call, status, code: code ?? null, person: person ?? null });

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Shared by all instances of a gateway, and outlives them. */
export function createPostgresStore(
  { db, relaxed, exclusive }: GatewayDatabase,
  { seal, open }: Sealer,
  now: () => number = Date.now,
): Store {
  const lasting = (kind: RecordKind, key: string) => db.selectFrom('records').where('kind', '=', kind).where('key', '=', key);

  /** Whose turn it is: this instance's, or an answer that is there. A turn that is lost with the server ends with the request. */
  async function claim(key: string, fingerprint: string, expiresAt: number): Promise<StoredAnswer | 'mine'> {
    for (;;) {
      const at = now();
      const { rows } = await sql<{ key: string }>`
        insert into answers (key, fingerprint, lease_until, expires_at) values (${key}, ${fingerprint}, ${at + LEASE}, ${expiresAt})
        on conflict (key) do update set fingerprint = excluded.fingerprint, value = null, lease_until = excluded.lease_until, expires_at = excluded.expires_at
        where answers.expires_at <= ${at}
          or (answers.value is null and answers.lease_until <= ${at} and answers.fingerprint = excluded.fingerprint)
        returning key`.execute(relaxed);
      if (rows.length > 0) return 'mine';
      const found = await db.selectFrom('answers').select(['fingerprint', 'value']).where('key', '=', key).executeTakeFirst();
      if (found && found.fingerprint !== fingerprint) throw new KeyReused();
      if (found && found.value !== null) return open(found.value) as StoredAnswer;
      await wait(LOOK_AGAIN);
    }
  }

  const audit = async (entry: AuditEntry): Promise<void> => void (await db.insertInto('audit').values(rowOf(entry)).execute());

  return {
    postpone: async (task, dueAt) =>
      void (await db
        .insertInto('tasks')
        .values({ id: randomUUID(), task: seal(task), due_at: dueAt, attempts: 0 })
        .execute()),
    takeTask: async () => {
      const at = now();
      const { rows } = await sql<{ id: string; task: string; attempts: number }>`
        update tasks set attempts = attempts + 1, due_at = ${at + TASK_LEASE}
        where id = (select id from tasks where due_at <= ${at} order by due_at limit 1 for update skip locked)
        returning id, task, attempts`.execute(relaxed);
      const [row] = rows;
      if (!row) return undefined;
      const forget = async (): Promise<void> => void (await relaxed.deleteFrom('tasks').where('id', '=', row.id).execute());
      if (row.attempts >= TASK_ATTEMPTS) await forget();
      return { task: open(row.task) as Task, done: forget };
    },
    audit,
    get: async <K extends RecordKind>(kind: K, key: string) => {
      const found = await lasting(kind, key).select('value').where('expires_at', '>', now()).executeTakeFirst();
      return found && (open(found.value) as Records[K]);
    },
    put: async (kind, key, value, expiresAt) => {
      const kept = { value: seal(value), expires_at: expiresAt };
      await db
        .insertInto('records')
        .values({ kind, key, ...kept })
        .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(kept))
        .execute();
    },
    take: async <K extends RecordKind>(kind: K, key: string) => {
      const found = await db
        .deleteFrom('records')
        .where('kind', '=', kind)
        .where('key', '=', key)
        .returning(['value', 'expires_at'])
        .executeTakeFirst();
      return found && found.expires_at > now() ? (open(found.value) as Records[K]) : undefined;
    },
    remove: async (kind, key) => void (await db.deleteFrom('records').where('kind', '=', kind).where('key', '=', key).execute()),
    exclusive,
    once: async (key, fingerprint, expiresAt, work) => {
      const claimed = await claim(key, fingerprint, expiresAt);
      if (claimed !== 'mine') return claimed;
      const forget = (): Promise<unknown> => db.deleteFrom('answers').where('key', '=', key).execute();
      try {
        const { answer, keep, expiresAt: until = expiresAt, entry } = await work();
        if (keep) {
          // With the entry in one statement, so that both are there or neither is.
          const kept = entry ? db.with('audited', (query) => query.insertInto('audit').values(rowOf(entry)).returning('at')) : db;
          await kept
            .updateTable('answers')
            .set({ value: seal(answer), expires_at: until })
            .where('key', '=', key)
            .execute();
        } else await Promise.all([forget(), entry && audit(entry)]);
        return answer;
      } catch (error) {
        await forget();
        throw error;
      }
    },
    next: async (row) => {
      const { rows } = await sql<{ value: string | number }>`
        insert into counters (name, value) values (${row}, 1)
        on conflict (name) do update set value = counters.value + 1 returning value`.execute(db);
      return Number(rows[0]?.value);
    },
    purge: async () => {
      await db.deleteFrom('records').where('expires_at', '<=', now()).execute();
      await db.deleteFrom('answers').where('expires_at', '<=', now()).execute();
      const week = now() - 7 * 86_400_000;
      await db.deleteFrom('outbox').where('sent_at', '<', week).execute();
      await db
        .deleteFrom('audit')
        .where('at', '<', now() - AUDITED_FOR)
        .execute();
    },
  };
}
