import { expect } from '@open-wc/testing';
import { readUserId } from '../../src/domain/card-login.js';

describe('a user ID as it is typed', () => {
  for (const [typed, kinds, userId] of [
    ['720386-1234', ['cpr'], '7203861234'],
    [' 720386 1234 ', ['cpr', 'card'], '7203861234'],
    ['\u202a720386\u20131234\u202c', ['cpr'], '7203861234'],
    ['2900 123 456', ['card'], '2900123456'],
    ['B-4711', ['card'], 'B-4711'],
    ['Astrid@UCN.example', ['email'], 'Astrid@UCN.example'],
    ['Astrid', ['local'], 'Astrid'],
    // Shaped like a CPR number, but the library's own.
    ['720386-1234', ['local'], '720386-1234'],
    ['astrid@ucn.example', ['local'], 'astrid@ucn.example'],
  ] as const)
    it(`is read as ${userId} where a library has ${kinds.join(', ')}`, () => {
      expect(readUserId(typed, kinds)).to.deep.equal({ ok: true, userId });
    });

  for (const [typed, kinds, code] of [
    ['', ['cpr'], 'missing'],
    ['\u200b ', ['local'], 'missing'],
    ['72038', ['cpr'], 'unlike'],
    ['astrid', ['cpr'], 'unlike'],
    ['astrid', ['email'], 'unlike'],
    ['astrid@ucn.example', ['cpr', 'card'], 'unlike'],
    ['my name is', ['local'], 'unlike'],
  ] as const)
    it(`is ${code} (${JSON.stringify(typed)}) where a library has ${kinds.join(', ')}`, () => {
      expect(readUserId(typed, kinds)).to.deep.equal({ ok: false, code });
    });
});
