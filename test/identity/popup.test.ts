import { aTimeout, expect } from '@open-wc/testing';
import { createIdentity } from '../../src/identity/identity-service.js';
import { dropPreparedPopup, preparePopup, takePreparedPopup } from '../../src/identity/popup-window.js';
import { listenForAnswer } from '../../src/identity/popup.js';
import type { StorageAreas } from '../../src/identity/transactions.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { deniedAreas, idura, makeAreas, makeConfig, makeState, NOW, position } from './fixtures.js';

const here = (file: string): string => new URL(file, import.meta.url).href.replace(/\?.*/, '');
const popupMode = { mode: 'popup' } as const;
const request = { provider: 'mitid', language: 'da', position } as const;

function setUp(answer: string, areas: StorageAreas = makeAreas(), announce = () => true) {
  const left: string[] = [];
  const secrets = createSecretHolder();
  const config = makeConfig(
    { mitid: { ...idura, authorizationEndpoint: here('./broker-page.html'), parameters: { answer } } },
    { mode: 'popup', redirectUri: here('./callback-page.html') },
  );
  const port = createIdentity({
    config,
    gateway: { startAuthorization: () => Promise.reject(new Error('not asked')) },
    secrets,
    clock: { now: () => NOW },
    owner: 'first',
    popup: () => import('../../src/identity/popup.js'),
    publicComputer: () => false,
    announce,
    areas,
    navigate: (url) => left.push(url),
    framed: () => false,
  });
  return { port, left, secrets };
}

/** Calls `run` as if popups were blocked, or with a window that records what becomes of it. */
async function withOpen<T>(result: Window | null, run: () => Promise<T>): Promise<T> {
  const original = window.open;
  window.open = () => result;
  try {
    return await run();
  } finally {
    window.open = original;
  }
}

describe('A login in a popup', () => {
  afterEach(() => dropPreparedPopup());

  for (const [name, answer, areas] of [
    ['comes back with a code', 'code', undefined],
    ['comes back where the opener is severed', 'severed', undefined],
    ['works where storage is denied', 'code', deniedAreas],
  ] as const) {
    it(name, async () => {
      const { port, secrets, left } = setUp(answer, areas);
      preparePopup(popupMode);
      expect(await port.begin(request)).to.deep.equal({ mode: 'popup' });
      expect(await port.awaitReturn(new AbortController().signal)).to.deep.equal({ outcome: 'code', provider: 'mitid', position });
      expect(secrets.get('proof')).to.include({ method: 'code', code: 'code-of-the-popup', redirectUri: here('./callback-page.html') });
      expect(left).to.deep.equal([]);
    }).timeout(20_000);
  }
  it("comes back with the provider's refusal", async () => {
    const { port, secrets } = setUp('error');
    preparePopup(popupMode);
    await port.begin(request);
    expect(await port.awaitReturn(new AbortController().signal)).to.deep.equal({
      outcome: 'refused',
      notice: 'cancelled',
      provider: 'mitid',
      position,
    });
    expect(secrets.get('proof')).to.equal(undefined);
  }).timeout(20_000);
  for (const answer of ['none', 'tampered']) {
    it(`waits on when the answer is ${answer}, until the patron gives up; a closed window is no answer`, async () => {
      const areas = makeAreas();
      const { port } = setUp(answer, areas);
      preparePopup(popupMode);
      await port.begin(request);
      const ending = new AbortController();
      let settled = false;
      void port.awaitReturn(ending.signal).finally(() => (settled = true));
      await aTimeout(1500);
      expect(settled).to.equal(false);
      ending.abort();
      expect([...Object.keys(areas.sessionStorage), ...Object.keys(areas.localStorage)]).to.deep.equal([]);
    }).timeout(20_000);
  }
  it('is a redirect where popups are blocked', async () => {
    await withOpen(null, async () => {
      const { port, left } = setUp('code');
      preparePopup(popupMode);
      expect(await port.begin(request)).to.deep.equal({ mode: 'redirect' });
      expect(new URL(left[0] ?? '').searchParams.get('redirect_uri')).to.equal(location.origin + location.pathname);
    });
  });
  it('closes its window when the host logs in, and when the hand-off can not begin', async () => {
    let closed = 0;
    await withOpen({ close: () => (closed += 1) } as unknown as Window, async () => {
      preparePopup(popupMode);
      expect(await setUp('code', undefined, () => false).port.begin(request)).to.deep.equal({ mode: 'host' });
      expect(closed).to.equal(1);
      preparePopup(popupMode);
      await setUp('code')
        .port.begin({ ...request, provider: 'gone' })
        .catch(() => undefined);
      expect(closed).to.equal(2);
    });
  });
  it('opens its window inside the click, one at a time, and none in redirect mode', async () => {
    let closed = 0;
    await withOpen({ close: () => (closed += 1) } as unknown as Window, async () => {
      preparePopup({ mode: 'redirect' });
      expect(takePreparedPopup()).to.equal(null);
      preparePopup(popupMode);
      preparePopup(popupMode);
      expect(closed).to.equal(1);
      expect(takePreparedPopup()).not.to.equal(null);
      expect(takePreparedPopup()).to.equal(null);
    });
  });
  it('that nobody began can not be waited for', async () => {
    const error: unknown = await setUp('none')
      .port.awaitReturn(new AbortController().signal)
      .catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'provider-failed');
  });
});

describe('The answer of a popup', () => {
  const state = makeState('a');
  const answer = { state, parameters: `?code=1&state=${state}` };
  const ways: [string, () => void][] = [
    ['by broadcast channel', () => new BroadcastChannel(`library-signup:${state}`).postMessage(answer)],
    ['by message', () => window.postMessage(answer, location.origin)],
    [
      'by storage event',
      () => window.dispatchEvent(new StorageEvent('storage', { key: `library-signup:${state}:answer`, newValue: answer.parameters })),
    ],
  ];
  for (const [name, send] of ways) {
    it(`is heard ${name}`, async () => {
      const listening = listenForAnswer(state);
      send();
      expect(await listening.parameters).to.equal(answer.parameters);
    });
  }
  it('is the first one that has the state, whatever else is said', async () => {
    const listening = listenForAnswer(state);
    for (const noise of [null, 'text', {}, { state: makeState('b'), parameters: '?code=evil' }, { state }, { state, parameters: 1 }])
      window.postMessage(noise, location.origin);
    window.dispatchEvent(new MessageEvent('message', { origin: 'https://evil.example', data: { state, parameters: '?code=evil' } }));
    window.dispatchEvent(new StorageEvent('storage', { key: `library-signup:${state}:answer`, newValue: null }));
    await aTimeout(50);
    window.postMessage(answer, location.origin);
    expect(await listening.parameters).to.equal(answer.parameters);
    window.postMessage({ state, parameters: '?code=second' }, location.origin);
    await aTimeout(20);
    expect(await listening.parameters).to.equal(answer.parameters);
  });
  it('is not listened for any more once it was given up', async () => {
    const listening = listenForAnswer(state);
    listening.stop();
    let heard = false;
    void listening.parameters.then(() => (heard = true));
    for (const [, send] of ways) send();
    await aTimeout(100);
    expect(heard).to.equal(false);
  });
});
