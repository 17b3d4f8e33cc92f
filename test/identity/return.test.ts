import { expect } from '@open-wc/testing';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { openReturn } from '../../src/identity/identity-service.js';
import { captureReturn } from '../../src/identity/return.js';
import { storeTransaction } from '../../src/identity/transactions.js';
import { idura, makeAreas, makeConfig, makeState, makeTransaction, MINUTE, NOW, position, deniedAreas } from './fixtures.js';

const original = location.href;
const visit = (query: string, fragment = ''): void =>
  history.replaceState({ of: 'the host page' }, '', `${location.pathname}?${query}${fragment}`);
const answer = `code=c&state=${makeState()}`;

describe('A return in the address bar', () => {
  let areas = makeAreas();
  beforeEach(() => {
    areas = makeAreas();
    storeTransaction(makeTransaction(), false, areas);
  });
  afterEach(() => history.replaceState(null, '', original));
  const capture = (owner = 'first', now = NOW + MINUTE) => captureReturn(owner, { areas, now, navigationType: 'navigate' });
  const rejected = { outcome: 'refused', notice: 'rejected' };

  it('is taken with its transaction', () => {
    visit(answer);
    const captured = capture();
    expect(captured).to.deep.include({ outcome: 'response', transaction: makeTransaction() });
    expect(captured?.outcome === 'response' && captured.parameters.get('code')).to.equal('c');
  });
  it('leaves nothing behind, in the address or in storage', () => {
    visit(`${answer}&iss=x&session_state=x&error_uri=x&error_description=x`);
    capture();
    expect(location.search).to.equal('');
    expect([...Object.keys(areas.sessionStorage), ...Object.keys(areas.localStorage)]).to.deep.equal([]);
  });
  it('leaves the other parameters to the letter, the fragment and the history state', () => {
    visit(`q=%C3%A6+b&codes=1&${answer}&flag&x=a%2Fb`, '#kap-2');
    const length = history.length;
    capture();
    expect(location.search).to.equal('?q=%C3%A6+b&codes=1&flag&x=a%2Fb');
    expect(location.hash).to.equal('#kap-2');
    expect(history.state).to.deep.equal({ of: 'the host page' });
    expect(history.length).to.equal(length);
  });
  for (const query of ['', 'code=1', 'state=open', 'error=1', 'q=code&state=', `iss=x&code=${makeState()}`]) {
    it(`is none in "?${query}", which stays`, () => {
      visit(query);
      const before = location.search;
      expect(capture()).to.equal(null);
      expect(location.search).to.equal(before);
    });
  }
  it('is left alone when another element left for it', () => {
    visit(answer);
    expect(capture('second')).to.equal(null);
    expect(location.search).to.equal(`?${answer}`);
    expect(capture('first')).to.include({ outcome: 'response' });
    expect(capture('second')).to.equal(null);
  });
  for (const [why, query] of [
    ['an unknown state', `code=c&state=${makeState('u')}`],
    ['a tampered state', `code=c&state=${makeState()}x`],
    ['a state that is no state', 'code=c&state=constructor'],
    ['an error with an unknown state', `error=access_denied&state=${makeState('u')}`],
    ['an empty state', 'code=c&state='],
  ] as const) {
    it(`is refused and removed with ${why}`, () => {
      visit(`keep=1&${query}`);
      expect(capture()).to.deep.include(rejected);
      expect(location.search).to.equal('?keep=1');
      expect(areas.sessionStorage.getItem(`library-signup:${makeState()}`), 'the hand-off under way').not.to.equal(null);
    });
  }
  it('is refused when it is replayed', () => {
    visit(answer);
    capture();
    visit(answer);
    expect(capture()).to.deep.include(rejected);
    expect(location.search).to.equal('');
  });
  for (const query of [
    `${answer}&code=d`,
    `${answer}&state=${makeState()}`,
    `${answer}&state=${makeState('u')}`,
    `${answer}&iss=a&iss=b`,
    `error=a&error=b&state=${makeState()}`,
  ]) {
    it(`is refused with a parameter that stands twice: ${query.replace(/s{43}/g, 'S').replace(/u{43}/g, 'U')}`, () => {
      visit(query);
      expect(capture()).to.deep.include({ ...rejected, position });
      expect(location.search).to.equal('');
      expect(Object.keys(areas.sessionStorage)).to.deep.equal([]);
    });
  }
  it('is refused when it comes after 30 minutes, and what was typed then is not brought back', () => {
    visit(answer);
    const captured = capture('first', NOW + 31 * MINUTE);
    expect(captured).to.deep.equal({ ...rejected, provider: undefined, position: undefined });
    expect(Object.keys(areas.sessionStorage)).to.deep.equal([]);
  });
  it('is accepted in a second tab by the copy, once', () => {
    visit(answer);
    const secondTab = { session: () => makeAreas().sessionStorage, local: areas.local };
    expect(captureReturn('first', { areas: secondTab, now: NOW + MINUTE })).to.include({ outcome: 'response' });
    visit(answer);
    expect(captureReturn('first', { areas: secondTab, now: NOW + MINUTE })).to.deep.include(rejected);
  });
  it('is refused in a second tab of a public computer', () => {
    const own = makeAreas();
    storeTransaction(makeTransaction(), true, own);
    visit(answer);
    const secondTab = { session: () => makeAreas().sessionStorage, local: own.local };
    expect(captureReturn('first', { areas: secondTab, now: NOW })).to.deep.include(rejected);
  });
  it('is refused where storage is denied', () => {
    visit(answer);
    expect(captureReturn('first', { areas: deniedAreas, now: NOW })).to.deep.include(rejected);
    expect(location.search).to.equal('');
  });
  it('is not looked for in the fragment', () => {
    visit('', `#${answer}`);
    expect(capture()).to.equal(null);
    expect(areas.sessionStorage.getItem(`library-signup:${makeState()}`)).not.to.equal(null);
  });
  it('that never came is noticed when the patron went back, and can still come', () => {
    visit('');
    expect(captureReturn('first', { areas, now: NOW, navigationType: 'back_forward' })).to.deep.equal({
      outcome: 'refused',
      notice: 'never-returned',
      provider: 'mitid',
      position,
    });
    for (const navigationType of ['navigate', 'reload']) expect(captureReturn('first', { areas, now: NOW, navigationType })).to.equal(null);
    expect(captureReturn('second', { areas, now: NOW, navigationType: 'back_forward' })).to.equal(null);
    expect(
      captureReturn('first', {
        areas: { session: () => makeAreas().sessionStorage, local: areas.local },
        now: NOW,
        navigationType: 'back_forward',
      }),
      'another tab',
    ).to.equal(null);
    visit(answer);
    expect(capture()).to.include({ outcome: 'response' });
  });
});

describe('A hand-off that was not answered', () => {
  it('is not noticed when it went to a popup, and the youngest one is when there are several', () => {
    const areas = makeAreas();
    const turnedRound = () => captureReturn('first', { areas, now: NOW, navigationType: 'back_forward' });
    storeTransaction(makeTransaction({ state: makeState('p'), mode: 'popup' }), false, areas);
    expect(turnedRound()).to.equal(null);
    for (const [letter, minutes] of [
      ['a', 5],
      ['b', 1],
      ['c', 3],
    ] as const) {
      storeTransaction(makeTransaction({ state: makeState(letter), provider: letter, createdAt: NOW - minutes * MINUTE }), false, areas);
    }
    expect(turnedRound()).to.include({ notice: 'never-returned', provider: 'b' });
  });
});

describe('A captured return', () => {
  const resolve = async (parameters: Record<string, string>, changes = {}) => {
    const secrets = createSecretHolder();
    const transaction = makeTransaction(changes);
    const returned = await openReturn(
      { outcome: 'response', parameters: new URLSearchParams({ state: transaction.state, ...parameters }), transaction },
      makeConfig({ mitid: idura }),
      secrets,
    );
    return { returned, proof: secrets.get('proof') };
  };
  it('puts the proof into the private holder and nothing of it into the answer', async () => {
    const { returned, proof } = await resolve({ code: 'the-code', iss: 'https://library.mitid.dk' });
    expect(returned).to.deep.equal({ outcome: 'code', provider: 'mitid', position });
    const { codeVerifier, nonce, redirectUri } = makeTransaction();
    expect(proof).to.deep.equal({
      method: 'code',
      provider: 'mitid',
      code: 'the-code',
      codeVerifier,
      nonce,
      redirectUri,
      state: makeTransaction().state,
      iss: 'https://library.mitid.dk',
    });
  });
  for (const [parameters, notice] of [
    [{ code: 'c', iss: 'https://library.mitid.dk/' }, 'rejected'],
    [{ code: 'c', iss: '' }, 'rejected'],
    [{ code: 'c', iss: 'https://LIBRARY.mitid.dk' }, 'rejected'],
    [{ error: 'access_denied', iss: 'https://evil.example' }, 'rejected'],
    [{ error: 'access_denied' }, 'cancelled'],
    [{ error: 'access_denied', error_description: 'mitid_timeout' }, 'timed-out'],
    [{ error: 'server_error' }, 'provider-failed'],
  ] as [Record<string, string>, string][]) {
    it(`with ${new URLSearchParams(parameters)} is ${notice}, with what was typed`, async () => {
      const { returned, proof } = await resolve(parameters);
      expect(returned).to.deep.equal({ outcome: 'refused', notice, provider: 'mitid', position });
      expect(proof).to.equal(undefined);
    });
  }
  it('of a provider that the configuration does not have is refused', async () => {
    for (const provider of ['gone', 'constructor', '__proto__']) {
      expect((await resolve({ code: 'c' }, { provider })).returned).to.deep.include({ outcome: 'refused', notice: 'rejected' });
    }
  });
});
