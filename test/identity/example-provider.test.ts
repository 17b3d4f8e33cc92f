import { expect } from '@open-wc/testing';
import { unilogin } from '../../demo/providers/unilogin.js';
import type { ProviderConfig } from '../../src/contracts/config.js';
import { findProvider } from '../../src/identity/provider.js';
import { describeProvider, makeRequest } from './providers.suite.js';

const config: ProviderConfig = { adapter: 'unilogin', authorizationEndpoint: 'https://school.example/auth', clientId: 'library' };

describeProvider('of the documentation, UNI-Login', unilogin, config);

describe('The provider of the documentation', () => {
  it('is registered by the import of its one file', () => expect(findProvider('unilogin')).to.equal(unilogin));

  it('asks with parameters of its own beside the standard ones', async () => {
    const request = await makeRequest(config);
    const { searchParams } = new URL((await unilogin.begin(request)).url);
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      response_type: 'code',
      client_id: 'library',
      redirect_uri: request.redirectUri,
      scope: 'openid InstitutionIdsClientScope UserHasLicenseClientScope',
      state: request.state,
      nonce: request.nonce,
      code_challenge: request.codeChallenge,
      code_challenge_method: 'S256',
      ui_locales: 'da',
      acr_values: 'To_Faktor',
    });
  });

  it('lets the configuration choose another level', async () => {
    const { url } = await unilogin.begin(await makeRequest({ ...config, parameters: { acr_values: 'En_Faktor' } }));
    expect(new URL(url).searchParams.get('acr_values')).to.equal('En_Faktor');
  });

  it('registers no tag with the class that it shares a package with', () =>
    expect(customElements.get('library-signup')).to.equal(undefined));
});
