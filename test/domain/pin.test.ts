import { expect } from '@open-wc/testing';
import type { PinRule } from '../../src/contracts/config.js';
import { checkPin, isWeak, type PinProblem } from '../../src/domain/pin.js';

const four: PinRule = { minLength: 4, maxLength: 4, weak: 'refuse' };
const upToEight: PinRule = { minLength: 4, maxLength: 8, weak: 'refuse' };

describe('A PIN', () => {
  const cases: [pin: string, rule: PinRule, problem: PinProblem | null][] = [
    ['', four, 'required'],
    ['    ', four, 'digits'],
    ['12 4', four, 'digits'],
    [' 7294', four, 'digits'],
    ['72a4', four, 'digits'],
    ['-729', four, 'digits'],
    ['７２９４', four, 'digits'],
    ['٧٢٩٤', four, 'digits'],
    ['7294\n', four, 'digits'],
    ['7²94', four, 'digits'],
    ['729', four, 'length'],
    ['72941', four, 'length'],
    ['729415038', upToEight, 'length'],
    ['7', upToEight, 'length'],
    ['0000', four, 'weak-repeated'],
    ['1111', four, 'weak-repeated'],
    ['99999999', upToEight, 'weak-repeated'],
    ['1234', four, 'weak-sequence'],
    ['4321', four, 'weak-sequence'],
    ['0123', four, 'weak-sequence'],
    ['3210', four, 'weak-sequence'],
    ['6789', four, 'weak-sequence'],
    ['7890', four, 'weak-sequence'],
    ['0987', four, 'weak-sequence'],
    ['123456', upToEight, 'weak-sequence'],
    ['1900', four, 'weak-year'],
    ['1984', four, 'weak-year'],
    ['2026', four, 'weak-year'],
    ['2039', four, 'weak-year'],
    ['1899', four, null],
    ['2040', four, null],
    ['19840', upToEight, null],
    ['7294', four, null],
    ['0001', four, null],
    ['1112', four, null],
    ['1235', four, null],
    ['1357', four, null],
    ['0729', four, null],
    ['72941503', upToEight, null],
  ];
  for (const [pin, rule, problem] of cases) {
    it(`"${pin}" of ${rule.minLength}–${rule.maxLength} digits is ${problem ?? 'fine'}`, () =>
      expect(checkPin(pin, rule)).to.equal(problem));
  }

  for (const pin of [
    '2304',
    '0423',
    '2387',
    '8723',
    '0487',
    '8704',
    '1987',
    '230487',
    '870423',
    '042387',
    '19870423',
    '23041987',
    '04231987',
    '198704',
    '041987',
  ]) {
    it(`${pin} is the birth date of someone born on 23 April 1987`, () =>
      expect(checkPin(pin, upToEight, '1987-04-23')).to.equal('weak-birth-date'));
  }
  it('is judged without a birth date, or with one that is none', () => {
    expect(checkPin('2304', four)).to.equal(null);
    expect(checkPin('2304', four, 'unknown')).to.equal(null);
  });
  it("of somebody else's birth date is fine", () => expect(checkPin('2404', four, '1987-04-23')).to.equal(null));

  it('that is easy to guess is named whatever the rule, so that a library can advise only', () => {
    expect(checkPin('1234', { ...four, weak: 'advise' })).to.equal('weak-sequence');
  });
  it('of the wrong form is no matter of advice', () => {
    for (const problem of ['required', 'digits', 'length'] as const) expect(isWeak(problem)).to.equal(false);
    for (const problem of ['weak-repeated', 'weak-sequence', 'weak-year', 'weak-birth-date'] as const)
      expect(isWeak(problem)).to.equal(true);
  });
});
