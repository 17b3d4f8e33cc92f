import { expect } from '@open-wc/testing';
import { addressOf, ENTRIES, entriesOf, readSelection, STATES } from '../../demo/gallery/selection.js';

const selected = (search: string): readonly string[] => entriesOf(readSelection(search)).map(({ situation }) => situation.name);

describe('the gallery', () => {
  it('has an address of its own for each screen', () => {
    expect(new Set(ENTRIES.map(({ id }) => id))).to.have.property('size', ENTRIES.length);
    for (const { id, situation } of ENTRIES) expect(selected(`?screen=${encodeURIComponent(id)}`)).to.deep.equal([situation.name]);
  });

  it('finds screens by name, flow and state', () => {
    expect(selected('?find=all%20wrong')).to.include('details, all wrong');
    for (const state of STATES) expect(selected(`?state=${state}`), state).not.to.be.empty;
    expect(selected('?state=errors')).to.include('details, all wrong').and.not.to.include('details');
    expect(selected('?flow=login').length).to.be.lessThan(ENTRIES.length);
    expect(selected('')).to.have.length(ENTRIES.length);
  });

  it('keeps what is looked at in the address', () => {
    const selection = { ...readSelection(''), flow: 'login', theme: 'dark' };
    expect(readSelection(addressOf(selection))).to.deep.equal(selection);
  });
});
