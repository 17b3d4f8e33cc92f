import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createFbsSimulator } from '../../mocks/fbs/simulator.js';
import { runConformance, type ConformanceOptions } from '../../src/cli/conformance/run.js';
import { createFbsLibrarySystem } from '../../src/server/fbs/fbs-library-system.js';
import { createGateway } from '../../src/server/gateway.js';
import { serve } from '../../src/server/node.js';
import type { Identity, LibrarySystem, Mailer } from '../../src/server/ports.js';
import { GatewayProblem } from '../../src/server/problem.js';
import { openEmbedded } from '../../src/server/postgres/database.js';
import { createOutbox } from '../../src/server/postgres/outbox.js';
import { createPostgresLibrarySystem } from '../../src/server/postgres/patrons.js';
import { createPostgresStore } from '../../src/server/postgres/postgres-store.js';
import { createSealer } from '../../src/server/postgres/sealed.js';
import { createMemoryStore } from '../../src/server/store/memory-store.js';
import type { Store } from '../../src/server/store/store.js';
import { HOST, ORIGIN } from '../support/conformance.js';
import { BRANCHES, PROFILE, REGISTRATION } from '../support/server-harness.js';

const REDIRECT_URI = `${ORIGIN}/sign-up`;
const person = (cpr: string, born: string, more: Partial<Identity> = {}): Identity => ({
  provider: 'mitid',
  subject: cpr,
  cpr,
  birthDate: born,
  name: 'Test',
  ...more,
});
const IDENTITIES: Readonly<Record<string, Identity>> = {
  adult: person('7203861234', '1986-03-12'),
  second: person('7203861235', '1986-03-12'),
  third: person('7203861236', '1986-03-12'),
  seventeen: { provider: 'mitid', subject: '17', birthDate: `${new Date().getFullYear() - 17}-01-01`, name: 'Ung' },
  protected: person('6604684321', '1968-04-06', { addressProtected: true }),
  unregistered: person('7203861237', '1986-03-12'),
  patron: person('8105631239', '1963-05-21'),
};

let proofs = 0;
const proofOf = (code: string) => ({
  method: 'code',
  provider: 'mitid',
  code: `${code}:${++proofs}`,
  codeVerifier: 'v'.repeat(43),
  nonce: 'n',
  redirectUri: REDIRECT_URI,
});

function optionsFor(url: string, persons: ConformanceOptions['persons'] = {}): ConformanceOptions {
  const patron = { cpr: '8105631239', userId: '8105631239', email: 'gorm@post.example', pin: '2580' };
  const child = { cpr: `7105${String((new Date().getFullYear() - 10) % 100).padStart(2, '0')}5123` };
  return {
    ...{ url, origin: ORIGIN, host: HOST },
    persons: { adult: { cpr: '7203861234' }, second: {}, third: {}, seventeen: {}, protected: {}, patron, child, ...persons },
    prove: async (name) => proofOf(name),
  };
}

async function run(librarySystem: LibrarySystem, store: Store, mail: Mailer, persons?: ConformanceOptions['persons']): Promise<string[]> {
  const used = new Set<string>();
  const handler = createGateway({
    ...{ library: PROFILE, librarySystem, store, mail, basePath: '/api/', allowedOrigins: [ORIGIN], hosts: { [HOST.id]: HOST.secret } },
    broker: {
      identify: async (proof) => {
        const [name = ''] = proof.method === 'code' ? proof.code.split(':') : [];
        const identity = IDENTITIES[name];
        const isOurs = proof.method === 'code' && proof.redirectUri === REDIRECT_URI && proof.provider === 'mitid' && !used.has(proof.code);
        if (!identity || !isOurs) throw new GatewayProblem('proof-invalid');
        used.add(proof.code);
        return identity;
      },
    },
  });
  const server = await serve(handler);
  const results = await runConformance(optionsFor(`${server.origin}/api/`, persons));
  await server.close(0);
  return results
    .filter(({ outcome }) => outcome !== 'passed')
    .map(
      ({ id, outcome, got = '', request = '', expected = '' }) =>
        `${id} ${outcome}: ${[request, expected, got].filter(Boolean).join(' | ')}`,
    );
}

describe('the conformance suite, against', () => {
  it('the gateway on PostgreSQL (embedded)', async () => {
    const database = await openEmbedded();
    const sealer = createSealer('a secret of the library that is long enough');
    const librarySystem = createPostgresLibrarySystem(database, sealer, { branches: BRANCHES });
    const patron = IDENTITIES['patron'];
    assert.ok(patron);
    await librarySystem.register(patron, { ...REGISTRATION, email: 'gorm@post.example' });
    const outbox = createOutbox(database, sealer, { info: () => undefined, error: () => undefined });
    assert.deepEqual(await run(librarySystem, createPostgresStore(database, sealer), outbox), [
      // It has no person registry to ask, and no directory of other libraries.
      'no-registry-data skipped: no person "unregistered" in the file of persons',
      'libraries skipped: the gateway says that it has no GET libraries',
    ]);
    await database.close();
  });

  it('the gateway on FBS, which can’t remind of user IDs', async () => {
    const fbs = createFbsSimulator({ unregistered: ['7203861237'] });
    const librarySystem = createFbsLibrarySystem({
      ...{ url: 'https://fbs.example', isil: 'DK-710100', username: 'signup', password: 'secret' },
      fetch: (input, init) => fbs.fetch(new Request(input, init)),
    });
    fbs.faults = { sessionCalls: 25 };
    assert.deepEqual(await run(librarySystem, createMemoryStore(), { send: async () => undefined }, { unregistered: {} }), [
      'reminders-alike skipped: the gateway says that it has no POST user-id-reminders',
      'libraries skipped: the gateway says that it has no GET libraries',
    ]);
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  it('a gateway in five calls, in another language', { skip: python ? false : 'Python is not installed' }, async () => {
    const child = spawn('python3', [fileURLToPath(new URL('../../docs/examples/python/gateway.py', import.meta.url)), '0']);
    const [address] = (await once(child.stdout, 'data')) as [Buffer];
    const options = optionsFor(address.toString().trim());
    const results = await runConformance({ ...options, groups: ['transport', 'session', 'adult'] });
    child.kill();
    const left = results
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ id, outcome, request = '', expected = '', got = '' }) => `${id} ${outcome} ${request} ${expected} ${got}`);
    assert.deepEqual(left, ['no-registry-data skipped   no person "unregistered" in the file of persons']);
  });
});
