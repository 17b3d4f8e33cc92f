import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createFbsSimulator, type FbsPatron } from '../../mocks/fbs/simulator.js';
import type { MockLibraryProfile } from '../../mocks/libraries.js';
import { personRegistry, TEST_PIN } from '../../mocks/library/patrons.js';
import type { SystemBehind } from '../../mocks/library.js';
import { personas, type Persona } from '../../mocks/personas.js';
import { createFbsLibrarySystem } from '../../src/server/fbs/fbs-library-system.js';
import type { LibrarySystem, MailRequest } from '../../src/server/ports.js';
import { openEmbedded } from '../../src/server/postgres/database.js';
import { createOutbox } from '../../src/server/postgres/outbox.js';
import { createPostgresLibrarySystem } from '../../src/server/postgres/patrons.js';
import { createPostgresStore } from '../../src/server/postgres/postgres-store.js';
import { createSealer } from '../../src/server/postgres/sealed.js';

/** Which library system stands behind the gateway: patrons in PostgreSQL, or FBS. */
export type KeptSystemName = 'postgres' | 'fbs';

export interface KeptSystem extends SystemBehind {
  /** Mails of earlier starts, oldest first. */
  earlierMails(): Promise<MailRequest[]>;
  /** Hands mails over as they leave the outbox. */
  start(deliver: (mail: MailRequest) => Promise<void>): void;
  close(): Promise<void>;
}

/** Mails that the panel shows of earlier starts. */
const EARLIER_MAILS = 50;
const FBS_LOGIN = { username: 'signup', password: 'secret' };

const earlierPatrons = (personas as readonly Persona[]).flatMap(({ id, claims, record }) =>
  record?.patron && record.patron !== 'none' ? [{ id, claims, status: record.patron, reason: record.reason }] : [],
);

/** Encrypts what is kept in the folder, so it lies beside it; a library keeps it elsewhere. */
function secretIn(folder: string): string {
  const file = join(folder, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const secret = randomBytes(32).toString('base64url');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

/** The simulated FBS with the test persons, kept in a file. Its address is never asked over a network. */
function createKeptFbs(file: string, isil: string): { librarySystem: LibrarySystem; reset(): void } {
  const simulator = createFbsSimulator({
    isil,
    unregistered: (personas as readonly Persona[]).flatMap(({ claims, record }) => (record?.noRegistryData ? [claims.cpr ?? ''] : [])),
  });
  const present = earlierPatrons.filter(({ status }) => status !== 'lapsed');
  const seed = (): FbsPatron[] =>
    // FBS deletes who has not used the library for long.
    present.map(({ claims, status }, at) => ({
      ...{ id: at + 1, cpr: claims.cpr ?? '', name: claims.name, pin: TEST_PIN, branch: `${isil}-1`, resident: true },
      ...(claims.email !== undefined && { email: claims.email, emailVerified: true }),
      ...(status === 'blocked' && { blocks: ['E'] }),
    }));
  const put = (patrons: readonly FbsPatron[]): void => void simulator.patrons.splice(0, simulator.patrons.length, ...patrons);
  try {
    put(JSON.parse(readFileSync(file, 'utf8')) as FbsPatron[]);
  } catch {
    put(seed());
  }
  const save = (): void => writeFileSync(file, JSON.stringify(simulator.patrons), { mode: 0o600 });
  return {
    librarySystem: createFbsLibrarySystem({
      ...{ url: 'https://fbs.invalid', isil, ...FBS_LOGIN },
      fetch: async (input, init) => {
        const response = await simulator.fetch(new Request(input, init));
        save();
        return response;
      },
    }),
    reset: () => {
      put(seed());
      save();
    },
  };
}

/** What the gateway of the demo keeps in a folder, over restarts: PostgreSQL inside this process, with an outbox and the library system. */
export async function openKeptSystem(folder: string, name: KeptSystemName, profile: MockLibraryProfile): Promise<KeptSystem> {
  mkdirSync(folder, { recursive: true });
  const database = await openEmbedded(join(folder, 'database'));
  const { db } = database;
  const sealer = createSealer(secretIn(folder));
  const outbox = createOutbox(database, sealer, { info: () => undefined, error: (event) => console.error(`[library-signup] ${event}`) });
  const postgres = createPostgresLibrarySystem(database, sealer, { branches: profile.branches });
  const seed = async (): Promise<void> => {
    for (const { id, claims, status, reason } of earlierPatrons) {
      const { email = `${id}@post.example` } = claims;
      const patron = { email, sms: false, branch: profile.branches[0]?.id ?? '', language: 'da' as const, pin: TEST_PIN };
      await postgres.takeOver({ provider: 'mitid', subject: id, ...claims }, patron, { status, reason, emailVerified: true });
    }
  };
  const isNew = (await db.selectFrom('patrons').select('id').limit(1).execute()).length === 0;
  if (isNew) await seed();
  const fbs = name === 'fbs' ? createKeptFbs(join(folder, 'fbs.json'), profile.id) : undefined;
  let stop = async (): Promise<void> => undefined;
  return {
    librarySystem: fbs?.librarySystem ?? { ...postgres, ...personRegistry },
    store: createPostgresStore(database, sealer),
    mail: outbox,
    reset: async () => {
      await sql`truncate records, audit, tasks, answers, counters, outbox, patrons, user_ids, applications`.execute(db);
      await seed();
      fbs?.reset();
    },
    earlierMails: async () => (await outbox.list(EARLIER_MAILS)).filter(({ sent }) => sent).reverse(),
    start: (deliver) => {
      stop = outbox.start(deliver);
    },
    close: async () => {
      await stop();
      await database.close();
    },
  };
}
