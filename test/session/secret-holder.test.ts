import { expect } from '@open-wc/testing';
import { createSecretHolder } from '../../src/session/secret-holder.js';

describe('the secret holder', () => {
  it('gives back what was put in, until it is cleared', () => {
    const secrets = createSecretHolder();
    secrets.set('pin', '4071');
    secrets.set('code', '123456');
    secrets.clear('pin');
    expect(secrets.get('pin')).to.equal(undefined);
    expect(secrets.get('code')).to.equal('123456');
    secrets.clear();
    expect(secrets.get('code')).to.equal(undefined);
  });

  it('shows nothing to who serialises or enumerates it', () => {
    const secrets = createSecretHolder();
    secrets.set('pin', '4071');
    expect(JSON.stringify(secrets)).to.equal('{}');
    expect(JSON.stringify(Object.values(secrets).map(String))).not.to.contain('4071');
  });
});
