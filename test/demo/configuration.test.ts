import { expect } from '@open-wc/testing';
import { adjustConfiguration, MOCK_BROKER, MSW_API } from '../../demo/simulator/configuration.js';
import type { Settings } from '../../demo/simulator/settings.js';
import { configSchema, type SignupConfigInput } from '../../src/contracts/config.js';

const SETTINGS: Settings = {
  backend: 'real',
  scenario: 'default',
  call: '',
  lang: 'da',
  theme: 'auto',
  width: 'full',
  mode: 'redirect',
  publicComputer: false,
  open: false,
};
const read = async (): Promise<SignupConfigInput> => (await (await fetch('/demo/libraries/copenhagen.json')).json()) as SignupConfigInput;

describe("the demo's configuration", () => {
  it('is one that the element takes', async () => {
    expect(configSchema.safeParse(await read()).error?.issues).to.equal(undefined);
  });

  it('stays as it is with servers and a redirect', async () => {
    const config = await read();
    expect(adjustConfiguration(config, SETTINGS)).to.deep.equal(config);
  });

  it('leads to the library system and the broker in the browser when those are chosen', async () => {
    const config = adjustConfiguration(await read(), { ...SETTINGS, backend: 'msw', mode: 'popup' });
    expect(configSchema.safeParse(config).error?.issues).to.equal(undefined);
    expect(config.gateway.url).to.equal(MSW_API);
    expect(config.identity.mode).to.equal('popup');
    expect(config.identity.providers.mitid).to.include({ issuer: MOCK_BROKER, authorizationEndpoint: `${MOCK_BROKER}?provider=mitid` });
  });
});
