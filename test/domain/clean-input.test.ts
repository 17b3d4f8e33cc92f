import { expect } from '@open-wc/testing';
import { cleanInput } from '../../src/domain/clean-input.js';

describe('what was typed or pasted', () => {
  for (const [what, typed, meant] of [
    ['a phone number out of the address book of a phone', '\u202a+45 20 30 40 50\u202c', '+45 20 30 40 50'],
    ['isolates, marks and embeddings of direction', '\u2066\u200e20\u200f30\u2069\u202e4050', '20304050'],
    ['every kind of space', '\u00a073\u2009\u202f91\u3000\t\n', '73 91'],
    ['what has no width', 'an\u200bna\ufeff@\u00adbib\u2060.dk', 'anna@bib.dk'],
    ['full-width digits and signs', '＋４５　２０３０４０５０', '+45 20304050'],
    ['a full-width address sign', 'anna＠bib．dk', 'anna@bib.dk'],
    ['an accent of its own', 'Rene\u0301', 'René'],
    ['control characters', 'As\u0000ta\u0007', 'Asta'],
    ['pictures and fillers', '7\ufe0f3\u31649\uffa01', '7391'],
    ['a name of another script', ' 王 小明 ', '王 小明'],
    ['nothing to see', '\u200b \u2063', ''],
  ] as const)
    it(`is taken as it is meant: ${what}`, () => {
      expect(cleanInput(typed)).to.equal(meant);
    });
});
