import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startGateway } from '../../demo/gateway/gateway.js';
import type { Gateway } from '../../demo/gateway/gateway.js';
import { startBroker } from '../../mocks/broker/broker.js';
import type { Broker } from '../../mocks/broker/broker.js';
import { auLibrary } from '../../mocks/libraries.js';
import { createMockLibrary } from '../../mocks/library.js';
import { personas } from '../../mocks/personas.js';
import type { Session } from '../../src/contracts/session.js';
import { authorizationUrl, CLIENT, createVisitor, newTransaction } from '../support/broker-visitor.js';
import type { TestTransaction } from '../support/broker-visitor.js';

const PAGE = 'http://localhost:9';
const WAYF = { id: 'library-wayf', secret: 'another secret' };

describe('the demo’s gateway', () => {
  let broker: Broker;
  let gateway: Gateway;
  let startup = 0;

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new URL(path, gateway.url), {
      method,
      headers: { Origin: PAGE, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  /** Logs in at the broker and gives the body that the element would send. */
  const newProof = async (
    persona: string,
    transaction: TestTransaction = newTransaction(),
    more: Record<string, string | undefined> = {},
  ) => {
    const { url } = await createVisitor().choose(authorizationUrl(broker.issuer, transaction, more), { persona });
    return {
      method: 'code',
      provider: more.client_id === WAYF.id ? 'wayf' : 'mitid',
      code: url.searchParams.get('code') ?? '',
      codeVerifier: transaction.codeVerifier,
      nonce: transaction.nonce,
      redirectUri: CLIENT.redirectUri,
      iss: url.searchParams.get('iss') ?? undefined,
    };
  };

  const isProblem = async (response: Response, status: number, code: string): Promise<void> => {
    assert.equal(response.status, status);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(((await response.json()) as { code: string }).code, code);
  };

  before(async () => {
    const begun = performance.now();
    broker = await startBroker({
      personas,
      clients: [
        { id: CLIENT.id, secret: CLIENT.secret, redirectUris: [CLIENT.redirectUri, `${PAGE}/demo/index.html`] },
        { ...WAYF, redirectUris: [CLIENT.redirectUri], kind: 'wayf' },
      ],
    });
    gateway = await startGateway({
      allowedOrigins: [PAGE],
      redirectUris: [CLIENT.redirectUri],
      providers: {
        mitid: {
          issuer: broker.issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          parameters: { acr_values: 'urn:grn:authn:dk:mitid:substantial' },
        },
        wayf: { issuer: broker.issuer, clientId: WAYF.id, clientSecret: WAYF.secret, homeOrganization: 'au.dk' },
        unilogin: { issuer: broker.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
        elsewhere: { issuer: 'http://127.0.0.1:1', clientId: 'any', clientSecret: 'any' },
      },
      createLibrary: createMockLibrary,
      others: {
        au: {
          providers: { mitid: { issuer: broker.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret } },
          createLibrary: (ports) => createMockLibrary({ ...ports, library: auLibrary }),
        },
      },
    });
    startup = performance.now() - begun;
  });
  beforeEach(() => {
    broker.misbehave({});
    gateway.library.reset();
  });
  after(() => Promise.all([broker.close(), gateway.close()]));

  it('is up with the broker within two seconds', () => {
    assert.ok(startup < 2000, `${Math.round(startup)} ms`);
  });

  describe('opening a session', () => {
    it('redeems the code and tells the browser what it may know: never the CPR number', async () => {
      const answer = await call('POST', 'sessions', await newProof('adult-resident'));
      assert.equal(answer.status, 201);
      const text = await answer.text();
      assert.doesNotMatch(text, /7203861234/);
      const session = JSON.parse(text) as Session;
      assert.equal(session.person.name, 'Astrid Prøvensen');
      assert.equal(session.person.birthDate, '1986-03-12');
      assert.equal(session.person.hasCpr, true);
      assert.deepEqual(session.person.municipality, { code: '101', name: 'København' });
      assert.equal(session.patron.status, 'none');
      const again = await call('GET', 'sessions/current', undefined, { Authorization: `Bearer ${session.token}` });
      assert.equal(again.status, 200);
      assert.equal((await call('DELETE', 'sessions/current', undefined, { Authorization: `Bearer ${session.token}` })).status, 204);
      await isProblem(
        await call('GET', 'sessions/current', undefined, { Authorization: `Bearer ${session.token}` }),
        401,
        'session-expired',
      );
    });

    it('knows patrons, protected names and people without a number again', async () => {
      const open = async (persona: string): Promise<Session> =>
        (await (await call('POST', 'sessions', await newProof(persona))).json()) as Session;
      assert.equal((await open('already-patron')).patron.status, 'active');
      assert.equal((await open('lapsed')).patron.status, 'lapsed');
      assert.equal((await open('no-cpr')).person.hasCpr, false);
      const { person } = await open('protected');
      assert.equal(person.name, undefined);
      assert.equal(person.addressProtected, true);
    });

    it('takes a WAYF login from the expected institution only', async () => {
      const wayf = { client_id: WAYF.id, acr_values: undefined };
      const answer = await call('POST', 'sessions', await newProof('student', newTransaction(), wayf));
      assert.equal(answer.status, 201);
      const { person } = (await answer.json()) as Session;
      assert.equal(person.affiliation, 'student');
      assert.equal(person.email, 'laura@post.au.example');
      assert.equal(person.hasCpr, true);
      const constructed = (await (
        await call('POST', 'sessions', await newProof('constructed-cpr', newTransaction(), wayf))
      ).json()) as Session;
      assert.equal(constructed.person.hasCpr, false);
      await isProblem(await call('POST', 'sessions', await newProof('other-institution', newTransaction(), wayf)), 403, 'not-permitted');
    });

    it('looks a pupil of UNI-Login up, which says neither name nor CPR number', async () => {
      const school = { acr_values: 'To_Faktor', scope: 'openid InstitutionIdsClientScope UserHasLicenseClientScope' };
      const proof = await newProof('pupil', newTransaction(), school);
      const answer = await call('POST', 'sessions', { ...proof, provider: 'unilogin' });
      assert.equal(answer.status, 201);
      const { person } = (await answer.json()) as Session;
      assert.equal(person.name, 'Selma Prøvensen');
      assert.equal(person.hasCpr, true);
    });

    it('keeps the libraries behind it apart: sessions, branches and scenarios', async () => {
      const base = '../au/signup-api/';
      const { token } = (await (await call('POST', `${base}sessions`, await newProof('adult-resident'))).json()) as Session;
      const headers = { Authorization: `Bearer ${token}` };
      assert.equal((await call('GET', `${base}sessions/current`, undefined, headers)).status, 200);
      await isProblem(await call('GET', 'sessions/current', undefined, headers), 401, 'session-expired');
      assert.notEqual(await (await call('GET', `${base}branches`)).text(), await (await call('GET', 'branches')).text());
      assert.equal((await call('PUT', '../au/_demo/scenario', { name: 'unavailable' })).status, 200);
      await isProblem(await call('GET', `${base}branches`), 503, 'unavailable');
      assert.equal((await call('GET', 'branches')).status, 200);
      await isProblem(await call('GET', '../nobody/signup-api/branches'), 404, 'not-found');
    });

    it('refuses a code the second time', async () => {
      const proof = await newProof('adult-resident');
      assert.equal((await call('POST', 'sessions', proof)).status, 201);
      await isProblem(await call('POST', 'sessions', proof), 400, 'proof-invalid');
    });

    for (const [what, change] of [
      ['another verifier', () => ({ codeVerifier: newTransaction().codeVerifier })],
      ['another nonce', () => ({ nonce: newTransaction().nonce })],
      ['another issuer', () => ({ iss: 'http://another-issuer.example' })],
      ['no issuer, though the broker promises one', () => ({ iss: undefined })],
      ['an address that is not on the list', () => ({ redirectUri: 'https://evil.example/' })],
      ['an address on the list that it was not asked for', () => ({ redirectUri: `${PAGE}/demo/index.html` })],
      ['an unknown provider', () => ({ provider: 'constructor' })],
      ['a code of somebody’s own', () => ({ code: 'made-up' })],
    ] as const) {
      it(`refuses a code with ${what}`, async () => {
        await isProblem(await call('POST', 'sessions', { ...(await newProof('adult-resident')), ...change() }), 400, 'proof-invalid');
      });
    }

    it('refuses a code of the other provider’s client', async () => {
      await isProblem(await call('POST', 'sessions', { ...(await newProof('adult-resident')), provider: 'wayf' }), 400, 'proof-invalid');
    });

    it('names the provider when the broker fails, is forged or cannot be reached', async () => {
      const proof = await newProof('adult-resident');
      broker.misbehave({ token: 'down' });
      await isProblem(await call('POST', 'sessions', proof), 502, 'provider-failed');
      broker.misbehave({ token: 'forged' });
      await isProblem(await call('POST', 'sessions', proof), 502, 'provider-failed');
      await isProblem(await call('POST', 'sessions', { ...proof, provider: 'elsewhere' }), 502, 'provider-failed');
    });
  });

  it('starts a login by pushed authorization request, without a value of it in the address', async () => {
    const transaction = newTransaction();
    const { codeChallenge, state, nonce } = transaction;
    const body = { provider: 'mitid', redirectUri: CLIENT.redirectUri, state, nonce, codeChallenge, language: 'en' };
    const answer = await call('POST', 'authorizations', body);
    assert.equal(answer.status, 201);
    const { url } = (await answer.json()) as { url: string };
    assert.deepEqual([...new URL(url).searchParams.keys()].sort(), ['client_id', 'request_uri']);
    const visitor = createVisitor();
    const picker = await visitor.visit(url);
    assert.match(picker.text, /<html lang="en">/);
    const back = await visitor.visit(picker.url.href, { persona: 'adult-resident' });
    assert.equal(back.url.searchParams.get('state'), state);
    const proof = {
      method: 'code',
      provider: 'mitid',
      code: back.url.searchParams.get('code'),
      codeVerifier: transaction.codeVerifier,
      nonce,
    };
    const session = await call('POST', 'sessions', { ...proof, redirectUri: CLIENT.redirectUri, iss: back.url.searchParams.get('iss') });
    assert.equal(session.status, 201);
    await isProblem(await call('POST', 'authorizations', { ...body, redirectUri: 'https://evil.example/' }), 400, 'proof-invalid');
    await isProblem(await call('POST', 'authorizations', { ...body, provider: 'elsewhere' }), 502, 'provider-failed');
  });

  it('registers a patron once, however often the same request comes', async () => {
    const { token } = (await (await call('POST', 'sessions', await newProof('adult-resident'))).json()) as Session;
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': 'one' };
    const { branches } = (await (await call('GET', 'branches')).json()) as { branches: { id: string }[] };
    const body = { email: 'a@post.example', sms: false, branch: branches[0]?.id, pin: '4071', language: 'da' };
    const first = await call('POST', 'patrons', body, headers);
    assert.equal(first.status, 201);
    const again = await call('POST', 'patrons', body, headers);
    assert.deepEqual(await again.json(), await first.json());
    await isProblem(await call('POST', 'patrons', body, { ...headers, 'Idempotency-Key': 'two' }), 409, 'already-patron');
  });

  describe('towards browsers', () => {
    it('lets the library’s page in, for the headers of the contract and without cookies', async () => {
      const answer = await call('OPTIONS', 'patrons', undefined, {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), PAGE);
      assert.match(answer.headers.get('Access-Control-Allow-Headers') ?? '', /Authorization, Content-Type, Idempotency-Key/);
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
      assert.equal(answer.headers.get('Vary'), 'Origin');
    });

    it('keeps every other page out', async () => {
      for (const origin of ['https://evil.example', 'http://localhost:99', 'null', `${PAGE}.evil.example`]) {
        const answer = await call('GET', 'branches', undefined, { Origin: origin });
        assert.equal(answer.status, 403);
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
      }
    });

    it('lets no answer be stored', async () => {
      const answer = await call('GET', 'branches');
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
    });

    it('takes JSON of a reasonable size only', async () => {
      assert.equal((await call('POST', 'sessions', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status, 415);
      assert.equal((await call('POST', 'sessions', JSON.stringify({ code: 'x'.repeat(20_000) }))).status, 413);
      assert.equal((await call('POST', 'sessions', '{"method":')).status, 400);
    });

    it('knows nothing outside its base path', async () => {
      await isProblem(await call('GET', '/'), 404, 'not-found');
      await isProblem(await call('GET', '/signup-api/../branches'), 404, 'not-found');
      await isProblem(await call('GET', 'nothing'), 404, 'not-found');
    });
  });

  describe('for the simulator', () => {
    it('plays a scenario for one call', async () => {
      assert.deepEqual(await (await call('GET', '/_demo/scenario')).json(), { name: 'default' });
      assert.equal((await call('PUT', '/_demo/scenario', { name: 'unavailable', call: 'branches' })).status, 200);
      await isProblem(await call('GET', 'branches'), 503, 'unavailable');
      assert.equal((await call('GET', 'service-points')).status, 200);
      assert.equal((await call('POST', '/_demo/reset')).status, 204);
      assert.equal((await call('GET', 'branches')).status, 200);
      await isProblem(await call('PUT', '/_demo/scenario', { name: 'nonsense' }), 422, 'field-invalid');
    });

    it('cuts the connection, before the answer and in the middle of it', async () => {
      for (const name of ['offline', 'answer-lost', 'cut-off']) {
        await call('PUT', '/_demo/scenario', { name, call: 'branches' });
        await assert.rejects(async () => (await call('GET', 'branches')).json(), name);
      }
    });

    it('shows the mails that were sent', async () => {
      await call('POST', 'user-id-reminders', { email: 'gorm@post.example' }, { 'Idempotency-Key': 'mail' });
      const mails = (await (await call('GET', '/_demo/mails')).json()) as { to: string }[];
      assert.deepEqual(
        mails.map(({ to }) => to),
        ['gorm@post.example'],
      );
    });
  });
});
