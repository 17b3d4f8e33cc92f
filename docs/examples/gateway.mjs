// A gateway for registering adults with MitID, in one file: to read, and to start from. Needs the packages node:http and openid-client.
// ISSUER, CLIENT_ID, CLIENT_SECRET: the broker's. PAGE_ORIGIN, REDIRECT_URI: of the page with <library-signup>.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as oidc from 'openid-client';

const { ISSUER, CLIENT_ID, CLIENT_SECRET, PAGE_ORIGIN, REDIRECT_URI, ID_TOKEN_ALG = 'RS256', PORT = '8787' } = process.env;
const BASE = '/signup-api/';
const SESSION_SECONDS = 20 * 60;

/** Here goes your library system. */
const patrons = new Map();
const library = {
  municipality: '101',
  branches: [{ id: 'DK-710100', name: 'Hovedbiblioteket', address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' } }],
  statusOf: (cpr) => (patrons.has(cpr) ? 'active' : 'none'),
  register: (cpr, details) => patrons.set(cpr, details),
};

class Problem extends Error {
  constructor(status, code, more) {
    super(code);
    this.body = { type: 'about:blank', title: code, status, code, ...more };
  }
}

const loopback = new URL(ISSUER).protocol === 'http:';
const broker = await oidc.discovery(
  new URL(ISSUER),
  CLIENT_ID,
  { id_token_signed_response_alg: ID_TOKEN_ALG },
  oidc.ClientSecretBasic(CLIENT_SECRET),
  { execute: loopback ? [oidc.allowInsecureRequests] : [] },
);

/** Swaps the code for the person behind it: secret, PKCE verifier, nonce, signature and issuer are checked here. */
async function identify({ method, code, codeVerifier, nonce, redirectUri, iss }) {
  if (method !== 'code' || redirectUri !== REDIRECT_URI) throw new Problem(400, 'proof-invalid');
  const answer = new URL(redirectUri);
  answer.searchParams.set('code', code);
  if (iss !== undefined) answer.searchParams.set('iss', iss);
  try {
    const tokens = await oidc.authorizationCodeGrant(broker, answer, {
      pkceCodeVerifier: codeVerifier,
      expectedNonce: nonce,
      expectedState: oidc.skipStateCheck, // compared where it was made, in the browser
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return { ...claims, ...(await oidc.fetchUserInfo(broker, tokens.access_token, claims.sub)) };
  } catch (error) {
    const refused = error instanceof oidc.ResponseBodyError ? error.error === 'invalid_grant' : error instanceof oidc.ClientError;
    throw refused ? new Problem(400, 'proof-invalid') : new Problem(502, 'provider-failed');
  }
}

/** By token. The CPR number stays in here. */
const sessions = new Map();
const describe = (token, { claims }) => ({
  token,
  expiresIn: SESSION_SECONDS,
  person: { name: claims.name, birthDate: claims.birthdate, hasCpr: claims.cprNumberIdentifier !== undefined },
  patron: { status: library.statusOf(claims.cprNumberIdentifier) },
});

const calls = {
  'POST sessions': async ({ body }) => {
    const session = { claims: await identify(body), until: 0 };
    const token = randomBytes(32).toString('base64url');
    session.until = Date.now() + SESSION_SECONDS * 1000;
    sessions.set(token, session);
    return [201, describe(token, session)];
  },
  'GET sessions/current': ({ token, session }) => {
    session().until = Date.now() + SESSION_SECONDS * 1000;
    return [200, describe(token, session())];
  },
  'DELETE sessions/current': ({ token, session }) => {
    session();
    sessions.delete(token);
    return [204];
  },
  'GET branches': () => [200, { branches: library.branches }],
  'POST patrons': ({ body, session }) => {
    const { cprNumberIdentifier: cpr, address_details: address } = session().claims;
    if (cpr === undefined) throw new Problem(404, 'no-registry-data');
    if (library.statusOf(cpr) === 'active') throw new Problem(409, 'already-patron');
    const errors = [];
    if (!/^\S+@\S+\.\S+$/.test(body.email)) errors.push({ field: 'email', code: 'invalid' });
    if (!library.branches.some(({ id }) => id === body.branch)) errors.push({ field: 'branch', code: 'unknown' });
    if (!/^\d{4}$/.test(body.pin)) errors.push({ field: 'pin', code: 'length' });
    if (errors.length > 0) throw new Problem(422, 'field-invalid', { errors });
    library.register(cpr, body);
    const resident = address?.municipality_code?.slice(-3) === library.municipality;
    return [201, { userId: { type: 'cpr', hint: `${cpr.slice(0, 6)}-••••` }, resident, card: 'health-card' }];
  },
};

/** Answers to writes by key: the same key is the same write, however often it comes. Keep them for 24 hours. */
const written = new Map();

async function answer(request) {
  const path = new URL(request.url, 'http://localhost').pathname;
  const name = path.startsWith(BASE) ? `${request.method} ${path.slice(BASE.length)}` : '';
  if (!Object.hasOwn(calls, name)) throw new Problem(404, 'not-found');
  let text = '';
  for await (const chunk of request) if ((text += chunk).length > 16_384) throw new Problem(422, 'field-invalid');
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const session = () => {
    const open = sessions.get(token);
    if (!open || open.until < Date.now()) throw new Problem(401, 'session-expired');
    return open;
  };
  const work = async () => calls[name]({ body: text === '' ? {} : JSON.parse(text), token, session });
  const key = request.method === 'GET' ? undefined : request.headers['idempotency-key'];
  if (key === undefined) return work();
  const known = `${name} ${token} ${key}`;
  if (!written.has(known)) {
    written.set(known, work());
    // A fault is no answer: the same key may try again.
    written.get(known).catch((error) => {
      if (!(error instanceof Problem) || error.body.status >= 500) written.delete(known);
    });
  }
  return written.get(known);
}

const server = createServer(async (request, response) => {
  response.setHeader('Cache-Control', 'no-store').setHeader('Vary', 'Origin');
  if (request.headers.origin === PAGE_ORIGIN) {
    response.setHeader('Access-Control-Allow-Origin', PAGE_ORIGIN);
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  }
  if (request.method === 'OPTIONS') return response.writeHead(204).end();
  try {
    const [status, body] = await answer(request);
    response.writeHead(status, body && { 'Content-Type': 'application/json' }).end(body && JSON.stringify(body));
  } catch (error) {
    const { body } = error instanceof Problem ? error : new Problem(503, 'unavailable');
    response.writeHead(body.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body));
  }
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${BASE}`));
