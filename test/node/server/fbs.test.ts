import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createFbsSimulator, FBS_PERSONS, type FbsSimulator } from '../../../mocks/fbs/simulator.js';
import { createFbsLibrarySystem } from '../../../src/server/fbs/fbs-library-system.js';
import type { Identity } from '../../../src/server/ports.js';
import { REGISTRATION, startGateway } from '../../support/server-harness.js';

const PERSONS: Readonly<Record<string, Identity>> = {
  new: { provider: 'mitid', subject: 'new', cpr: '7203861234', name: 'Astrid', birthDate: '1986-03-12' },
  unregistered: { provider: 'mitid', subject: 'unregistered', cpr: '7203861236', birthDate: '1986-03-12' },
  ...Object.fromEntries(Object.entries(FBS_PERSONS).map(([name, { cpr }]) => [name, { provider: 'mitid', subject: name, cpr, name }])),
};
const child = { child: { cpr: '7105155123', name: 'Viggo' }, relation: 'parent', acceptedLiability: true };

describe('FBS behind the gateway', () => {
  let fbs: FbsSimulator;
  let started: ReturnType<typeof startGateway>;
  beforeEach(() => {
    fbs = createFbsSimulator({ unregistered: ['7203861236'] });
    const librarySystem = createFbsLibrarySystem({
      ...{ url: 'https://fbs.example', isil: 'DK-710100', username: 'signup', password: 'secret', timeout: 500 },
      fetch: (input, init) =>
        Promise.race([
          fbs.fetch(new Request(input as URL, init)),
          new Promise<never>((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
        ]),
    });
    started = startGateway({
      librarySystem,
      broker: {
        identify: async (proof) => {
          const identity = proof.method === 'code' ? PERSONS[proof.code] : undefined;
          assert.ok(identity);
          return identity;
        },
      },
    });
  });
  const register = async (who: string, key = 'k') =>
    started.call('POST patrons', { token: await started.enter(who), key, body: REGISTRATION });

  it('registers, asks who is a patron already, and knows who is blocked, locked or no person', async () => {
    assert.equal((await register('new')).status, 201);
    assert.equal(fbs.patrons.at(-1)?.pin, '2580');
    for (const [who, status, code] of [
      ['known', 409, 'already-patron'],
      ['blocked', 403, 'blocked'],
      ['locked', 409, 'already-patron'],
      ['unregistered', 404, 'no-registry-data'],
    ] as const) {
      const { status: answered, body } = await register(who, who);
      assert.deepEqual([answered, body['code']], [status, code], who);
    }
    const { body } = await started.call('POST sessions', { body: started.proofOf('company') });
    assert.equal(body['code'], 'not-permitted');
    const session = await started.call('POST sessions', { body: started.proofOf('blocked') });
    assert.deepEqual(session.body['patron'], { status: 'blocked', reason: 'debt' });
  });

  it('creates one patron of many that come at once, although FBS would create them all', async () => {
    const token = await started.enter('new');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => started.call('POST patrons', { token, key: `k${at}`, body: REGISTRATION })),
    );
    assert.equal(fbs.patrons.filter(({ cpr }) => cpr === '7203861234').length, 1);
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  });

  for (const [fault, faults] of Object.entries({
    'the session’s key times out': { sessionCalls: 2 },
    'the answer is cut off': { cutAfter: 'create' },
    'FBS says 500 when it has done the work': { failAfter: 'create' },
  } as const)) {
    it(`registers once although ${fault}`, async () => {
      fbs.faults = faults;
      const token = await started.enter('new');
      for (const key of ['k', 'k']) assert.equal((await started.call('POST patrons', { token, key, body: REGISTRATION })).status, 201);
      assert.equal(fbs.patrons.filter(({ cpr }) => cpr === '7203861234').length, 1);
    });
  }

  it('logs in once for many calls', async () => {
    await Promise.all([started.call('GET branches'), started.enter('new'), started.enter('known')]);
    assert.equal(fbs.calls.get('login'), 1);
  });

  it('lists branches with hours, and keeps them for an hour', async () => {
    const { body } = await started.call('GET branches');
    const [first] = body['branches'] as { name: string; openingHours: { day: number; opens: string; staffed?: boolean }[] }[];
    assert.equal(first?.name, 'Hovedbiblioteket');
    assert.deepEqual(first?.openingHours.slice(0, 2), [
      { day: 1, opens: '08:00', closes: '20:00' },
      { day: 1, opens: '10:00', closes: '18:00', staffed: true },
    ]);
    await started.call('GET branches');
    assert.equal(fbs.calls.get('branches'), 1);
  });

  it('knows user ID and PIN, changes the PIN, and adds an address as user ID', async () => {
    const card = { method: 'library-card', library: 'DK-710100', userId: FBS_PERSONS.known.cpr };
    assert.equal((await started.call('POST sessions', { body: { ...card, pin: '2580' } })).status, 201);
    assert.equal((await started.call('POST sessions', { body: { ...card, pin: '1111' } })).body['code'], 'credentials-wrong');
    assert.equal((await started.call('POST sessions', { body: { ...card, userId: FBS_PERSONS.locked.cpr, pin: '2580' } })).status, 423);
    const token = await started.enter('known');
    assert.equal((await started.call('PUT patrons/me/pin', { token, body: { pin: '8413' } })).status, 204);
    assert.equal(fbs.patrons[0]?.pin, '8413');
    const add = (email: string) => started.call('POST user-ids', { token, body: { type: 'email', email } });
    assert.equal((await add('other@post.example')).body['code'], 'account-mismatch');
    assert.equal((await add('gorm@post.example')).status, 202);
    const byAddress = await started.call('POST sessions', { body: { ...card, userId: 'gorm@post.example', pin: '8413' } });
    assert.equal((byAddress.body['patron'] as { status: string }).status, 'active');
    const { body } = await started.call('GET user-ids', { token });
    assert.deepEqual(
      (body['userIds'] as { type: string }[]).map(({ type }) => type),
      ['cpr', 'email'],
    );
  });

  it('has FBS mail a link for a new PIN, and says the same whether there is a patron or not', async () => {
    const ask = (email: string) => started.call('POST pin-resets', { body: { email } });
    assert.deepEqual([(await ask('gorm@post.example')).status, (await ask('nobody@post.example')).status], [202, 202]);
    const [token] = [...fbs.links.keys()];
    assert.equal((await started.call(`PUT pin-resets/${token}`, { body: { pin: '8413' } })).status, 204);
    assert.equal((await started.call(`PUT pin-resets/${token}`, { body: { pin: '8413' } })).body['code'], 'not-found');
    const { body } = await started.call('GET capabilities');
    assert.equal(body['tellsExpiredLink'], false);
    assert.ok(!(body['calls'] as string[]).includes('POST user-id-reminders'));
  });

  it('takes an application for a child, with the guardian’s name', async () => {
    const { phone: _phone, ...contact } = REGISTRATION;
    const token = await started.enter('new');
    const { status, body } = await started.call('POST child-applications', { token, body: { ...contact, ...child } });
    assert.equal(status, 202, JSON.stringify(body));
    assert.deepEqual(fbs.patrons.at(-1)?.blocks, ['W']);
  });

  it('is unavailable when FBS does not answer, and does not hang', async () => {
    fbs.faults = { delay: 3_000 };
    const begun = Date.now();
    assert.equal((await started.call('GET branches')).body['code'], 'unavailable');
    assert.ok(Date.now() - begun < 5_000);
  });
});
