import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Log, Mailer, MailRequest } from '../ports.js';
import type { GatewayDatabase } from './database.js';
import type { Sealer } from './sealed.js';

/** Sends one mail, or rejects. `id` stays the same when it is tried again. */
export type Deliver = (mail: MailRequest, id: string) => Promise<void>;

export interface Outbox extends Mailer {
  /** Sends what waits, and what comes. @returns stops it when the mail under way is through */
  start(deliver: Deliver): () => Promise<void>;
  /** What is there, sent or not, the newest first: for a demo's inbox. */
  list(limit: number): Promise<(MailRequest & { id: string; at: number; sent: boolean })[]>;
}

const LOOK_EVERY = 1_000;
/** Milliseconds that an instance has for a mail, before another one takes it. Longer than an SMTP server may keep silent. */
const LEASE = 20_000;
const ATTEMPTS = 12;

/** Mails go into a table first, so that a crash loses none, and two with the same `once` are one. */
export function createOutbox(
  { db, relaxed }: GatewayDatabase,
  { seal, open, name }: Sealer,
  log: Log,
  now: () => number = Date.now,
): Outbox {
  let wake = (): void => undefined;

  /** Takes one that nobody else has. */
  async function take(): Promise<{ id: string; mail: string; attempts: number } | undefined> {
    const at = now();
    const { rows } = await sql<{ id: string; mail: string; attempts: number }>`
      update outbox set attempts = attempts + 1, next_at = ${at + LEASE}
      where id = (select id from outbox where sent_at is null and next_at <= ${at} order by created_at limit 1 for update skip locked)
      returning id, mail, attempts`.execute(relaxed);
    return rows[0];
  }

  return {
    send: async ({ once, ...mail }) => {
      const row = {
        id: randomUUID(),
        once: once === undefined ? null : name(once),
        mail: seal(mail),
        created_at: now(),
        attempts: 0,
        next_at: now(),
      };
      await db
        .insertInto('outbox')
        .values({ ...row, sent_at: null })
        .onConflict((conflict) => conflict.column('once').doNothing())
        .execute();
      wake();
    },
    start: (deliver) => {
      let stopped = false;
      const send = async ({ id, mail, attempts }: { id: string; mail: string; attempts: number }): Promise<void> => {
        try {
          await deliver(open(mail) as MailRequest, id);
          await relaxed.updateTable('outbox').set({ sent_at: now() }).where('id', '=', id).execute();
        } catch {
          // Later and later; whom it is for is nobody's to read in a log.
          const givenUp = attempts >= ATTEMPTS;
          log.error('mail', { attempts, givenUp });
          const pause = givenUp ? 10 * 365 * 86_400_000 : Math.min(3_600_000, 2 ** attempts * 1_000);
          await db
            .updateTable('outbox')
            .set({ next_at: now() + pause })
            .where('id', '=', id)
            .execute()
            .catch(() => undefined);
        }
      };
      const pause = (): Promise<void> =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, LOOK_EVERY);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const run = async (): Promise<void> => {
        while (!stopped) {
          const next = await take().catch(() => undefined);
          await (next ? send(next) : pause());
        }
      };
      const running = run();
      return async () => {
        stopped = true;
        wake();
        await running;
      };
    },
    list: async (limit) => {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'mail', 'created_at', 'sent_at'])
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, mail, created_at: at, sent_at: sent }) => ({ ...(open(mail) as MailRequest), id, at, sent: sent !== null }));
    },
  };
}
