import { expect } from '@open-wc/testing';
import { adjustConfiguration, MOCK_BROKER, mswApi } from '../../demo/simulator/configuration.js';
import { PAGE_NAMES, SITES, textsOf, type Site, type SiteName } from '../../demo/site/site.js';
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
  nemid: false,
  example: false,
  open: false,
};
const LIBRARIES = ['copenhagen', 'au'] as const;
const read = async (library: (typeof LIBRARIES)[number]): Promise<SignupConfigInput> =>
  (await (await fetch(`/demo/libraries/${library}.json`)).json()) as SignupConfigInput;
const issues = (config: SignupConfigInput) => configSchema.safeParse(config).error?.issues;

for (const library of LIBRARIES) {
  describe(`the demo's configuration of ${library}`, () => {
    it('is one that the element takes', async () => {
      expect(issues(await read(library))).to.equal(undefined);
    });

    it('stays as it is with servers and a redirect', async () => {
      const config = await read(library);
      expect(adjustConfiguration(config, SETTINGS)).to.deep.equal(config);
    });

    it('leads to a library system of its own and the broker in the browser when those are chosen', async () => {
      const config = adjustConfiguration(await read(library), { ...SETTINGS, backend: 'msw', mode: 'popup' });
      expect(issues(config)).to.equal(undefined);
      expect(config.gateway.url).to.equal(mswApi(config.library.id));
      expect(config.identity.mode).to.equal('popup');
      expect(config.identity.providers.mitid).to.include({ issuer: MOCK_BROKER, authorizationEndpoint: `${MOCK_BROKER}?provider=mitid` });
    });

    it('offers the example of a provider to those who log in for themselves with MitID', async () => {
      const config = adjustConfiguration(await read(library), { ...SETTINGS, example: true });
      expect(issues(config)).to.equal(undefined);
      expect(config.identity.providers.unilogin).to.include({ adapter: 'unilogin', clientId: config.identity.providers.mitid?.clientId });
      const offered = config.register?.audiences.filter(({ providers }) => providers.includes('unilogin')).map(({ id }) => id);
      expect(offered).to.deep.equal(library === 'au' ? ['private'] : ['adult']);
    });
  });
}

describe('NemID in the demo', () => {
  it('has closed, and leads to MitID', async () => {
    expect((await read('copenhagen')).identity.providers.nemid).to.deep.equal({ adapter: 'nemid', replacedBy: 'mitid' });
  });

  it('runs as it did when it is simulated, against a test broker only', async () => {
    const config = adjustConfiguration(await read('copenhagen'), { ...SETTINGS, nemid: true });
    const { nemid, mitid } = config.identity.providers;
    expect(nemid).to.include({ simulate: true, authorizationEndpoint: mitid?.authorizationEndpoint });
    expect(config.register?.audiences[0]?.providers).to.deep.equal(['mitid', 'nemid']);
  });
});

describe('The site around the element', () => {
  for (const site of Object.keys(SITES) as SiteName[]) {
    const { pages }: Site = SITES[site];
    for (const page of PAGE_NAMES.filter((name) => pages[name])) {
      it(`says the same things in both languages: ${site}, ${page}`, () => {
        const { side, questions, links = {} } = pages[page]!;
        const [da, en] = [textsOf(site, page, 'da'), textsOf(site, page, 'en')];
        expect(Object.keys(da)).to.deep.equal(Object.keys(en));
        const needed = [
          'title',
          'lead',
          ...[...side, ...questions].flatMap((key) => [`${key}.title`, `${key}.text`]),
          ...Object.keys(links).map((key) => `${key}.link`),
        ];
        for (const key of needed) expect(da[key], key).to.be.a('string').and.not.equal('');
      });
    }
  }
});
