import { expect } from '@open-wc/testing';
import { peekTransaction, pendingTransaction, storeTransaction, sweepTransactions, takeTransaction } from '../../src/identity/transactions.js';
import { deniedAreas, makeAreas, makeState, makeTransaction, MINUTE, NOW } from './fixtures.js';

const key = `library-signup:${makeState()}`;

describe('A stored hand-off', () => {
  it('stands in session storage with a copy in local storage, under its state', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), false, areas);
    expect(JSON.parse(areas.sessionStorage.getItem(key) ?? '')).to.deep.equal(makeTransaction());
    expect(areas.localStorage.getItem(key)).to.equal(areas.sessionStorage.getItem(key));
  });
  it('has no copy on a public computer', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), true, areas);
    expect(Object.keys(areas.sessionStorage)).to.deep.equal([key]);
    expect(Object.keys(areas.localStorage)).to.deep.equal([]);
  });
  it('is used up by the first who asks, in both places', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction(), false, areas);
    expect(takeTransaction(makeState(), NOW, areas)).to.deep.equal(makeTransaction());
    expect(takeTransaction(makeState(), NOW, areas)).to.equal(undefined);
    expect([...Object.keys(areas.sessionStorage), ...Object.keys(areas.localStorage)]).to.deep.equal([]);
  });
  it('is found by a new tab for 10 minutes', () => {
    for (const [minutes, result] of [[0, 'object'], [10, 'object'], [10.01, 'string']] as const) {
      const areas = makeAreas();
      storeTransaction(makeTransaction(), false, areas);
      const newTab = { session: () => makeAreas().sessionStorage, local: areas.local };
      expect(typeof takeTransaction(makeState(), NOW + minutes * MINUTE, newTab), `${minutes} minutes`).to.equal(result);
    }
  });
  it('is found by its own tab for 30 minutes', () => {
    for (const [minutes, result] of [[-0.5, 'object'], [30, 'object'], [30.01, 'string'], [-2, 'string']] as const) {
      const areas = makeAreas();
      storeTransaction(makeTransaction(), false, areas);
      expect(typeof takeTransaction(makeState(), NOW + minutes * MINUTE, areas), `${minutes} minutes`).to.equal(result);
      expect(Object.keys(areas.sessionStorage)).to.deep.equal([]);
    }
  });
  for (const [why, text] of [
    ['no JSON', '{'], ['another version', JSON.stringify({ ...makeTransaction(), version: 2 })], ['another state', JSON.stringify(makeTransaction({ state: makeState('x') }))],
    ['a missing verifier', JSON.stringify({ ...makeTransaction(), codeVerifier: undefined })], ['null', 'null'], ['a list', '[]'],
  ] as const) {
    it(`that is ${why} is none, and goes`, () => {
      const areas = makeAreas();
      areas.sessionStorage.setItem(key, text);
      expect(peekTransaction(makeState(), areas)).to.equal(undefined);
      expect(takeTransaction(makeState(), NOW, areas)).to.equal(undefined);
      expect(Object.keys(areas.sessionStorage)).to.deep.equal([]);
    });
  }
  it('is not to be reached by a state that is another record\'s name', () => {
    const areas = makeAreas();
    areas.sessionStorage.setItem('library-signup:resume', JSON.stringify(makeTransaction({ state: 'resume' })));
    expect(takeTransaction('resume', NOW, areas)).to.equal(undefined);
    expect(areas.sessionStorage.getItem('library-signup:resume')).not.to.equal(null);
  });
  it('goes with the next sweep when it is too old, and nothing else does', () => {
    const areas = makeAreas();
    const old = makeTransaction({ state: makeState('o'), createdAt: NOW - 31 * MINUTE });
    const middling = makeTransaction({ state: makeState('m'), createdAt: NOW - 11 * MINUTE });
    for (const one of [old, middling, makeTransaction()]) storeTransaction(one, false, areas);
    areas.sessionStorage.setItem('library-signup:resume', 'kept');
    areas.localStorage.setItem('of the host page', 'kept');
    sweepTransactions(NOW, areas);
    expect(Object.keys(areas.sessionStorage)).to.have.members([`library-signup:${makeState('m')}`, key, 'library-signup:resume']);
    expect(Object.keys(areas.localStorage)).to.have.members([key, 'of the host page']);
  });
  it('is kept in memory where storage is denied', () => {
    storeTransaction(makeTransaction(), false, deniedAreas);
    expect(peekTransaction(makeState(), deniedAreas)).to.deep.equal(makeTransaction());
    expect(takeTransaction(makeState(), NOW, deniedAreas)).to.deep.equal(makeTransaction());
    expect(takeTransaction(makeState(), NOW, deniedAreas)).to.equal(undefined);
    expect(() => sweepTransactions(NOW, deniedAreas)).not.to.throw();
    expect(pendingTransaction('first', NOW, deniedAreas)).to.equal(undefined);
  });
  it('is pending for its own element only, the youngest first, while it is fresh', () => {
    const areas = makeAreas();
    storeTransaction(makeTransaction({ createdAt: NOW - 5 * MINUTE }), false, areas);
    storeTransaction(makeTransaction({ state: makeState('y'), createdAt: NOW - MINUTE }), false, areas);
    storeTransaction(makeTransaction({ state: makeState('p'), mode: 'popup' }), false, areas);
    expect(pendingTransaction('first', NOW, areas)?.state).to.equal(makeState('y'));
    expect(pendingTransaction('second', NOW, areas)).to.equal(undefined);
    expect(pendingTransaction('first', NOW + 60 * MINUTE, areas)).to.equal(undefined);
  });
});
