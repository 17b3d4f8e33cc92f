import { expect } from '@open-wc/testing';
import type { Language } from '../../src/contracts/text.js';
import type { BrokerName, ProviderConfig } from '../../src/contracts/config.js';
import { providerOf } from '../../src/identity/built-in-providers.js';
import { oidcProvider } from '../../src/identity/oidc.js';
import { registerProvider } from '../../src/identity/provider.js';
import { host, hostProof } from '../../src/identity/providers/host.js';
import { mitid } from '../../src/identity/providers/mitid.js';
import { nemid } from '../../src/identity/providers/nemid.js';
import { wayf } from '../../src/identity/providers/wayf.js';
import type { SignupError } from '../../src/errors.js';
import { makeTransaction } from './fixtures.js';
import { describeProvider, makeRequest } from './providers.suite.js';

const endpoint = 'https://broker.example/authorize';
const simulated: ProviderConfig = {
  adapter: 'nemid',
  simulate: true,
  authorizationEndpoint: 'http://localhost:4100/auth',
  clientId: 'demo',
  replacedBy: 'mitid',
};

for (const broker of ['idura', 'signicat', 'neb', 'bibdk', 'generic'] as const) {
  describeProvider(`mitid through ${broker}`, mitid, {
    adapter: 'mitid',
    broker,
    authorizationEndpoint: endpoint,
    clientId: 'library',
    agency: '710100',
  });
}
describeProvider('wayf', wayf, { adapter: 'wayf', clientId: 'library', institution: 'https://idp.example.edu' });
describeProvider('nemid, simulated', nemid, simulated);
describeProvider('host', host, { adapter: 'host', authorizationEndpoint: 'https://library.example/login' });
describeProvider('that a host page adds', oidcProvider({ adapter: 'campus', name: 'Campus' }), {
  adapter: 'campus',
  authorizationEndpoint: endpoint,
  clientId: 'library',
});

const parametersOf = async (provider: typeof mitid, config: ProviderConfig, language: Language = 'da', publicComputer = false) => {
  const request = await makeRequest(config, { state: 'S', nonce: 'N', codeChallenge: 'C', language, publicComputer });
  const url = new URL((await provider.begin(request)).url);
  const standard = {
    response_type: 'code',
    redirect_uri: request.redirectUri,
    state: 'S',
    nonce: 'N',
    code_challenge: 'C',
    code_challenge_method: 'S256',
    ui_locales: language,
  };
  return { address: url.origin + url.pathname, standard, all: Object.fromEntries(url.searchParams), count: [...url.searchParams].length };
};

describe('An authorization request for MitID', () => {
  const levels = ['low', 'substantial', 'high'] as const;
  const nsis = { low: 'Low', substantial: 'Substantial', high: 'High' };
  const expected: Record<BrokerName, (level: (typeof levels)[number], language: string) => Record<string, string>> = {
    idura: (level) => ({ scope: 'openid', acr_values: `urn:grn:authn:dk:mitid:${level}` }),
    signicat: (level) => ({ scope: 'openid profile nin', acr_values: `idp:mitid loa:${level}` }),
    neb: (level, language) => ({
      scope: 'openid mitid ssn',
      idp_values: 'mitid',
      idp_params: `{"mitid":{"loa_value":"${level}"}}`,
      language,
    }),
    bibdk: () => ({ scope: 'openid', agency: '710100', idp: 'nemlogin' }),
    generic: (level) => ({ scope: 'openid', acr_values: `https://data.gov.dk/concept/core/nsis/${nsis[level]}` }),
  };
  for (const broker of Object.keys(expected) as BrokerName[]) {
    for (const level of levels) {
      for (const language of ['da', 'en'] as const) {
        it(`through ${broker} at level ${level} in ${language} has exactly these parameters`, async () => {
          const config: ProviderConfig = {
            adapter: 'mitid',
            broker,
            level,
            authorizationEndpoint: endpoint,
            clientId: 'urn:library',
            agency: '710100',
          };
          const { address, standard, all, count } = await parametersOf(mitid, config, language);
          expect(address).to.equal(endpoint);
          expect(all).to.deep.equal({ ...standard, client_id: 'urn:library', ...expected[broker](level, language) });
          expect(count).to.equal(Object.keys(all).length);
        });
      }
    }
  }
  it('asks for the level "substantial" where the configuration names none, and for none where the broker is unknown', async () => {
    const config: ProviderConfig = { adapter: 'mitid', authorizationEndpoint: endpoint, clientId: 'library' };
    expect((await parametersOf(mitid, { ...config, broker: 'idura' })).all.acr_values).to.equal('urn:grn:authn:dk:mitid:substantial');
    expect((await parametersOf(mitid, config)).all).not.to.have.property('acr_values');
  });
  it('asks for a login of its own on a public computer', async () => {
    const config: ProviderConfig = { adapter: 'mitid', authorizationEndpoint: endpoint, clientId: 'library' };
    expect((await parametersOf(mitid, { ...config, broker: 'idura' }, 'da', true)).all.prompt).to.equal('login');
    expect((await parametersOf(mitid, { ...config, broker: 'bibdk' }, 'da', true)).all.force_login).to.equal('1');
    expect((await parametersOf(mitid, { ...config, broker: 'idura' })).all).not.to.have.property('prompt');
  });
});

describe('An answer of a broker', () => {
  const answers: [broker: BrokerName, error: string, description: string, notice: string][] = [
    ['idura', 'access_denied', '', 'cancelled'],
    ['idura', 'access_denied', 'mitid_user_aborted', 'cancelled'],
    ['idura', 'access_denied', 'mitid_timeout', 'timed-out'],
    ['idura', 'mitid_core_client_error', '', 'provider-failed'],
    ['idura', 'access_denied', 'MITID_NONCE_COOKIE_MISSING', 'provider-failed'],
    ['idura', 'server_error', '', 'provider-failed'],
    ['neb', 'access_denied', 'mitid_user_aborted', 'cancelled'],
    ['neb', 'access_denied', 'user_aborted', 'cancelled'],
    ['neb', 'access_denied', 'mitid_core_client_error_user_abort', 'cancelled'],
    ['neb', 'access_denied', 'mitid_timeout', 'timed-out'],
    ['neb', 'access_denied', 'mitid_no_ctx', 'timed-out'],
    ['neb', 'access_denied', 'mitid_anti_forgery_validation_error', 'provider-failed'],
    ['neb', 'access_denied', 'mitid_identity_not_found', 'not-permitted'],
    ['neb', 'access_denied', 'something new', 'provider-failed'],
    ['neb', 'access_denied', '', 'provider-failed'],
    ['signicat', 'access_denied', 'The user aborted', 'cancelled'],
    ['generic', 'temporarily_unavailable', '', 'provider-failed'],
    ['generic', 'unmet_authentication_requirements', '', 'not-permitted'],
    ['generic', 'constructor', '__proto__', 'provider-failed'],
    ['bibdk', 'access_denied', '', 'cancelled'],
  ];
  for (const [broker, error, description, notice] of answers) {
    it(`${broker} "${error}" (${description || 'no description'}) means ${notice}`, async () => {
      const transaction = makeTransaction();
      const parameters = new URLSearchParams({ state: transaction.state, error });
      if (description) parameters.set('error_description', description);
      expect(await mitid.complete(parameters, transaction, { adapter: 'mitid', broker })).to.deep.equal({ refused: notice });
    });
  }
});

describe('WAYF', () => {
  it('is asked at its own address, for the institution, without response mode', async () => {
    const { address, standard, all } = await parametersOf(wayf, {
      adapter: 'wayf',
      clientId: 'library',
      institution: 'https://idp.example.edu',
    });
    expect(address).to.equal('https://wayf.wayf.dk/oidc/auth');
    expect(all).to.deep.equal({ ...standard, client_id: 'library', scope: 'openid', idpentityid: 'https://idp.example.edu' });
  });
  it('can be scoped to several institutions by a parameter of the configuration', async () => {
    const { all } = await parametersOf(wayf, { adapter: 'wayf', clientId: 'library', parameters: { idplist: 'a,b' } });
    expect(all).to.include({ idplist: 'a,b' }).and.not.to.have.property('idpentityid');
  });
  it('is compared with its own issuer', async () => {
    const transaction = makeTransaction();
    const from = (iss: string) =>
      wayf.complete(new URLSearchParams({ state: transaction.state, code: 'c', iss }), transaction, { adapter: 'wayf' });
    expect(await from('https://wayf.wayf.dk')).to.include({ method: 'code', iss: 'https://wayf.wayf.dk' });
    expect(await from('https://wayf.wayf.dk/')).to.deep.equal({ refused: 'rejected' });
  });
  it('can be reached through login.bib.dk', async () => {
    const { all } = await parametersOf(wayf, {
      adapter: 'wayf',
      broker: 'bibdk',
      authorizationEndpoint: 'https://login.bib.dk/oauth/authorize',
      clientId: 'l',
    });
    expect(all.idp).to.equal('wayf');
  });
});

describe('NemID', () => {
  const begin = async (changes: Partial<ProviderConfig>): Promise<string> =>
    nemid.begin(await makeRequest({ ...simulated, ...changes })).then(
      ({ url }) => url,
      (error: unknown) => (error as SignupError).code,
    );
  it('builds no request without being told to simulate', async () => {
    expect(await begin({ simulate: undefined })).to.equal('provider-failed');
    expect(await begin({ simulate: false })).to.equal('provider-failed');
  });
  it('has no gateway start the login', async () => expect(await begin({ authorizationEndpoint: undefined })).to.equal('provider-failed'));
  for (const production of [
    'https://library.mitid.dk/oauth2/authorize',
    'https://LIBRARY.MITID.DK/x',
    'https://library.mitid.dk./x',
    'https://netseidbroker.dk/op/connect/authorize',
    'https://library.signicat.com/auth/open',
    'https://login.bib.dk/oauth/authorize',
    'https://library.criipto.id/oauth2/authorize',
    'https://wayf.wayf.dk/oidc/auth',
    'https://nemlog-in.dk/login',
    'https://pp.mitid.dk.netseidbroker.dk/x',
  ]) {
    it(`never asks ${production}`, async () => expect(await begin({ authorizationEndpoint: production })).to.equal('provider-failed'));
  }
  for (const test of [
    'http://127.0.0.1:4100/auth',
    'https://criipto.pp.mitid.dk/oauth2/authorize',
    'https://pp.netseidbroker.dk/op/connect/authorize',
    'https://x.sandbox.signicat.com/auth',
    'https://notmitid.dk/x',
  ]) {
    it(`can be simulated at ${test}`, async () => expect(await begin({ authorizationEndpoint: test })).to.contain(test));
  }
  it('asks for the historic login', async () => {
    expect((await parametersOf(nemid, { ...simulated, broker: 'idura' })).all.acr_values).to.equal('urn:grn:authn:dk:nemid:poces');
  });
});

describe('A login by the host page', () => {
  it('becomes a request of its own', () =>
    expect(hostProof('cms', 'token')).to.deep.equal({ method: 'host', provider: 'cms', token: 'token' }));
  it('needs no address', async () => expect(await host.begin(await makeRequest({ adapter: 'host' }))).to.deep.equal({ url: '' }));
});

describe('The registry', () => {
  it('knows the providers of the package and no others', async () => {
    for (const adapter of ['mitid', 'wayf', 'nemid', 'host']) expect((await providerOf(adapter))?.adapter).to.equal(adapter);
    for (const adapter of ['', 'toString', '__proto__', 'idura']) expect(await providerOf(adapter)).to.equal(undefined);
  });
  it('prefers a provider of the host page', async () => {
    const own = { ...wayf };
    registerProvider(own);
    expect(await providerOf('wayf')).to.equal(own);
    registerProvider(wayf);
  });
});
