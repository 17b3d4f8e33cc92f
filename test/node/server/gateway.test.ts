import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256 } from '../../../src/server/secrets.js';
import { IDENTITIES, REGISTRATION, startGateway } from '../../support/server-harness.js';

describe('the gateway', () => {
  it('registers an adult, once, and mails once', async () => {
    const { call, enter, mails, patrons } = startGateway();
    const token = await enter('adult');
    const made = await call('POST patrons', { token, key: 'k1', body: REGISTRATION });
    assert.equal(made.status, 201);
    assert.deepEqual(made.body, { userId: { type: 'cpr', hint: '720386-••••' }, resident: true, card: 'health-card' });
    assert.deepEqual(await call('POST patrons', { token, key: 'k1', body: REGISTRATION }).then(({ body }) => body), made.body);
    assert.equal((await call('POST patrons', { token, key: 'k2', body: REGISTRATION })).body['code'], 'already-patron');
    assert.equal(patrons.size, 1);
    assert.deepEqual(
      mails.map(({ kind, once }) => [kind, once]),
      [['registered', 'registered adult']],
    );
  });

  it('creates one patron of 200 that come at once, whatever their keys', async () => {
    const { call, enter, patrons } = startGateway();
    const token = await enter('adult');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => call('POST patrons', { token, key: `k${at % 50}`, body: REGISTRATION })),
    );
    assert.equal(patrons.size, 1);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [201, 409]);
  });

  it('binds an idempotency key to method, path, session and body', async () => {
    const { call, enter } = startGateway();
    const [one, other] = [await enter('adult'), await enter('other')];
    assert.equal((await call('POST patrons', { token: one, key: 'k', body: REGISTRATION })).status, 201);
    for (const attempt of [
      call('POST patrons', { token: one, key: 'k', body: { ...REGISTRATION, email: 'else@post.example' } }),
      call('POST patrons', { token: other, key: 'k', body: REGISTRATION }),
      call('POST patrons', { token: one, key: 'k', body: {} }),
      call('POST sessions', { key: 'k', body: {} }),
    ]) {
      const { status, body } = await attempt;
      assert.equal(status, 422);
      assert.equal(body['token'], undefined);
    }
  });

  it('refuses who is too young, whatever the library system would do, and a PIN that is easy to guess', async () => {
    const { call, enter, patrons } = startGateway();
    const young = await enter('seventeen');
    assert.equal((await call('POST patrons', { token: young, body: { ...REGISTRATION, pin: '0000' } })).body['code'], 'under-age');
    const adult = await enter('adult');
    for (const [pin, code] of [
      ['0000', 'weak-repetition'],
      ['1234', 'weak-sequence'],
      ['12', 'length'],
    ] as const) {
      const { status, body } = await call('POST patrons', { token: adult, body: { ...REGISTRATION, pin } });
      assert.equal(status, 422);
      assert.match(JSON.stringify(body['errors']), /"field":"pin"/, code);
    }
    for (const pin of [2580, ['2580'], { a: 1 }, null])
      assert.equal((await call('POST patrons', { token: adult, body: { ...REGISTRATION, pin } })).status, 422);
    assert.equal(patrons.size, 0);
  });

  it('tells the name of a protected person to nobody', async () => {
    const { call, proofOf, log } = startGateway();
    const { body } = await call('POST sessions', { body: proofOf('protected') });
    assert.deepEqual((body['person'] as Record<string, unknown>)['name'], undefined);
    assert.equal((body['person'] as Record<string, unknown>)['addressProtected'], true);
    assert.doesNotMatch(JSON.stringify(body) + log.join(), /Hemmelig|6604684321/);
  });

  it('answers what is no request with 4xx, never 5xx', async () => {
    const { call, enter } = startGateway();
    const token = await enter('adult');
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
    for (const [raw, status] of [
      ['{"method":', 400],
      [deep.slice(0, 12_000) + deep.slice(-1), 400],
      ['x'.repeat(20_000), 413],
      ['null', 422],
      ['[]', 422],
      ['"text"', 422],
    ] as const) {
      const answer = await call('POST patrons', { token, raw });
      assert.equal(answer.status, status, raw.slice(0, 20));
      assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    }
    const form = await call('POST sessions', { raw: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    assert.equal(form.status, 415);
    assert.equal((await call('GET shelves')).body['code'], 'not-found');
    assert.equal((await call('POST patrons', { key: 'x'.repeat(2000), token, body: REGISTRATION })).status, 422);
  });

  it('keeps no answer, lets only known pages read, and sets no cookie', async () => {
    const { call } = startGateway({ allowedOrigins: ['https://library.example'] });
    const allowed = await call('GET branches', { headers: { Origin: 'https://library.example' } });
    assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), 'https://library.example');
    assert.equal(allowed.headers.get('Cache-Control'), 'no-store');
    assert.match(allowed.headers.get('Vary') ?? '', /Origin/);
    assert.equal(allowed.headers.get('Set-Cookie'), null);
    assert.equal((await call('GET branches', { headers: { Origin: 'https://evil.example' } })).status, 403);
    const preflight = await call('OPTIONS patrons', { headers: { Origin: 'https://library.example' } });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/);
  });

  it('says what it can, and answers nothing else', async () => {
    const { call } = startGateway();
    const { body } = await call('GET capabilities');
    const calls = body['calls'] as string[];
    assert.ok(calls.includes('POST patrons') && calls.includes('GET user-ids'));
    for (const name of ['POST child-applications', 'POST pin-orders', 'POST user-id-reminders', 'GET libraries']) {
      assert.ok(!calls.includes(name), name);
      assert.equal((await call(name, name.startsWith('GET') ? {} : { body: {} })).status, 404, name);
    }
  });

  it('compares the challenge of a login that it started with the verifier', async () => {
    const { call, proofOf } = startGateway({
      broker: { identify: async () => IDENTITIES['adult'] as never, authorize: async () => 'https://broker.example/auth' },
    });
    const request = {
      provider: 'mitid',
      redirectUri: 'https://library.example/',
      nonce: 'n',
      codeChallenge: 'not-of-this-verifier',
      language: 'da',
    };
    assert.equal((await call('POST authorizations', { body: { ...request, state: 's1' } })).status, 201);
    assert.equal((await call('POST sessions', { body: { ...proofOf('adult'), state: 's1' } })).body['code'], 'proof-invalid');
    // Without verifier or nonce a code proves nothing.
    for (const change of [{ codeVerifier: '' }, { nonce: '' }]) {
      const { status } = await call('POST sessions', { body: { ...proofOf('adult'), ...change } });
      assert.ok(status === 400 || status === 422);
    }
  });

  it('takes no code of a login that it did not start, where the broker has no PKCE', async () => {
    const { call, proofOf } = startGateway({
      broker: {
        identify: async () => IDENTITIES['adult'] as never,
        authorize: async () => 'https://broker.example/auth',
        leavesPkce: () => true,
      },
    });
    const request = {
      provider: 'mitid',
      redirectUri: 'https://library.example/',
      nonce: 'n',
      codeChallenge: await sha256('v'.repeat(43)),
      language: 'da',
    };
    assert.equal((await call('POST sessions', { body: proofOf('adult') })).body['code'], 'proof-invalid');
    assert.equal((await call('POST sessions', { body: { ...proofOf('adult'), state: 'made-up' } })).body['code'], 'proof-invalid');
    await call('POST authorizations', { body: { ...request, state: 's2' } });
    assert.equal((await call('POST sessions', { body: { ...proofOf('adult'), state: 's2' } })).status, 201);
    assert.equal((await call('POST sessions', { body: { ...proofOf('adult'), state: 's2' } })).body['code'], 'proof-invalid');
  });

  it('is not brought down by a library system that fails, and tells its log nothing personal', async () => {
    const { call, enter, log } = startGateway({
      librarySystem: {
        branches: async () => {
          throw new Error('7203861234 is not reachable');
        },
        find: async () => undefined,
        register: async () => {
          throw new Error('boom');
        },
      },
    });
    assert.equal((await call('GET branches')).body['code'], 'unavailable');
    const token = await enter('adult');
    assert.equal((await call('POST patrons', { token, key: 'k', body: REGISTRATION })).status, 503);
    assert.doesNotMatch(log.join('\n'), /7203861234|boom|astrid/i);
  });

  it('takes a registration whose answer the library system lost for what it is', async () => {
    const patrons = new Set<string>();
    const patron = { id: '1', status: 'active', cpr: '7203861234', emailVerified: false, emailUserIds: [], language: 'da' } as const;
    const { call, enter } = startGateway({
      librarySystem: {
        branches: async () => [{ id: 'DK-710100-1', name: 'Hovedbiblioteket' }],
        find: async ({ subject }) => (patrons.has(subject) ? patron : undefined),
        register: async ({ subject }) => {
          patrons.add(subject);
          throw new Error('timed out');
        },
      },
    });
    assert.equal((await call('POST patrons', { token: await enter('adult'), key: 'k', body: REGISTRATION })).status, 201);
  });
});
