import { expect } from '@open-wc/testing';
import { createHttpGateway, type HttpGatewayOptions } from '../support/http-gateway.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { failureOf } from './gateway.suite.js';

type Answer = () => Response | Promise<Response>;
const json =
  (body: unknown, init?: ResponseInit): Answer =>
  () =>
    Response.json(body, init);
const session = { token: 't-1', expiresIn: 1200, person: { hasCpr: true }, patron: { status: 'none' } };
const registration = { userId: { type: 'cpr', hint: '010203-••••' }, resident: true, card: 'health-card' };
const contact = { email: 'a@post.example', sms: false, branch: 'DK-1', language: 'da' } as const;
const proof = { method: 'host', provider: 'cms', token: 'h' } as const;

function setup(answers: Answer[], options: Partial<HttpGatewayOptions> = {}) {
  const requests: { url: string; init: RequestInit; key: string | null; body: unknown }[] = [];
  const pauses: number[] = [];
  const secrets = createSecretHolder();
  secrets.set('token', 't-1');
  secrets.set('pin', '2580');
  const gateway = createHttpGateway({
    url: 'https://gateway.example/api',
    secrets,
    fetch: async (url, init = {}) => {
      init.signal?.throwIfAborted();
      requests.push({
        url: new Request(url).url,
        init,
        key: new Headers(init.headers).get('Idempotency-Key'),
        body: init.body && JSON.parse(init.body as string),
      });
      const answer = answers[Math.min(requests.length, answers.length) - 1]!;
      return Promise.race([
        answer(),
        new Promise<never>((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))),
      ]);
    },
    sleep: async (pause) => {
      pauses.push(pause);
    },
    ...options,
  });
  return { gateway, secrets, requests, pauses };
}

const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const pending: Answer = () => new Promise(() => undefined);

describe('A request to the gateway', () => {
  for (const [url, baseUrl, expected] of [
    ['https://gateway.example/api', undefined, 'https://gateway.example/api/branches'],
    ['https://gateway.example/api/', undefined, 'https://gateway.example/api/branches'],
    ['https://gateway.example/api?x=1#y', undefined, 'https://gateway.example/api/branches'],
    ['/signup-api/', 'https://library.example/da/bliv-bruger', 'https://library.example/signup-api/branches'],
    ['signup-api', 'https://library.example/da/', 'https://library.example/da/signup-api/branches'],
    ['/signup-api', undefined, `${location.origin}/signup-api/branches`],
  ] as const) {
    it(`resolves ${url}${baseUrl ? ` on ${baseUrl}` : ''}`, async () => {
      const { gateway, requests } = setup([json({ branches: [] })], { url, baseUrl });
      await gateway.listBranches();
      expect(requests[0]!.url).to.equal(expected);
    });
  }

  it('fails with a name when its address is no address', async () => {
    const { gateway } = setup([json({ branches: [] })], { url: 'http://' });
    expect((await failureOf(gateway.listBranches())).code).to.equal('unavailable');
  });

  it('is not cached, sends no referrer, follows no redirect, and has credentials as configured', async () => {
    const { gateway, requests } = setup([json({ branches: [] })], { credentials: 'include' });
    await gateway.listBranches();
    expect(requests[0]!.init).to.include({ cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'manual', credentials: 'include' });
    const headers = new Headers(requests[0]!.init.headers);
    expect(headers.get('Accept')).to.equal('application/json');
    expect(headers.has('Authorization')).to.equal(false);
    expect(requests[0]!.key).to.equal(null);
  });

  it('repeats a read twice, after 300 and 900 ms', async () => {
    const { gateway, requests, pauses } = setup([lost, json({}, { status: 504 }), json({ branches: [] })]);
    expect(await gateway.listBranches()).to.deep.equal([]);
    expect(requests.length).to.equal(3);
    expect(pauses).to.deep.equal([300, 900]);
  });

  it('does not repeat a read sooner than the gateway wishes', async () => {
    const { gateway, requests } = setup([json({}, { status: 503, headers: { 'Retry-After': '120' } })]);
    expect(await failureOf(gateway.listBranches())).to.include({ code: 'unavailable', retryAfter: 120 });
    expect(requests.length).to.equal(1);
  });

  it('repeats a write once, with its key, when the connection is lost', async () => {
    const { gateway, requests } = setup([lost, json(registration, { status: 201 })]);
    await gateway.registerPatron(contact);
    expect(requests.length).to.equal(2);
    expect(requests[0]!.key)
      .to.match(/^[\da-f-]{36}$/)
      .and.to.equal(requests[1]!.key);
  });

  it("does not repeat a write that timed out, but keeps its key for the patron's own retry", async () => {
    const { gateway, requests } = setup([pending, json(registration, { status: 201 })], { timeout: 20 });
    expect((await failureOf(gateway.registerPatron(contact))).code).to.equal('unavailable');
    expect(requests.length).to.equal(1);
    await gateway.registerPatron(contact);
    expect(requests[1]!.key).to.equal(requests[0]!.key);
  });

  it('reads a stalled body inside the time-out', async () => {
    const stalled: Answer = () => {
      const response = Response.json({});
      Object.defineProperty(response, 'text', {
        value: () => new Promise((_, reject) => setTimeout(() => reject(new DOMException('Aborted', 'AbortError')), 40)),
      });
      return response;
    };
    const { gateway } = setup([stalled], { timeout: 20 });
    expect((await failureOf(gateway.requestPinReset({ email: 'a@post.example' }))).code).to.equal('unavailable');
  });

  it('keeps the key over an unavailable answer and drops it after a definitive one', async () => {
    const { gateway, requests } = setup([
      json({ code: 'unavailable' }, { status: 503 }),
      json({ code: 'provider-failed' }, { status: 502 }),
      json({ code: 'proof-invalid' }, { status: 400 }),
      json(session, { status: 201 }),
    ]);
    for (let at = 0; at < 3; at++) await failureOf(gateway.openSession(proof));
    await gateway.openSession(proof);
    const [first, second, third, fourth] = requests.map(({ key }) => key);
    expect(second).to.equal(first);
    expect(third).to.equal(first);
    expect(fourth).not.to.equal(first);
  });

  it('uses a new key for a changed body, and after everything was forgotten', async () => {
    const { gateway, secrets, requests } = setup([json({}, { status: 503 })]);
    await failureOf(gateway.registerPatron(contact));
    await failureOf(gateway.registerPatron({ ...contact, sms: true }));
    secrets.clear();
    secrets.set('token', 't-1');
    secrets.set('pin', '2580');
    await failureOf(gateway.registerPatron({ ...contact, sms: true }));
    expect(new Set(requests.map(({ key }) => key)).size).to.equal(3);
  });

  it('keeps nothing of a write that was answered', async () => {
    const { gateway, secrets } = setup([json(registration, { status: 201 })]);
    await gateway.registerPatron(contact);
    expect(secrets.get('openWrites')?.size).to.equal(0);
  });

  it('sends the same write with the same key when it is asked for twice at once', async () => {
    const { gateway, requests } = setup([json(registration, { status: 201 })]);
    const [one, other] = await Promise.all([gateway.registerPatron(contact), gateway.registerPatron(contact)]);
    expect(one).to.deep.equal(other);
    expect(new Set(requests.map(({ key }) => key)).size).to.equal(1);
  });

  it('stops when it is given up, sends nothing for who had given up before, and starts anew with the same key', async () => {
    const { gateway, requests } = setup([pending, json(registration, { status: 201 })]);
    const leaving = new AbortController();
    const left = failureOf(gateway.registerPatron(contact, leaving.signal));
    leaving.abort();
    await left;
    expect(requests[0]!.init.signal!.aborted).to.equal(true);
    await failureOf(gateway.registerPatron(contact, leaving.signal));
    expect(requests.length).to.equal(1);
    await gateway.registerPatron(contact);
    expect(requests[1]!.key).to.equal(requests[0]!.key);
  });

  it("reads Retry-After as seconds and as a date, and prefers the problem's own", async () => {
    const clock = { now: () => Date.parse('2026-03-01T12:00:00Z') };
    const limited = (headers: HeadersInit, body: unknown = {}): Answer => json(body, { status: 429, headers });
    const { gateway } = setup(
      [
        limited({ 'Retry-After': '17' }),
        limited({ 'Retry-After': 'Sun, 01 Mar 2026 12:01:30 GMT' }),
        limited({ 'Retry-After': 'soon' }),
        limited({ 'Retry-After': '17' }, { code: 'too-many-requests', retryAfter: 5 }),
      ],
      { clock },
    );
    const seen = [];
    for (let at = 0; at < 4; at++) seen.push((await failureOf(gateway.remindUserId({ email: 'a@post.example' }))).retryAfter);
    expect(seen).to.deep.equal([17, 90, undefined, 5]);
  });

  it('goes by the status when the code is unknown or the problem is no problem', async () => {
    for (const [status, body, code] of [
      [409, { code: 'something-new' }, 'already-patron'],
      [401, 'no', 'session-expired'],
      [403, { code: 7 }, 'not-permitted'],
      [410, {}, 'expired'],
      [422, { code: 'toString' }, 'field-invalid'],
      [423, null, 'locked-out'],
      [400, [], 'proof-invalid'],
      [500, {}, 'unavailable'],
      [418, {}, 'unavailable'],
    ] as const) {
      const { gateway } = setup([json(body, { status })]);
      expect((await failureOf(gateway.registerPatron(contact))).code, String(status)).to.equal(code);
    }
  });

  it('passes on attempts left and field errors', async () => {
    const { gateway, secrets } = setup([json({ code: 'code-wrong', attemptsLeft: 2 }, { status: 422 })]);
    secrets.set('code', '123456');
    expect(await failureOf(gateway.answerMailboxChallenge({ challenge: 'c' }))).to.include({
      code: 'code-wrong',
      attemptsLeft: 2,
      retryable: false,
    });
  });

  it('forgets a refused token, but not the one that came after it', async () => {
    const { gateway, secrets } = setup([
      () => {
        secrets.set('token', 't-2');
        return Response.json({ code: 'session-expired' }, { status: 401 });
      },
    ]);
    expect((await failureOf(gateway.listUserIds())).code).to.equal('session-expired');
    expect(secrets.get('token')).to.equal('t-2');
  });

  it('does not bring an ended session back when a late answer arrives', async () => {
    const { gateway, secrets } = setup([
      () => {
        secrets.clear('token');
        return Response.json(session);
      },
    ]);
    await gateway.readSession();
    expect(secrets.get('token')).to.equal(undefined);
  });

  it('ends a session without waiting for anybody, and whatever the answer', async () => {
    const { gateway, secrets, requests } = setup([lost]);
    await gateway.endSession();
    expect(secrets.get('token')).to.equal(undefined);
    expect(requests[0]!.init).to.include({ method: 'DELETE', keepalive: true });
  });

  it('lets no token or challenge out of its place in the path', async () => {
    const { gateway, secrets, requests } = setup([() => new Response(null, { status: 204 })]);
    for (const token of ['.', '..']) {
      secrets.set('pinResetToken', token);
      expect((await failureOf(gateway.completePinReset())).code).to.equal('not-found');
    }
    secrets.set('pinResetToken', '../../patrons/me?x=#y');
    await gateway.completePinReset();
    expect(requests.map(({ url }) => url)).to.deep.equal(['https://gateway.example/api/pin-resets/..%2F..%2Fpatrons%2Fme%3Fx%3D%23y']);
  });

  it('refuses unsafe addresses in answers', async () => {
    const unsafe = 'javascript:alert(1)';
    const { gateway } = setup([json({ url: unsafe }, { status: 201 }), json({ ...registration, signedInUrl: unsafe }, { status: 201 })]);
    const request = {
      provider: 'mitid',
      redirectUri: 'https://library.example/',
      state: 's',
      nonce: 'n',
      codeChallenge: 'c',
      language: 'da',
    } as const;
    expect((await failureOf(gateway.startAuthorization(request))).code).to.equal('unavailable');
    expect((await gateway.registerPatron(contact)).signedInUrl).to.equal(undefined);
  });
});
