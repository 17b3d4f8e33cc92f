import { expect } from '@open-wc/testing';
import { freshTransactions, removeTransaction, storeTransaction } from '../../src/identity/transactions.js';
import { deniedAreas, makeAreas, makeState, makeTransaction, MINUTE, NOW } from './fixtures.js';

const key = `library-signup:${makeState()}`;
/** For a new tab: nothing that was typed. */
const copy = makeTransaction({ position: { ...makeTransaction().position, draft: {} } });
const none = { own: [], copies: [] };

describe('A stored hand-off', () => {
  it('stands in session storage with a copy in local storage, under its state', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), false, areas);
    expect(JSON.parse(areas.sessionStorage.getItem(key) ?? '')).to.deep.equal(makeTransaction());
    expect(JSON.parse(areas.localStorage.getItem(key) ?? '')).to.deep.equal(copy);
  });
  it('has what was typed in this tab only, and nowhere on a public computer', () => {
    const areas = makeAreas();
    const typed = makeTransaction({ position: { ...makeTransaction().position, draft: { email: 'astrid@post.example' } } });
    storeTransaction(typed, false, areas);
    expect(areas.sessionStorage.getItem(key)).to.contain('astrid');
    expect(areas.localStorage.getItem(key)).not.to.contain('astrid');
    storeTransaction(typed, true, areas);
    expect(areas.sessionStorage.getItem(key)).not.to.contain('astrid');
  });
  it('has no copy on a public computer', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), true, areas);
    expect(Object.keys(areas.sessionStorage)).to.deep.equal([key]);
    expect(Object.keys(areas.localStorage)).to.deep.equal([]);
  });
  it('is gone from both places when it is used', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), false, areas);
    expect(freshTransactions(NOW, areas)).to.deep.equal({ own: [makeTransaction()], copies: [copy] });
    removeTransaction(makeTransaction(), areas);
    expect(freshTransactions(NOW, areas)).to.deep.equal(none);
    expect([...Object.keys(areas.sessionStorage), ...Object.keys(areas.localStorage)]).to.deep.equal([]);
  });
  it('is found by a new tab for 10 minutes, and goes then', () => {
    for (const [minutes, found] of [
      [0, 1],
      [10, 1],
      [10.01, 0],
    ] as const) {
      const areas = makeAreas();
      storeTransaction(makeTransaction(), false, areas);
      const newTab = { session: () => makeAreas().sessionStorage, local: areas.local };
      const { own, copies } = freshTransactions(NOW + minutes * MINUTE, newTab);
      expect([own.length, copies.length], `${minutes} minutes`).to.deep.equal([0, found]);
      expect(Object.keys(areas.localStorage)).to.have.length(found);
    }
  });
  it('is found by its own tab for 30 minutes, and goes then', () => {
    for (const [minutes, found] of [
      [-0.5, 1],
      [30, 1],
      [30.01, 0],
      // The device's clock was set right meanwhile.
      [-2, 1],
      [-30.01, 0],
    ] as const) {
      const areas = makeAreas();
      storeTransaction(makeTransaction(), false, areas);
      expect(freshTransactions(NOW + minutes * MINUTE, areas).own, `${minutes} minutes`).to.have.length(found);
      expect(Object.keys(areas.sessionStorage)).to.have.length(found);
    }
  });
  for (const [why, text] of [
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...makeTransaction(), version: 2 })],
    ['another state', JSON.stringify(makeTransaction({ state: makeState('x') }))],
    ['a missing verifier', JSON.stringify({ ...makeTransaction(), codeVerifier: undefined })],
    ['null', 'null'],
    ['a list', '[]'],
  ] as const) {
    it(`that is ${why} is none, and goes`, () => {
      const areas = makeAreas();
      areas.sessionStorage.setItem(key, text);
      expect(freshTransactions(NOW, areas)).to.deep.equal(none);
      expect(Object.keys(areas.sessionStorage)).to.deep.equal([]);
    });
  }
  it("is nothing that stands under another record's name, which stays", () => {
    const areas = makeAreas();
    areas.sessionStorage.setItem('library-signup:resume', JSON.stringify(makeTransaction({ state: 'resume' })));
    expect(freshTransactions(NOW, areas)).to.deep.equal(none);
    expect(areas.sessionStorage.getItem('library-signup:resume')).not.to.equal(null);
  });
  it('goes with the next look when it is too old, and nothing else does', () => {
    const areas = makeAreas();
    const old = makeTransaction({ state: makeState('o'), createdAt: NOW - 31 * MINUTE });
    const middling = makeTransaction({ state: makeState('m'), createdAt: NOW - 11 * MINUTE });
    for (const one of [old, middling, makeTransaction()]) storeTransaction(one, false, areas);
    areas.sessionStorage.setItem('library-signup:resume', 'kept');
    areas.localStorage.setItem('of the host page', 'kept');
    freshTransactions(NOW, areas);
    expect(Object.keys(areas.sessionStorage)).to.have.members([`library-signup:${makeState('m')}`, key, 'library-signup:resume']);
    expect(Object.keys(areas.localStorage)).to.have.members([key, 'of the host page']);
  });
  it('is kept in memory where storage is denied', () => {
    storeTransaction(makeTransaction(), false, deniedAreas);
    expect(freshTransactions(NOW, deniedAreas)).to.deep.equal({ own: [makeTransaction()], copies: [] });
    removeTransaction(makeTransaction(), deniedAreas);
    expect(freshTransactions(NOW, deniedAreas)).to.deep.equal(none);
  });
  it('is kept in memory for 30 minutes, too', () => {
    storeTransaction(makeTransaction(), false, deniedAreas);
    expect(freshTransactions(NOW + 31 * MINUTE, deniedAreas)).to.deep.equal(none);
    expect(freshTransactions(NOW, deniedAreas)).to.deep.equal(none);
  });
});
