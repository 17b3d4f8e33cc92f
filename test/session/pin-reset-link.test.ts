import { expect } from '@open-wc/testing';
import { takePinResetToken } from '../../src/session/pin-reset-link.js';

describe('the link for a new PIN', () => {
  const before = location.href;
  afterEach(() => {
    history.replaceState(null, '', before);
  });

  it('is taken out of the address bar, and the rest of the address and of the history entry stays', () => {
    history.replaceState({ host: 1 }, '', '?a=1&pin-reset=secret&b=2#part');
    expect(takePinResetToken()).to.equal('secret');
    expect(location.search).to.equal('?a=1&b=2');
    expect(location.hash).to.equal('#part');
    expect(history.state).to.deep.equal({ host: 1 });
    expect(takePinResetToken()).to.equal(undefined);
  });

  it('is read from the fragment, which only the page sees', () => {
    history.replaceState(null, '', '?a=1#pin-reset=a%2Fsecret');
    expect(takePinResetToken()).to.equal('a/secret');
    expect(location.search).to.equal('?a=1');
    expect(location.hash).to.equal('');
    history.replaceState(null, '', '#pin-reset=secret');
    expect(takePinResetToken()).to.equal('secret');
    expect(location.href).not.to.include('secret');
    history.replaceState(null, '', '#other-pin-reset=1');
    expect(takePinResetToken()).to.equal(undefined);
  });

  it('is none when it is empty', () => {
    history.replaceState(null, '', '?pin-reset=');
    expect(takePinResetToken()).to.equal(undefined);
  });
});
