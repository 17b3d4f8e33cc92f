import { expect } from '@open-wc/testing';
import type { ProviderConfig, SignupConfig } from '../../src/contracts/config.js';
import { SignupError, toFailure } from '../../src/errors.js';
import { createIdentity, type IdentityOptions } from '../../src/identity/identity-service.js';
import { isFramed } from '../../src/identity/popup-window.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { deniedAreas, makeAreas, makeConfig, makeTransaction, MINUTE, NOW, position } from './fixtures.js';

function setUp(
  changes: Partial<IdentityOptions> = {},
  identity: Partial<SignupConfig['identity']> = {},
  providers?: Record<string, ProviderConfig>,
) {
  const left: string[] = [];
  const tabs: string[] = [];
  const announced: { provider: string; url: string; mode: string }[] = [];
  const areas = makeAreas();
  const secrets = createSecretHolder();
  secrets.set('pin', '7294');
  secrets.set('childCpr', '6102030000');
  secrets.set('childName', 'Storm Ukendt');
  const port = createIdentity({
    config: makeConfig(providers, identity),
    gateway: { startAuthorization: () => Promise.reject(new Error('not asked')) },
    secrets,
    clock: { now: () => NOW },
    owner: 'first',
    popup: () => import('../../src/identity/popup.js'),
    publicComputer: () => false,
    announce: (detail) => announced.push(detail) > 0,
    areas,
    navigate: (url) => left.push(url),
    openTab: (url) => tabs.push(url) > 0,
    framed: () => false,
    ...changes,
  });
  return { port, left, tabs, announced, areas, secrets };
}
const request = { provider: 'mitid', language: 'da', position } as const;
const stored = (areas: ReturnType<typeof makeAreas>): string[] => Object.keys(areas.sessionStorage);

describe('Beginning a hand-off', () => {
  it('stores the transaction, tells the host and leaves, in this order', async () => {
    const order: string[] = [];
    const areas = makeAreas();
    const { port } = setUp({
      areas,
      announce: () => order.push(`announced, ${stored(areas).length} stored`) > 0,
      navigate: () => order.push(`left, ${stored(areas).length} stored`),
    });
    expect(await port.begin(request)).to.deep.equal({ mode: 'redirect' });
    expect(order).to.deep.equal(['announced, 0 stored', 'left, 1 stored']);
  });
  it('announces what it leaves for', async () => {
    const { port, left, announced } = setUp();
    await port.begin(request);
    expect(announced).to.deep.equal([{ provider: 'mitid', url: left[0], mode: 'redirect' }]);
  });
  it('stores what the return needs, and the place in the flow', async () => {
    const { port, left, areas } = setUp();
    await port.begin(request);
    const { searchParams } = new URL(left[0] ?? '');
    const transaction = JSON.parse(areas.sessionStorage.getItem(`library-signup:${searchParams.get('state')}`) ?? '') as unknown;
    expect(transaction).to.deep.include({ version: 1, createdAt: NOW, owner: 'first', provider: 'mitid', mode: 'redirect', position });
    expect(transaction).to.include({ nonce: searchParams.get('nonce'), redirectUri: searchParams.get('redirect_uri') });
    expect(Object.keys(areas.localStorage)).to.have.length(1);
  });
  it('goes to a library’s own login with the library that was chosen', async () => {
    const provider = {
      adapter: 'mitid',
      broker: 'bibdk',
      authorizationEndpoint: 'https://login.example/oauth/authorize',
      clientId: 'us',
    } as const;
    const { port, left } = setUp({}, {}, { bibdk: provider });
    await port.begin({ ...request, provider: 'bibdk', library: 'DK-820050' });
    const { searchParams } = new URL(left[0] ?? '');
    expect([searchParams.get('agency'), searchParams.get('idp')]).to.deep.equal(['DK-820050', null]);
  });
  it('keeps what is made for this hand-off alone, bound to its challenge, in its record', async () => {
    const { port, left, areas } = setUp();
    let challenge = '';
    await port.begin({
      ...request,
      prepare: async (codeChallenge) => {
        challenge = codeChallenge;
        return { linkIntent: 'intent-1' };
      },
    });
    const { searchParams } = new URL(left[0] ?? '');
    expect(challenge).to.equal(searchParams.get('code_challenge'));
    expect(areas.sessionStorage.getItem(`library-signup:${searchParams.get('state')}`)).to.contain('"linkIntent":"intent-1"');
    expect(left[0]).not.to.contain('intent-1');
  });
  it('puts nothing that was typed into the address, and no secret into storage', async () => {
    const { port, left, areas } = setUp();
    await port.begin(request);
    const address = decodeURIComponent(left[0] ?? '');
    for (const value of [position.draft.email, position.draft.phone, 'asta', '7294-', '6102030000', 'Storm', 'adult'])
      expect(address).not.to.contain(value);
    const kept = JSON.stringify([...Object.values(areas.sessionStorage as unknown as Record<string, string>)]);
    for (const value of ['"7294"', '6102030000', 'Storm']) expect(kept).not.to.contain(value);
  });
  it('keeps no copy in local storage on a public computer', async () => {
    const { port, areas } = setUp({ publicComputer: () => true });
    await port.begin(request);
    expect(Object.keys(areas.localStorage)).to.deep.equal([]);
  });
  it('sends the patron back to the page without its query, or to where the configuration says', async () => {
    const redirectUriOf = async (identity: Partial<SignupConfig['identity']>): Promise<string | null> => {
      const { port, left } = setUp({}, identity);
      await port.begin(request);
      return new URL(left[0] ?? '').searchParams.get('redirect_uri');
    };
    expect(await redirectUriOf({})).to.equal(location.origin + location.pathname);
    expect(await redirectUriOf({ redirectUri: 'https://library.example/register' })).to.equal('https://library.example/register');
    expect(await redirectUriOf({ redirectUri: '/register' })).to.equal(`${location.origin}/register`);
    expect(await redirectUriOf({ mode: 'popup', redirectUri: '/callback.html' }), 'popup blocked').to.equal(
      location.origin + location.pathname,
    );
  });
  it('never takes the way back from the address bar', async () => {
    const original = location.href;
    history.replaceState(
      null,
      '',
      `${location.pathname}?redirect_uri=https://evil.example&redirectUri=https://evil.example#//evil.example`,
    );
    const { port, left } = setUp();
    await port.begin(request).finally(() => history.replaceState(null, '', original));
    expect(left[0]).not.to.contain('evil');
  });
  it('leaves to the host page what it wants to do itself', async () => {
    const { port, left, areas } = setUp({ announce: () => false });
    expect(await port.begin(request)).to.deep.equal({ mode: 'host' });
    expect(left).to.deep.equal([]);
    expect(stored(areas)).to.deep.equal([]);
  });
  it('does not leave where storage is denied, for the page would know nothing of it when the patron is back', async () => {
    const { port, left } = setUp({ areas: deniedAreas });
    const error: unknown = await port.begin(request).catch((reason: unknown) => reason);
    expect(toFailure(error)).to.include({ code: 'storage-denied' });
    expect(left).to.deep.equal([]);
  });
  it('sweeps what is too old', async () => {
    const { port, areas } = setUp();
    const old = makeTransaction({ createdAt: NOW - 31 * MINUTE });
    areas.sessionStorage.setItem(`library-signup:${old.state}`, JSON.stringify(old));
    await port.begin(request);
    expect(stored(areas)).to.have.length(1).and.not.to.contain(`library-signup:${old.state}`);
  });
  it('uses new secrets each time, and gives the earlier ones up', async () => {
    const { port, left, areas } = setUp();
    await port.begin(request);
    await port.begin(request);
    const [one, two] = left.map((url) => new URL(url).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.get(name)).not.to.equal(two?.get(name));
    expect(stored(areas)).to.deep.equal([`library-signup:${two?.get('state')}`]);
  });
  it('by the gateway sends public values only', async () => {
    const asked: object[] = [];
    const { port, left } = setUp(
      { gateway: { startAuthorization: (body) => (asked.push(body), Promise.resolve({ url: 'https://library.mitid.dk/started' })) } },
      {},
      { mitid: { adapter: 'mitid' } },
    );
    await port.begin(request);
    expect(left).to.deep.equal(['https://library.mitid.dk/started']);
    expect(Object.keys(asked[0] ?? {})).to.have.members(['provider', 'redirectUri', 'state', 'nonce', 'codeChallenge', 'language']);
  });
  it("fails with the gateway's own failure, having stored nothing", async () => {
    const failure = { code: 'too-many-requests', retryable: true, retryAfter: 30 } as const;
    const { port, areas } = setUp(
      { gateway: { startAuthorization: () => Promise.reject(new SignupError(failure)) } },
      {},
      { mitid: { adapter: 'mitid' } },
    );
    const error: unknown = await port.begin(request).catch((reason: unknown) => reason);
    expect(toFailure(error)).to.deep.equal(failure);
    expect(stored(areas)).to.deep.equal([]);
  });
  for (const provider of ['gone', 'constructor', 'toString']) {
    it(`fails for the provider "${provider}", which is not in the configuration`, async () => {
      const error: unknown = await setUp()
        .port.begin({ ...request, provider })
        .catch((reason: unknown) => reason);
      expect(toFailure(error)).to.include({ code: 'config-invalid', retryable: false });
    });
  }
  it('fails for an adapter that nobody registered', async () => {
    const error: unknown = await setUp({}, {}, { mitid: { adapter: 'unheard-of' } })
      .port.begin(request)
      .catch((reason: unknown) => reason);
    expect(toFailure(error)).to.include({ code: 'config-invalid' });
  });
  it('does not leave once the patron has cancelled', async () => {
    const { port, left, areas } = setUp();
    const ending = new AbortController();
    const begun = port.begin(request, ending.signal).catch((reason: unknown) => reason);
    ending.abort();
    expect(await begun).to.be.instanceOf(DOMException);
    expect([...left, ...stored(areas)]).to.deep.equal([]);
  });
  it('opens a tab of its own from a frame of another site at once, with nothing asked, told or stored', async () => {
    const asked: unknown[] = [];
    const { port, left, tabs, areas } = setUp(
      {
        framed: () => true,
        announce: (detail) => (asked.push(detail), true),
        gateway: { startAuthorization: (body) => (asked.push(body), Promise.resolve({ url: 'https://library.mitid.dk/started' })) },
      },
      {},
      { mitid: { adapter: 'mitid' } },
    );
    const begun = port.begin(request);
    expect(tabs, 'inside the click').to.deep.equal([location.href]);
    expect(await begun).to.deep.equal({ mode: 'tab' });
    expect(asked).to.deep.equal([]);
    expect([...left, ...stored(areas)]).to.deep.equal([]);
  });

  it('says so where the browser does not let a tab open', async () => {
    const { port } = setUp({ framed: () => true, openTab: () => false }, {}, { mitid: { adapter: 'mitid' } });
    expect(await port.begin(request)).to.deep.equal({ mode: 'blocked' });
  });
});

describe('A provider of the host page', () => {
  it('is left for without a transaction', async () => {
    const { port, left, areas } = setUp({}, {}, { mitid: { adapter: 'host', authorizationEndpoint: '/user/login', clientId: 'cms' } });
    expect(await port.begin(request)).to.deep.equal({ mode: 'redirect' });
    expect(left).to.deep.equal([`${location.origin}/user/login`]);
    expect(stored(areas)).to.deep.equal([]);
  });
  it('without a login page waits for the host', async () => {
    const { port, left, announced } = setUp({}, {}, { mitid: { adapter: 'host' } });
    expect(await port.begin(request)).to.deep.equal({ mode: 'host' });
    expect(left).to.deep.equal([]);
    expect(announced).to.deep.equal([{ provider: 'mitid', url: '', mode: 'redirect' }]);
  });
});

describe('A page', () => {
  it('is framed when the page around it is out of reach or of another origin', () => {
    const page = (top: object): Window => ({ top, location: { origin: 'https://library.example' } }) as unknown as Window;
    expect(
      isFramed(
        page({
          get location() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
      ),
    ).to.equal(true);
    expect(isFramed(page({ location: { origin: 'https://other.example' } }))).to.equal(true);
    expect(isFramed(page({ location: { origin: 'https://library.example' } }))).to.equal(false);
    const alone = { location: { origin: 'https://library.example' } } as unknown as { top: unknown } & Window;
    (alone as { top: unknown }).top = alone;
    expect(isFramed(alone)).to.equal(false);
  });
});
