import { expect } from '@open-wc/testing';
import { calculatePKCECodeChallenge } from 'oauth4webapi';
import type { ProviderConfig } from '../../src/contracts/config.js';
import { addressToLeaveFor, beginOidc, completeOidc, createHandOffSecrets } from '../../src/identity/oidc.js';
import type { SignupError } from '../../src/errors.js';
import { idura, makeTransaction } from './fixtures.js';
import { makeRequest } from './providers.suite.js';

const begin = async (config: ProviderConfig, gatewayUrl?: string): Promise<string> => {
  const request = await makeRequest(
    config,
    gatewayUrl === undefined ? {} : { startAuthorization: () => Promise.resolve({ url: gatewayUrl }) },
  );
  return beginOidc(request, {}).then(
    ({ url }) => url,
    (error: unknown) => (error as SignupError).code,
  );
};

describe('The secrets of a hand-off', () => {
  it('are 256 bits each, all different, the challenge being that of the verifier', async () => {
    const seen = new Set<string>();
    for (let at = 0; at < 200; at += 1) {
      const { state, nonce, codeVerifier, codeChallenge } = await createHandOffSecrets();
      for (const value of [state, nonce, codeVerifier, codeChallenge]) {
        expect(value).to.match(/^[\w-]{43}$/);
        seen.add(value);
      }
      expect(codeChallenge).to.equal(await calculatePKCECodeChallenge(codeVerifier));
    }
    expect(seen.size).to.equal(800);
  });
  it('use every bit', async () => {
    const bytes = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const { state } = await createHandOffSecrets();
        return Uint8Array.from(atob(`${state.replaceAll('-', '+').replaceAll('_', '/')}=`), (letter) => letter.charCodeAt(0));
      }),
    );
    for (let bit = 0; bit < 256; bit += 1) {
      const ones = bytes.filter((one) => ((one[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
      expect(ones, `bit ${bit}`).to.be.within(40, 160);
    }
  });
});

describe('An authorization request', () => {
  it("takes parameters of the configuration, the broker's own included, but none in place of the standard ones", async () => {
    const parameters = {
      response_type: 'token',
      client_id: 'evil',
      redirect_uri: 'https://evil.example',
      scope: 'all',
      state: 'fixed',
      nonce: 'fixed',
      code_challenge: 'x',
      code_challenge_method: 'plain',
      ui_locales: 'xx',
      response_mode: 'fragment',
      request: 'x',
      request_uri: 'x',
      acr_values: 'own',
      login_hint: 'action:confirm',
    };
    const request = await makeRequest({ ...idura, parameters });
    const { searchParams } = new URL((await beginOidc(request, {})).url);
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      response_type: 'code',
      client_id: 'urn:library',
      redirect_uri: request.redirectUri,
      scope: 'openid',
      state: request.state,
      nonce: request.nonce,
      code_challenge: request.codeChallenge,
      code_challenge_method: 'S256',
      ui_locales: 'da',
      acr_values: 'own',
      login_hint: 'action:confirm',
    });
  });
  it('keeps the query of the endpoint, less what is standard, and drops its fragment', async () => {
    const url = new URL(
      await begin({ ...idura, authorizationEndpoint: 'https://library.mitid.dk/authorize?tenant=1&state=fixed&state=twice#x' }),
    );
    expect(url.searchParams.get('tenant')).to.equal('1');
    expect(url.searchParams.getAll('state')).to.have.length(1);
    expect(url.hash).to.equal('');
  });
  for (const value of ['6102030000', 'sub:6102030000', 'sub:610203-0000 action:confirm', '{"mitid":{"cpr_hint":"6102030000"}}']) {
    it(`is not built with ${value} in it`, async () =>
      expect(await begin({ ...idura, parameters: { login_hint: value } })).to.equal('config-invalid'));
  }
  it('is not mistaken about other numbers', async () => {
    expect(await begin({ ...idura, parameters: { login_hint: 'uuid:0a1b2c3d-1234-5678-9012-610203000012' } })).to.contain('login_hint');
    expect(await begin({ ...idura, parameters: { tenant: '9999999999' } })).to.contain('tenant');
  });
  it('is started by the gateway where there is no endpoint', async () => {
    const config: ProviderConfig = { adapter: 'mitid', broker: 'idura', clientId: 'x' };
    expect(await begin(config, 'https://library.mitid.dk/authorize?request_uri=urn:x')).to.equal(
      'https://library.mitid.dk/authorize?request_uri=urn:x',
    );
    expect(await begin(config, 'http://localhost:4100/auth')).to.equal('http://localhost:4100/auth');
  });
  for (const url of [
    'javascript:alert(1)',
    'http://library.mitid.dk/',
    'data:text/html,x',
    '/relative',
    '',
    'not a url',
    '//evil.example',
    'file:///etc/passwd',
    'http://localhost.evil.example/',
  ]) {
    it(`does not leave for ${JSON.stringify(url)} when the gateway answers that`, async () => {
      expect(await begin({ adapter: 'mitid' }, url)).to.equal('unavailable');
    });
  }
  it("may have an endpoint on the page's own site", () => {
    expect(addressToLeaveFor('/login', 'https://library.example/a/b').href).to.equal('https://library.example/login');
  });
});

describe('The answer to an authorization request', () => {
  const transaction = makeTransaction();
  const { state } = transaction;
  const issuer = 'https://library.mitid.dk';

  const verdict = async (parameters: URLSearchParams): Promise<'code' | 'error' | 'rejected'> => {
    const completion = await completeOidc(parameters, transaction, { ...idura, issuer });
    if (!('refused' in completion)) return 'code';
    return completion.refused === 'rejected' ? 'rejected' : 'error';
  };

  const answers: [query: string, verdict: 'code' | 'error' | 'rejected'][] = [
    [`code=c&state=${state}`, 'code'],
    [`code=c&state=${state}&iss=${issuer}`, 'code'],
    [`code=c&state=${state}&session_state=x`, 'code'],
    [`error=access_denied&state=${state}`, 'error'],
    [`error=access_denied&error_description=mitid_timeout&state=${state}&iss=${issuer}`, 'error'],
    [`error=access_denied&code=c&state=${state}`, 'error'],
    [`error=access_denied&state=${state}&iss=https://evil.example`, 'rejected'],
    ['error=access_denied&state=other', 'rejected'],
    [`code=c&state=${state}&iss=https://evil.example`, 'rejected'],
    [`code=c&state=${state}&iss=${issuer}/`, 'rejected'],
    [`code=c&state=${state}&iss=HTTPS://library.mitid.dk`, 'rejected'],
    [`code=c&state=${state}&iss=${issuer}&iss=${issuer}`, 'rejected'],
    [`code=c&state=${state}&iss=${issuer}&iss=https://evil.example`, 'rejected'],
    ['code=c', 'rejected'],
    ['code=c&state=', 'rejected'],
    [`code=c&state=${state}x`, 'rejected'],
    [`code=c&state=${state.toUpperCase()}`, 'rejected'],
    [`code=c&state=${state}&state=${state}`, 'rejected'],
    [`code=c&state=${state}&state=other`, 'rejected'],
    [`state=${state}`, 'rejected'],
    [`code=&state=${state}`, 'rejected'],
    [`error=a&error=b&state=${state}`, 'rejected'],
    [`code=c&state=${state}&response=eyJ`, 'rejected'],
    [`response=eyJ&state=${state}`, 'rejected'],
    [`code=c&state=${state}&id_token=eyJ`, 'rejected'],
    [`code=c&state=${state}&token=x`, 'rejected'],
  ];
  for (const [query, expected] of answers) {
    it(`${query.replace(state, '<state>')}: ${expected}`, async () => {
      expect(await verdict(new URLSearchParams(query))).to.equal(expected);
    });
  }

  for (const [query, why] of [
    [`code=c&state=${state}&iss=`, 'an empty issuer'],
    [`code=c&state=${state}&error=`, 'an empty error beside a code'],
    [`code=c&state=${state}&response=`, 'an empty response object'],
    [`code=c&state=${state}&access_token=x`, 'an access token'],
    [`code=c&code=d&state=${state}`, 'two codes'],
  ] as const) {
    it(`is refused with ${why}`, async () => {
      expect(await verdict(new URLSearchParams(query))).not.to.equal('code');
    });
  }

  it('may name any issuer where none is configured, and hands it on', async () => {
    const completion = await completeOidc(new URLSearchParams({ code: 'c', state, iss: 'https://any.example' }), transaction, {
      adapter: 'mitid',
    });
    expect(completion).to.include({ method: 'code', iss: 'https://any.example' });
  });
});
