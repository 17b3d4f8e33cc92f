import { expect } from '@open-wc/testing';
import { CHILD_STEPS, HAND_OFF_STEPS, QUESTION_STEPS, RECOVER_STEPS, REFUSED_STEPS, REGISTER_STEPS } from '../../src/flow/types.js';
import { explore, movesAt, replay, type Situation } from '../support/explorer.js';

/** Screens that are there while something is under way, or only in a redirect. */
const PASSING = ['register.leaving', 'register.checking', 'register.submitting', 'recover.leaving', 'recover.checking'];
const name = (situation: Situation): string => situation.path.map((move) => move.name).join(' → ') || 'the start';

describe('every path through the flow', function () {
  this.timeout(120_000);
  let situations: Situation[] = [];

  before(async () => {
    situations = [...(await explore('register', 8)), ...(await explore('recover', 5))];
  });

  it('reaches every screen', () => {
    const reached = new Set(situations.map(({ step }) => step));
    const missing = [...HAND_OFF_STEPS, ...QUESTION_STEPS, ...CHILD_STEPS, ...REFUSED_STEPS, ...REGISTER_STEPS, ...RECOVER_STEPS].filter(
      (step) => !PASSING.includes(step) && !reached.has(step),
    );
    expect(missing, `${String(situations.length)} situations`).to.deep.equal([]);
  });

  it('leaves nobody without a way on or back', () => {
    const ends = new Set([
      'register.done',
      'register.application-received',
      'register.pin-ordered',
      'recover.reminder-sent',
      'recover.pin-reset-sent',
      'recover.pin-changed',
      'recover.user-ids',
    ]);
    const dead = situations.filter(({ step, moves }) => moves.length === 0 && !ends.has(step));
    expect(dead.map(name)).to.deep.equal([]);
  });

  it('never stops by a fault', async () => {
    for (const { path } of situations.slice(0, 40)) {
      const flow = await replay(path);
      expect(flow.actor.getSnapshot().status).to.equal('active');
      expect(movesAt(flow)).to.be.an('array');
      flow.actor.stop();
    }
  });
});
