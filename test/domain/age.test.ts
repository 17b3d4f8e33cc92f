import { expect } from '@open-wc/testing';
import { ageOn } from '../../src/domain/age.js';
import { todayInCopenhagen } from '../../src/domain/copenhagen.js';

describe('Today', () => {
  const days: [instant: string, day: string, why: string][] = [
    ['2026-01-14T22:59:59Z', '2026-01-14', 'a second before midnight in winter'],
    ['2026-01-14T23:00:00Z', '2026-01-15', 'midnight in winter'],
    ['2026-07-14T21:59:59Z', '2026-07-14', 'a second before midnight in summer'],
    ['2026-07-14T22:00:00Z', '2026-07-15', 'midnight in summer'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'New Year'],
    ['2024-02-28T23:00:00Z', '2024-02-29', 'a leap day'],
    ['2026-03-29T01:00:00Z', '2026-03-29', 'the night the clocks change'],
  ];
  for (const [instant, day, why] of days) {
    it(`is ${day} in Denmark at ${why}`, () => expect(todayInCopenhagen(Date.parse(instant))).to.equal(day));
  }
});

describe('An age', () => {
  const ages: [birthDate: string, today: string, age: number, why: string][] = [
    ['2008-01-15', '2026-01-14', 17, 'the day before the birthday'],
    ['2008-01-15', '2026-01-15', 18, 'on the birthday'],
    ['2008-01-15', '2026-01-16', 18, 'the day after the birthday'],
    ['2008-01-15', '2025-12-31', 17, 'before the year of the birthday'],
    ['2008-12-31', '2026-12-30', 17, 'on the last day but one of the year'],
    ['2008-12-31', '2027-01-01', 18, 'after New Year'],
    ['2008-02-29', '2026-02-28', 17, 'on 28 February for someone born on a leap day'],
    ['2008-02-29', '2026-03-01', 18, 'on 1 March for someone born on a leap day'],
    ['2008-02-29', '2028-02-28', 19, 'on 28 February of a leap year for someone born on a leap day'],
    ['2008-02-29', '2028-02-29', 20, 'on the leap day itself'],
    ['2008-02-28', '2026-02-28', 18, 'on 28 February for someone born on 28 February'],
    ['2008-03-01', '2028-02-29', 19, 'on a leap day for someone born on 1 March'],
    ['1924-06-01', '2026-06-01', 102, 'of more than a hundred years'],
    ['2026-06-01', '2026-06-01', 0, 'on the day of birth'],
    ['2027-06-01', '2026-06-01', -1, 'before birth'],
  ];
  for (const [birthDate, today, age, why] of ages) it(`is ${age} ${why}`, () => expect(ageOn(birthDate, today)).to.equal(age));

  for (const [birthDate, today] of [
    ['', '2026-01-01'],
    ['2026-02-30', '2026-03-01'],
    ['2008-01-15', 'today'],
    ['15-01-2008', '2026-01-01'],
  ] as const) {
    it(`from "${birthDate}" to "${today}" is no number, so it passes no limit`, () => {
      const age = ageOn(birthDate, today);
      expect(age).to.be.NaN;
      expect(age >= 18).to.equal(false);
    });
  }
});
