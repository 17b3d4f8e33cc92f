import { expect } from '@open-wc/testing';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { createHttpGateway, type HttpGatewayOptions } from '../support/http-gateway.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { createHandlers } from '../../mocks/handlers/gateway.js';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { createMockLibrary, type MockLibrary } from '../../mocks/library.js';
import type { PersonaId } from '../../mocks/personas.js';
import type { ScenarioName } from '../../mocks/scenarios.js';
import { failureOf, gatewaySuite, type GatewayHarness } from './gateway.suite.js';

const BASE = '/http-gateway-test/';
const worker = setupWorker();
let library: MockLibrary;
/** Method, path and key of every request that went out. */
let sent: { call: string; key: string | null; headers: Headers; url: string }[] = [];

before(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
after(() => worker.stop());

async function setup(options: Partial<HttpGatewayOptions> = {}): Promise<GatewayHarness> {
  library = createMockLibrary({ identify: createMockIdentify() });
  sent = [];
  worker.resetHandlers(
    http.all(`${BASE}*`, ({ request }) => {
      const { pathname } = new URL(request.url);
      sent.push({
        call: `${request.method} ${pathname.slice(BASE.length)}`,
        key: request.headers.get('Idempotency-Key'),
        headers: request.headers,
        url: request.url,
      });
    }),
    ...createHandlers({ base: BASE, library }),
  );
  const secrets = createSecretHolder();
  return {
    secrets,
    gateway: createHttpGateway({ url: BASE, secrets, sleep: () => Promise.resolve(), ...options }),
    prove: (persona: PersonaId, provider = 'mitid') => ({
      method: 'code',
      provider,
      code: encodeMockCode(persona),
      codeVerifier: 'verifier',
      nonce: 'nonce',
      redirectUri: 'https://library.example/',
    }),
    mails: () => library.mails,
    expireSessions: () => library.expireSessions(),
  };
}

const contact = { email: 'astrid@post.example', sms: false, branch: 'DK-710100', language: 'da' } as const;

gatewaySuite('The HTTP client', () => setup());

describe('The HTTP client when something goes wrong', () => {
  // What each scenario must be called, and how many requests a read and a write send for it.
  const table: [scenario: ScenarioName, code: string, reads: number, writes: number][] = [
    ['offline', 'unavailable', 3, 2],
    ['answer-lost', 'unavailable', 3, 2],
    ['cut-off', 'unavailable', 3, 2],
    ['server-error', 'unavailable', 3, 1],
    ['html', 'unavailable', 1, 1],
    ['malformed', 'unavailable', 1, 1],
    ['not-json', 'unavailable', 1, 1],
    ['empty', 'unavailable', 1, 1],
    ['redirect', 'unavailable', 1, 1],
    ['unknown-problem', 'unavailable', 1, 1],
    ['session-expired', 'session-expired', 1, 1],
    ['under-age', 'under-age', 1, 1],
    ['not-permitted', 'not-permitted', 1, 1],
    ['blocked', 'blocked', 1, 1],
    ['mailbox-required', 'mailbox-required', 1, 1],
    ['not-found', 'not-found', 1, 1],
    ['no-registry-data', 'no-registry-data', 1, 1],
    ['conflict', 'already-patron', 1, 1],
    ['expired', 'expired', 1, 1],
    ['field-invalid', 'field-invalid', 1, 1],
    ['locked', 'locked-out', 1, 1],
    ['too-many', 'too-many-requests', 1, 1],
    ['provider-failed', 'provider-failed', 3, 1],
    ['unavailable', 'unavailable', 3, 1],
  ];
  for (const [scenario, code, reads, writes] of table) {
    it(`names ${scenario} ${code}`, async () => {
      const { gateway, secrets, prove } = await setup();
      await gateway.openSession(prove('adult-resident'));
      library.scenario.set(scenario);
      sent = [];
      const retryable = ['unavailable', 'provider-failed', 'too-many-requests'].includes(code);
      expect(await failureOf(gateway.listBranches())).to.include({ code, retryable });
      expect(sent.length, 'requests of a read').to.equal(reads);
      sent = [];
      secrets.set('pin', '2580');
      expect(await failureOf(gateway.registerPatron(contact))).to.include({ code, retryable });
      expect(sent.length, 'requests of a write').to.equal(writes);
      expect(new Set(sent.map(({ key }) => key)).size, 'keys').to.equal(1);
    });
  }

  for (const scenario of ['answer-lost', 'cut-off', 'html', 'malformed', 'not-json', 'empty'] as const) {
    it(`registers once when the first answer is spoilt: ${scenario}`, async () => {
      const { gateway, secrets, prove } = await setup();
      await gateway.openSession(prove('adult-resident'));
      secrets.set('pin', '2580');
      library.scenario.set({ name: scenario, call: 'patrons', times: 2 });
      await failureOf(gateway.registerPatron(contact));
      library.scenario.set('default');
      expect((await gateway.registerPatron(contact)).resident).to.equal(true);
      expect(library.mails.filter(({ kind }) => kind === 'registered').length).to.equal(1);
    });
  }

  it('opens one session when the answer to the first attempt is lost, with a proof that works once', async () => {
    const { gateway, secrets, prove } = await setup();
    const proof = prove('adult-resident');
    library.scenario.set({ name: 'html', call: 'sessions', times: 1 });
    expect((await failureOf(gateway.openSession(proof))).code).to.equal('unavailable');
    await gateway.openSession(proof);
    expect(secrets.get('token')).to.match(/\S/);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(1);
  });

  it('gives a slow answer up', async () => {
    const { gateway } = await setup({ timeout: 500 });
    library.scenario.set('slow');
    expect((await failureOf(gateway.remindUserId({ email: 'gorm@post.example' }))).code).to.equal('unavailable');
    expect(sent.length).to.equal(1);
  });

  it('keeps tokens, PINs and CPR numbers out of addresses', async () => {
    const { gateway, secrets, prove } = await setup();
    await gateway.openSession(prove('adult-resident'));
    secrets.set('pin', '2580');
    await gateway.registerPatron(contact);
    await gateway.listUserIds();
    const token = secrets.get('token')!;
    expect(sent.at(-1)!.headers.get('Authorization')).to.equal(`Bearer ${token}`);
    for (const { url } of sent) expect(url).not.to.include(token).and.not.to.include('2580').and.not.to.include('720386');
  });
});
