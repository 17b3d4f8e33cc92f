import { expect } from '@open-wc/testing';
import { sessionRequestSchema } from '../../src/contracts/session.js';
import type { ProviderConfig } from '../../src/contracts/config.js';
import type { BeginRequest, IdentityProvider } from '../../src/identity/provider.js';
import { findProvider, registerProvider } from '../../src/identity/provider.js';
import { createHandOffSecrets } from '../../src/identity/oidc.js';
import { makeTransaction } from './fixtures.js';

export async function makeRequest(config: ProviderConfig, changes: Partial<BeginRequest> = {}): Promise<BeginRequest> {
  const { state, nonce, codeChallenge } = await createHandOffSecrets();
  return {
    provider: 'test',
    config,
    redirectUri: 'https://library.example/register',
    state,
    nonce,
    codeChallenge,
    language: 'da',
    publicComputer: false,
    startAuthorization: () => Promise.resolve({ url: 'https://gateway.example/started' }),
    ...changes,
  };
}

/** What every provider has to pass, those of a host page too. `config` is one with which the provider can begin. */
export function describeProvider(title: string, provider: IdentityProvider, config: ProviderConfig): void {
  describe(`The provider ${title}`, () => {
    it('is found under its adapter name once it is registered', () => {
      registerProvider(provider);
      expect(findProvider(provider.adapter)).to.equal(provider);
      expect(provider.adapter).to.match(/^[\w.-]+$/);
    });

    it('leaves for a safe address', async () => {
      const { url } = await provider.begin(await makeRequest(config));
      const { protocol, hostname } = new URL(url);
      expect(protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)).to.equal(true);
    });

    it('puts neither the code verifier nor a CPR number into the address', async () => {
      const { url } = await provider.begin(await makeRequest(config));
      expect(url).not.to.contain(makeTransaction().codeVerifier);
      expect(decodeURIComponent(url)).not.to.match(/(^|\D)\d{6}-?\d{4}(\D|$)/);
    });

    if (provider.byHost) {
      it('takes nothing from the address bar', async () => {
        const parameters = new URLSearchParams({ code: 'c', state: makeTransaction().state });
        expect(await provider.complete(parameters, makeTransaction(), config)).to.deep.equal({ refused: 'rejected' });
      });
      return;
    }

    it('sends state, nonce and challenge as they were made', async () => {
      const request = await makeRequest(config);
      const { searchParams } = new URL((await provider.begin(request)).url);
      expect(searchParams.get('state')).to.equal(request.state);
      expect(searchParams.get('nonce')).to.equal(request.nonce);
      expect(searchParams.get('code_challenge')).to.equal(request.codeChallenge);
      expect(searchParams.get('redirect_uri')).to.equal(request.redirectUri);
    });

    it('makes a request to the gateway from a code', async () => {
      const transaction = makeTransaction({ provider: 'test' });
      const completion = await provider.complete(new URLSearchParams({ code: 'the-code', state: transaction.state }), transaction, config);
      expect(completion).to.deep.equal(sessionRequestSchema.parse(completion));
      expect(completion).to.include({
        method: 'code',
        provider: 'test',
        code: 'the-code',
        codeVerifier: transaction.codeVerifier,
        nonce: transaction.nonce,
      });
    });

    const refused: [why: string, parameters: Record<string, string>, notice: string][] = [
      ['an error that it does not know', { error: 'no_such_error' }, 'provider-failed'],
      ['an error beside a code', { error: 'server_error', code: 'c' }, 'provider-failed'],
      ['no code', {}, 'rejected'],
      ['an empty code', { code: '' }, 'rejected'],
      ['another state', { code: 'c', state: 'x'.repeat(43) }, 'rejected'],
      ['another issuer', { code: 'c', iss: 'https://evil.example' }, 'rejected'],
      ['an ID token', { code: 'c', id_token: 'x' }, 'rejected'],
      ['a response object', { response: 'x' }, 'rejected'],
    ];
    for (const [why, parameters, notice] of refused) {
      it(`refuses a return with ${why}`, async () => {
        const transaction = makeTransaction();
        const issuer = config.issuer ?? 'https://issuer.example';
        const all = new URLSearchParams({ state: transaction.state, ...parameters });
        expect(await provider.complete(all, transaction, { ...config, issuer })).to.deep.equal({ refused: notice });
      });
    }
  });
}
