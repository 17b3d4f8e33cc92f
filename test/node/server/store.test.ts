import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createMemoryStore } from '../../../src/server/store/memory-store.js';
import { KeyReused, type AuditEntry, type Store } from '../../../src/server/store/store.js';
import { openEmbedded, type GatewayDatabase } from '../../../src/server/postgres/database.js';
import { createOutbox } from '../../../src/server/postgres/outbox.js';
import { createPostgresLibrarySystem } from '../../../src/server/postgres/patrons.js';
import { createPostgresStore } from '../../../src/server/postgres/postgres-store.js';
import { createSealer } from '../../../src/server/postgres/sealed.js';
import { BRANCHES, IDENTITIES, PROFILE, REGISTRATION, startGateway } from '../../support/server-harness.js';

const SEALER = createSealer('a secret of the library that is long enough');
const SILENT = { info: () => undefined, error: () => undefined };
let time = 1_800_000_000_000;
const now = (): number => time;

type Audited = { [K in 'status' | 'code' | 'person']?: AuditEntry[K] | null };

/** What every store has to do. */
function storeSuite(name: string, open: () => Promise<{ store: Store; audited(): Promise<readonly Audited[]> }>): void {
  describe(`a store: ${name}`, () => {
    let store: Store;
    let audited: () => Promise<readonly Audited[]>;
    before(async () => {
      ({ store, audited } = await open());
    });

    it('keeps a record until its end, and gives it to one taker', async () => {
      await store.put('mailbox-proof', 'a', {}, time + 1000);
      assert.deepEqual(await store.get('mailbox-proof', 'a'), {});
      assert.equal(await store.get('session', 'a'), undefined);
      const taken = await Promise.all([1, 2, 3].map(() => store.take('mailbox-proof', 'a')));
      assert.equal(taken.filter(Boolean).length, 1);
      await store.put('mailbox-proof', 'b', {}, time + 1000);
      time += 1001;
      assert.equal(await store.get('mailbox-proof', 'b'), undefined);
      assert.equal(await store.take('mailbox-proof', 'b'), undefined);
    });

    it('does a write once for a key, also for those who come meanwhile', async () => {
      let worked = 0;
      const work = async () => {
        worked += 1;
        await wait(30);
        return { answer: { status: 201, body: { at: worked } }, keep: true };
      };
      const answers = await Promise.all(Array.from({ length: 8 }, () => store.once('k1', 'f', time + 60_000, work)));
      assert.equal(worked, 1);
      assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
      await assert.rejects(store.once('k1', 'another', time + 60_000, work), KeyReused);
    });

    it('forgets what is no answer', async () => {
      let worked = 0;
      const fail = () => {
        worked += 1;
        return Promise.reject(new Error('down'));
      };
      await assert.rejects(store.once('k2', 'f', time + 60_000, fail));
      await assert.rejects(store.once('k2', 'f', time + 60_000, fail));
      const weak = async () => ({ answer: { status: 503 }, keep: false });
      assert.equal((await store.once('k3', 'f', time + 60_000, weak)).status, 503);
      const strong = async () => ({ answer: { status: 201 }, keep: true });
      assert.equal((await store.once('k3', 'f', time + 60_000, strong)).status, 201);
      assert.equal(worked, 2);
    });

    it('keeps what was done, with the answer or by itself', async () => {
      const entry = { at: time, call: 'POST patrons', status: 201, person: 'p' };
      await store.once('k4', 'f', time + 60_000, async () => ({ answer: { status: 201 }, keep: true, entry }));
      await store.once('k4', 'f', time + 60_000, async () => assert.fail('it is done'));
      await store.once('k5', 'f', time + 60_000, async () => ({ answer: { status: 429 }, keep: false, entry: { ...entry, status: 429 } }));
      await store.audit({ ...entry, status: 422, code: 'field-invalid', person: undefined });
      assert.deepEqual(
        (await audited()).map(({ status, code, person }) => [status, code ?? null, person ?? null]),
        [
          [201, null, 'p'],
          [429, null, 'p'],
          [422, 'field-invalid', null],
        ],
      );
    });

    it('keeps work until it is done, gives it to one, and again when that one has ended', async () => {
      await store.postpone({ name: 'remind-user-id', email: 'a@post.example' }, time + 100);
      assert.equal(await store.takeTask(), undefined);
      time += 100;
      const taken = (await Promise.all([1, 2, 3].map(() => store.takeTask()))).filter((one) => one !== undefined);
      assert.deepEqual(
        taken.map(({ task }) => task),
        [{ name: 'remind-user-id', email: 'a@post.example' }],
      );
      time += 59_000;
      assert.equal(await store.takeTask(), undefined);
      time += 1_000;
      const again = await store.takeTask();
      assert.ok(again);
      await again.done();
      time += 120_000;
      assert.equal(await store.takeTask(), undefined);
      // What never ends well is not tried for ever.
      await store.postpone({ name: 'mail-pin-link', email: 'a@post.example' }, time);
      let tries = 0;
      for (; (await store.takeTask()) !== undefined; tries += 1) time += 60_000;
      assert.equal(tries, 5);
    });

    it('lets one at a time through for a name', async () => {
      let inside = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 6 }, () =>
          store.exclusive('patron', async () => {
            most = Math.max(most, ++inside);
            await wait(5);
            inside -= 1;
          }),
        ),
      );
      assert.equal(most, 1);
      assert.equal(await store.exclusive('patron', async () => store.next('row')), 1);
      assert.equal(await store.next('row'), 2);
    });
  });
}

storeSuite('memory', async () => {
  const store = createMemoryStore(now);
  return { store, audited: async () => store.audited };
});

describe('PostgreSQL, embedded', () => {
  let database: GatewayDatabase;
  before(async () => {
    database = await openEmbedded();
  });
  after(() => database.close());
  storeSuite('PGlite', async () => ({
    store: createPostgresStore(database, SEALER, now),
    audited: () => database.db.selectFrom('audit').selectAll().execute(),
  }));

  beforeEach(async () => {
    for (const table of ['user_ids', 'patrons', 'outbox', 'records', 'answers', 'applications'] as const)
      await database.db.deleteFrom(table).execute();
  });

  it('keeps nothing that can be read without the secret', async () => {
    const store = createPostgresStore(database, SEALER);
    const librarySystem = createPostgresLibrarySystem(database, SEALER, { branches: BRANCHES });
    const { call, enter } = startGateway({ store, librarySystem, mail: createOutbox(database, SEALER, SILENT), pairwiseSalt: 's' });
    assert.equal((await call('POST patrons', { token: await enter('adult'), key: 'k', body: REGISTRATION })).status, 201);
    const tables = ['records', 'answers', 'outbox', 'patrons', 'user_ids'] as const;
    const rows = await Promise.all(tables.map((table) => database.db.selectFrom(table).selectAll().execute()));
    assert.ok(rows.every((found) => found.length > 0));
    assert.doesNotMatch(JSON.stringify(rows), /7203861234|Astrid|astrid|2580|20304050/);
    assert.throws(() => createSealer('another secret of the library, as long as it').open(SEALER.seal({ a: 1 })));
  });

  it('registers a patron once, whichever gateway is asked, and lets them log in with their PIN', async () => {
    const make = () => {
      const store = createPostgresStore(database, SEALER);
      const librarySystem = createPostgresLibrarySystem(database, SEALER, { branches: BRANCHES });
      return startGateway({ store, librarySystem, mail: createOutbox(database, SEALER, SILENT) });
    };
    const [one, two] = [make(), make()];
    const token = await one.enter('adult');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => (at % 2 ? one : two).call('POST patrons', { token, key: `k${at % 4}`, body: REGISTRATION })),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length > 0, true);
    assert.equal((await database.db.selectFrom('patrons').selectAll().execute()).length, 1);
    assert.equal((await database.db.selectFrom('outbox').selectAll().execute()).length, 1);
    const card = { method: 'library-card', library: PROFILE.id, userId: '7203861234' };
    assert.equal((await two.call('POST sessions', { body: { ...card, pin: '2580' } })).status, 201);
    const wrong = [
      await two.call('POST sessions', { body: { ...card, pin: '9999' } }),
      await one.call('POST sessions', { body: { ...card, userId: '6604684321', pin: '9999' } }),
    ];
    assert.deepEqual(
      wrong.map(({ status, body }) => [status, body['code'], body['attemptsLeft']]),
      [
        [422, 'credentials-wrong', 2],
        [422, 'credentials-wrong', 2],
      ],
    );
  });

  it('takes over the write of an instance that has died, and mails once', async () => {
    const store = createPostgresStore(database, SEALER, now);
    const librarySystem = createPostgresLibrarySystem(database, SEALER, { branches: BRANCHES, now });
    let dies = true;
    const deadly: typeof librarySystem = {
      ...librarySystem,
      register: async (...details) => {
        const patron = await librarySystem.register(...details);
        // The work is done, and nobody will ever hear of it.
        if (dies) await new Promise(() => undefined);
        return patron;
      },
    };
    const { call, enter } = startGateway({ store, librarySystem: deadly, mail: createOutbox(database, SEALER, SILENT, now), now });
    const token = await enter('adult');
    void call('POST patrons', { token, key: 'k', body: REGISTRATION });
    await wait(150);
    dies = false;
    // Another instance, with a store of its own on the same database, when the lease is over.
    const other = startGateway({
      store: createPostgresStore({ ...database, exclusive: (_, work) => work() }, SEALER, now),
      librarySystem,
      mail: createOutbox(database, SEALER, SILENT, now),
      now,
    });
    time += 25_000;
    const { status } = await other.call('POST patrons', { token, key: 'k', body: REGISTRATION });
    assert.equal(status, 201);
    assert.equal((await database.db.selectFrom('patrons').selectAll().execute()).length, 1);
    assert.equal((await database.db.selectFrom('outbox').selectAll().execute()).length, 1);
  });

  it('sends a mail that failed again, and none twice', async () => {
    const outbox = createOutbox(database, SEALER, SILENT);
    const sent: string[] = [];
    let failures = 1;
    await outbox.send({ to: 'a@post.example', kind: 'registered', language: 'da', once: 'one' });
    await outbox.send({ to: 'a@post.example', kind: 'registered', language: 'da', once: 'one' });
    await outbox.send({ to: 'b@post.example', kind: 'code', language: 'en', values: { code: '123456' } });
    const stop = outbox.start(async (mail) => {
      if (mail.to.startsWith('a') && failures-- > 0) throw new Error('421');
      sent.push(mail.to);
    });
    for (let at = 0; sent.length < 2 && at < 100; at += 1) await wait(50);
    await stop();
    assert.deepEqual(sent.sort(), ['a@post.example', 'b@post.example']);
    assert.ok((await outbox.list(10)).every((mail) => mail.sent));
  });

  it('lets staff decide on an application, and forgets the child that is refused', async () => {
    const librarySystem = createPostgresLibrarySystem(database, SEALER, { branches: BRANCHES });
    const child = { cpr: '7105155123', name: 'Viggo' };
    const facts = {
      child,
      relation: 'parent',
      email: 'a@post.example',
      sms: false,
      branch: BRANCHES[0]?.id ?? '',
      language: 'da',
      pin: '2580',
    } as const;
    const guardian = IDENTITIES['adult'];
    assert.ok(guardian);
    const { reference } = await librarySystem.applyForChild(guardian, facts);
    const refused = await librarySystem.applyForChild(guardian, facts);
    assert.deepEqual(
      (await librarySystem.applications()).map(({ child: one }) => one.name),
      ['Viggo', 'Viggo'],
    );
    await librarySystem.decide(reference, true);
    await librarySystem.decide(refused.reference, false);
    assert.deepEqual(await librarySystem.applications(), []);
    assert.equal((await librarySystem.findByUserId('7105155123'))?.status, 'active');
    const rows = await database.db.selectFrom('applications').selectAll().execute();
    assert.ok(rows.every(({ facts: kept }) => JSON.stringify(SEALER.open(kept)) === '{}'));
  });
});
