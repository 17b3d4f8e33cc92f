import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, createPrivateKey, type KeyObject } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createLoginBibDkBroker } from '../../../src/server/brokers/login-bib-dk.js';
import { createOpenIdBroker } from '../../../src/server/brokers/openid.js';
import { serve, type NodeServer } from '../../../src/server/node.js';
import type { CodeProof } from '../../../src/server/ports.js';
import { GatewayProblem } from '../../../src/server/problem.js';

const REDIRECT_URI = 'https://library.example/sign-up';
const b64 = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** What this broker does otherwise than a good one. */
interface Misdeeds {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: KeyObject;
  signature?: string;
  token?: () => Promise<Response> | Response;
  userinfo?: Record<string, unknown>;
}

function jwt(header: Record<string, unknown>, claims: Record<string, unknown>, key: KeyObject, signature?: string): string {
  const head = `${b64(header)}.${b64(claims)}`;
  return `${head}.${signature ?? sign('sha256', Buffer.from(head), { key: createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })), dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

describe('a broker that misbehaves', () => {
  let server: NodeServer;
  let misdeeds: Misdeeds = {};
  const broker = () =>
    createOpenIdBroker({
      providers: { mitid: { issuer: server.origin, clientId: 'signup', clientSecret: 'secret', level: 'substantial', needsCpr: true } },
      redirectUris: [REDIRECT_URI],
      timeout: 1,
    });
  const proof = (change: Partial<CodeProof> = {}): CodeProof => ({
    ...{
      method: 'code',
      provider: 'mitid',
      code: 'c',
      codeVerifier: 'v'.repeat(43),
      nonce: 'the-nonce',
      redirectUri: REDIRECT_URI,
      iss: server.origin,
    },
    ...change,
  });
  const refusal = async (deeds: Misdeeds, change: Partial<CodeProof> = {}): Promise<string> => {
    misdeeds = deeds;
    try {
      await broker().identify(proof(change));
      return 'accepted';
    } catch (error) {
      assert.ok(error instanceof GatewayProblem);
      return error.problem.code;
    }
  };

  before(async () => {
    server = await serve(async (request) => {
      const { pathname, origin } = new URL(request.url);
      if (pathname === '/.well-known/openid-configuration') {
        return Response.json({
          ...{
            issuer: origin,
            authorization_endpoint: `${origin}/auth`,
            token_endpoint: `${origin}/token`,
            userinfo_endpoint: `${origin}/me`,
            jwks_uri: `${origin}/jwks`,
          },
          ...{ response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'] },
          authorization_response_iss_parameter_supported: true,
        });
      }
      if (pathname === '/jwks')
        return Response.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] });
      if (pathname === '/me') return Response.json({ sub: 'anna', ...misdeeds.userinfo });
      if (misdeeds.token) return misdeeds.token();
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        ...{
          iss: origin,
          sub: 'anna',
          aud: 'signup',
          iat: now,
          exp: now + 300,
          nonce: 'the-nonce',
          acr: 'urn:grn:authn:dk:mitid:substantial',
        },
        ...{ name: 'Anna', birthdate: '1986-03-12', cprNumberIdentifier: '7203861234' },
        ...misdeeds.claims,
      };
      const token = jwt({ alg: 'ES256', kid: 'k1', ...misdeeds.header }, claims, misdeeds.key ?? privateKey, misdeeds.signature);
      return Response.json({ access_token: 'a', token_type: 'Bearer', id_token: token });
    });
  });
  after(() => server.close(0));

  it('is believed where it does not', async () => {
    misdeeds = {};
    const identity = await broker().identify(proof());
    assert.deepEqual([identity.subject, identity.cpr, identity.birthDate, identity.name], ['anna', '7203861234', '1986-03-12', 'Anna']);
  });

  const refused: Record<string, [Misdeeds, string, Partial<CodeProof>?]> = {
    'another nonce': [{ claims: { nonce: 'another' } }, 'proof-invalid'],
    'no nonce': [{ claims: { nonce: undefined } }, 'provider-failed'],
    'another issuer': [{ claims: { iss: 'https://evil.example' } }, 'proof-invalid'],
    'another audience': [{ claims: { aud: 'somebody-else' } }, 'proof-invalid'],
    'a token that has ended': [{ claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }, 'proof-invalid'],
    'a token signed with another key': [{ key: other }, 'provider-failed'],
    'a key that is not its own': [{ header: { kid: 'k2' } }, 'provider-failed'],
    'a signature that is none': [{ signature: 'AAAA' }, 'provider-failed'],
    'alg none': [{ header: { alg: 'none' }, signature: '' }, 'provider-failed'],
    'a level that is too low': [{ claims: { acr: 'urn:grn:authn:dk:mitid:low' } }, 'proof-invalid'],
    'no level': [{ claims: { acr: undefined } }, 'proof-invalid'],
    'no CPR number': [{ claims: { cprNumberIdentifier: undefined } }, 'provider-failed'],
    'a CPR number that is none': [{ claims: { cprNumberIdentifier: '9999999999' } }, 'provider-failed'],
    'a CPR number of another birth date': [{ claims: { birthdate: '1990-01-01' } }, 'provider-failed'],
    'facts of somebody else': [{ userinfo: { sub: 'bo' } }, 'proof-invalid'],
    'a grant that it refuses': [{ token: () => Response.json({ error: 'invalid_grant' }, { status: 400 }) }, 'proof-invalid'],
    'a fault of its own': [{ token: () => new Response('oops', { status: 500 }) }, 'provider-failed'],
    'no iss in its answer, which it promises': [{}, 'proof-invalid', { iss: undefined }],
    'an iss of another': [{}, 'proof-invalid', { iss: 'https://evil.example' }],
    'another redirect URI': [{}, 'proof-invalid', { redirectUri: 'https://evil.example/' }],
    'a provider that is unknown': [{}, 'proof-invalid', { provider: 'nobody' }],
  };
  for (const [what, [deeds, code, change]] of Object.entries(refused)) {
    it(`is refused: ${what}`, async () => {
      const found = await refusal(deeds, change);
      assert.ok(found === code || (code === 'proof-invalid' && found === 'provider-failed'), found);
    });
  }

  it('is not waited for longer than its time', { timeout: 15_000 }, async () => {
    const begun = Date.now();
    assert.equal(await refusal({ token: () => new Promise(() => undefined) }), 'provider-failed');
    assert.ok(Date.now() - begun < 5_000);
  });

  it('login.bib.dk: no number of somebody who is blocked, and no code twice', async () => {
    const codes = new Set(['one']);
    const bibdk = (attributes: Record<string, unknown>) =>
      createLoginBibDkBroker({
        ...{ url: 'https://login.bib.dk', clientId: 'signup', clientSecret: 'secret', redirectUris: [REDIRECT_URI], agency: '710100' },
        fetch: async (input, init) => {
          if ((input as URL).pathname === '/oauth/token') {
            const code = (init?.body as URLSearchParams).get('code') ?? '';
            return codes.delete(code) ? Response.json({ access_token: 't' }) : Response.json({ error: 'invalid_grant' }, { status: 400 });
          }
          return Response.json({ attributes });
        },
      });
    const good = bibdk({ cpr: '7203861234', uniqueId: 'guid', municipality: '101', birthDate: '1203', birthYear: '1986' });
    const identity = await good.identify(proof({ code: 'one' }));
    assert.deepEqual([identity.subject, identity.cpr, identity.birthDate], ['guid', '7203861234', '1986-03-12']);
    await assert.rejects(good.identify(proof({ code: 'one' })), GatewayProblem);
    codes.add('two');
    await assert.rejects(bibdk({ cpr: '7203861234', blocked: true }).identify(proof({ code: 'two' })), { name: 'GatewayProblem' });
    const url = new URL(
      (await good.authorize?.({
        provider: 'bibdk',
        redirectUri: REDIRECT_URI,
        state: 's',
        nonce: 'n',
        codeChallenge: 'c',
        language: 'da',
      })) ?? '',
    );
    assert.deepEqual([url.origin, url.searchParams.get('state'), url.searchParams.get('agency')], ['https://login.bib.dk', 's', '710100']);
  });
});
