import { expect } from '@open-wc/testing';
import { PURPOSES } from '../../src/contracts/login.js';
import { LOGIN_STEPS } from '../../src/flow/types.js';
import { explore, type Situation } from '../support/explorer.js';

const name = (situation: Situation): string => situation.path.map((move) => move.name).join(' → ') || 'the start';

describe('every path through the login', function () {
  this.timeout(120_000);
  const logins: Situation[] = [];

  before(async () => {
    for (const purpose of PURPOSES) logins.push(...(await explore(`login, ${purpose}`, purpose === 'login' ? 6 : 5)));
  });

  it('reaches every screen, and leaves nobody without a way on or back', () => {
    const reached = new Set(logins.map(({ step }) => step));
    const passing = ['login.leaving', 'login.checking', 'login.link-refused'];
    expect(
      LOGIN_STEPS.filter((step) => !passing.includes(step) && !reached.has(step)),
      `${String(logins.length)} situations`,
    ).to.deep.equal([]);
    expect(logins.filter(({ moves }) => moves.length === 0).map(name)).to.deep.equal([]);
  });
});
