import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CALLS } from '../../../src/server/calls.js';
import { gatewayConfigurationSchema } from '../../../src/server/configuration.js';
import { serve, type NodeServer } from '../../../src/server/node.js';
import { runGateway, type RunningGateway } from '../../../src/server/run.js';
import { sha256 } from '../../../src/server/secrets.js';
import { BRANCHES } from '../../support/server-harness.js';

const REDIRECT_URI = 'https://library.example/sign-up';
const CPR = '7203861234';
/** Marks that stand in whatever is personal or secret, each another one, so that a leak names its way. */
const canaries: string[] = [CPR, 'gateway-secret-canary-0123456789abcdef', 'client-secret-canary'];
const canary = (about: string): string => {
  const mark = `canary-${about}-${canaries.length}`;
  canaries.push(mark);
  return mark;
};

/** A copy with a mark in the place of each text, and one more member that nobody knows. */
function marked(value: unknown, path: string): unknown {
  if (typeof value === 'string') return canary(path);
  if (Array.isArray(value)) return value.map((one, at) => marked(one, `${path}${at}`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, marked(one, name)] as const);
  return Object.fromEntries([...entries, ['unknown', canary('unknown')]]);
}

describe('what the gateway writes down', () => {
  let broker: NodeServer;
  let gateway: RunningGateway;
  const log: string[] = [];

  const call = async (name: string, body: unknown, token?: string, headers: Record<string, string> = {}): Promise<Response> => {
    const [method = '', path = ''] = name.split(' ');
    return fetch(gateway.url + path.replace(/\{\w+\}/, canary('path')), {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };

  before(async () => {
    broker = await serve(async ({ url }) => {
      if (new URL(url).pathname === '/oauth/token') return Response.json({ access_token: canary('access-token') });
      return Response.json({ attributes: { cpr: CPR, uniqueId: canary('unique-id'), municipality: '101' } });
    });
    gateway = await runGateway(
      gatewayConfigurationSchema.parse({
        port: 0,
        redirectUris: [REDIRECT_URI],
        secret: 'gateway-secret-canary-0123456789abcdef',
        library: { id: 'DK-710100', name: 'The library', pageUrl: REDIRECT_URI, emailAsUserId: true, mailboxDomains: ['auh.rm.dk'] },
        providers: { bibdk: { kind: 'login.bib.dk', url: broker.origin, clientId: 'signup', clientSecret: 'client-secret-canary' } },
        store: { kind: 'embedded' },
        librarySystem: { kind: 'postgres', branches: BRANCHES },
      }),
      { writeLog: (line) => log.push(line) },
    );
  });
  after(async () => {
    await gateway.stop();
    await broker.close(0);
  });

  it('holds nothing that somebody has typed, was told or is called: not in its log, its metrics, its database', async () => {
    const verifier = canary('verifier').padEnd(43, 'v');
    const state = canary('state');
    const nonce = canary('nonce');
    const start = { provider: 'bibdk', redirectUri: REDIRECT_URI, state, nonce, codeChallenge: await sha256(verifier), language: 'da' };
    assert.equal((await call('POST authorizations', start)).status, 201);
    const proof = {
      method: 'code',
      provider: 'bibdk',
      code: canary('code'),
      codeVerifier: verifier,
      nonce,
      state,
      redirectUri: REDIRECT_URI,
    };
    const opened = await call('POST sessions', proof, undefined, { 'Idempotency-Key': canary('key') });
    assert.equal(opened.status, 201);
    const { token } = (await opened.json()) as { token: string };
    canaries.push(token);

    const email = `${canary('email')}@post.example`;
    const person = { email, phone: '20305791', sms: true, branch: 'DK-710100-1', pin: '7391', language: 'da' };
    canaries.push('20305791');
    assert.equal((await call('POST patrons', person, token, { 'Idempotency-Key': canary('key') })).status, 201);
    const child = { cpr: '7105155123', name: canary('child-name') };
    canaries.push(child.cpr);
    const application = { ...person, child, relation: 'parent', acceptedLiability: true };
    assert.equal((await call('POST child-applications', application, token)).status, 202);
    assert.equal((await call('POST pin-orders', { userId: CPR })).status, 202);
    assert.equal((await call('POST pin-resets', { email })).status, 202);
    assert.equal((await call('POST user-id-reminders', { email })).status, 202);
    assert.equal((await call('POST mailbox-challenges', { purpose: 'kaldemail', email: `${canary('mailbox')}@auh.rm.dk` })).status, 202);
    // Every call of the contract, filled with marks, with and without a session: most are refused, and a refusal is written down too.
    for (const [name, { request }] of Object.entries(CALLS)) {
      if (name === 'DELETE sessions/current') continue;
      for (const bearer of [undefined, token, canary('token')]) {
        const body = request && marked(request.example, 'body');
        const headers: Record<string, string> = { 'X-Unknown': canary('header') };
        if (!name.startsWith('GET')) headers['Idempotency-Key'] = canary('key');
        await call(name, body, bearer, headers);
      }
      if (request) await fetch(gateway.url + (name.split(' ')[1] ?? ''), { method: 'POST', body: `{"${canary('cut-json')}` });
    }
    // What is done after the answer.
    await new Promise((resolve) => setTimeout(resolve, 500));

    const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
    const { db } = gateway.database;
    const tables = ['records', 'answers', 'counters', 'outbox', 'patrons', 'user_ids', 'applications', 'audit', 'tasks'] as const;
    const rows = await Promise.all(tables.map(async (table) => JSON.stringify(await db.selectFrom(table).selectAll().execute())));
    const written: Record<string, string> = {
      log: log.join(''),
      metrics,
      ...Object.fromEntries(tables.map((table, at) => [table, rows[at] ?? ''])),
    };
    for (const table of ['records', 'answers', 'outbox', 'patrons', 'applications', 'audit', 'log'] as const)
      assert.ok((written[table] ?? '').length > 40, `${table} is empty`);
    for (const [where, text] of Object.entries(written))
      for (const mark of canaries) assert.ok(!text.includes(mark), `${mark} stands in ${where}`);
    assert.ok(canaries.length > 300);
  });

  it('tells who did what, by a name that is nobody’s', async () => {
    const entries = await gateway.database.db.selectFrom('audit').selectAll().orderBy('at').execute();
    const [login, registration] = ['POST sessions', 'POST patrons'].map((name) =>
      entries.find(({ call: one, status }) => one === name && status === 201),
    );
    assert.ok(login?.person);
    assert.equal(registration?.person, login.person);
    assert.ok(entries.some(({ call: one, code }) => one === 'POST patrons' && code === 'session-expired'));
    // Nothing is noted of who only looks.
    assert.ok(entries.every(({ call: one }) => !one.startsWith('GET')));
  });
});
