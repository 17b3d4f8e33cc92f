import { expect } from '@open-wc/testing';
import type { Position } from '../../src/contracts/transaction.js';
import { systemClock } from '../../src/page/system-clock.js';
import { createResumeStore } from '../../src/session/resume-store.js';

const POSITION: Position = {
  flow: 'register',
  step: 'register.details',
  trail: ['register.identify'],
  answers: { audience: 'adult' },
  draft: { email: 'astrid@post.example' },
};

describe('what is kept for a reload', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('is read back by the same element on the same page, and by no other', () => {
    createResumeStore('one', 'register', systemClock).write(POSITION);
    expect(createResumeStore('one', 'register', systemClock).read()).to.deep.equal(POSITION);
    expect(createResumeStore('two', 'register', systemClock).read()).to.equal(undefined);
    expect(createResumeStore('one', 'recover', systemClock).read()).to.equal(undefined);
  });

  it('is gone once there is nothing to keep', () => {
    const store = createResumeStore('one', 'register', systemClock);
    store.write(POSITION);
    store.write(undefined);
    expect(store.read()).to.equal(undefined);
    expect(sessionStorage.length).to.equal(0);
  });

  it('is nothing where it can’t be read, and nothing is thrown', () => {
    const store = createResumeStore('one', 'register', systemClock);
    store.write(POSITION);
    const key = sessionStorage.key(0) ?? '';
    sessionStorage.setItem(key, '{"broken');
    expect(store.read()).to.equal(undefined);
  });
});
