import { expect } from '@open-wc/testing';
import { isCalendarDate } from '../../src/contracts/calendar-date.js';
import { maskCpr, normalizeCpr, parseCpr } from '../../src/domain/cpr.js';

describe('A CPR number', () => {
  const accepted: [typed: string, cpr: string, birthDate: string, why: string][] = [
    ['6102030000', '6102030000', '1903-02-01', 'a replacement number has day + 60'],
    ['9112990000', '9112990000', '1999-12-31', 'the last replacement day is 91'],
    ['610203-0000', '6102030000', '1903-02-01', 'with its hyphen'],
    [' 61 02 03 00 00 ', '6102030000', '1903-02-01', 'with spaces'],
    ['610203–0000', '6102030000', '1903-02-01', 'with a dash that a keyboard made of the hyphen'],
    ['610203\u00a00000', '6102030000', '1903-02-01', 'with a non-breaking space'],
    ['6101650001', '6101650001', '1965-01-01', 'that fails modulus 11'],
    ['8902004000', '8902004000', '2000-02-29', 'of a leap day in 2000'],
    ['8902045000', '8902045000', '2004-02-29', 'of a leap day in 2004'],
    ['0102030000', '0102030000', '1903-02-01', 'of the ordinary kind, with a leading zero'],
  ];
  for (const [typed, cpr, birthDate, why] of accepted) {
    it(`is read ${why}`, () => expect(parseCpr(typed)).to.deep.equal({ ok: true, cpr, birthDate }));
  }

  const centuries: [seventh: number, year: string, birthYear: number][] = [
    [0, '00', 1900],
    [0, '99', 1999],
    [1, '50', 1950],
    [2, '37', 1937],
    [3, '00', 1900],
    [3, '99', 1999],
    [4, '00', 2000],
    [4, '36', 2036],
    [4, '37', 1937],
    [4, '99', 1999],
    [5, '00', 2000],
    [5, '57', 2057],
    [5, '58', 1858],
    [5, '99', 1899],
    [6, '57', 2057],
    [6, '58', 1858],
    [7, '21', 2021],
    [7, '99', 1899],
    [8, '00', 2000],
    [8, '57', 2057],
    [8, '58', 1858],
    [9, '00', 2000],
    [9, '36', 2036],
    [9, '37', 1937],
    [9, '99', 1999],
  ];
  for (const [seventh, year, birthYear] of centuries) {
    it(`with ${seventh} as its seventh digit and the year ${year} belongs to someone born in ${birthYear}`, () => {
      expect(parseCpr(`6101${year}${seventh}000`)).to.include({ ok: true, birthDate: `${birthYear}-01-01` });
    });
  }

  const refused: [typed: string, code: string, why: string][] = [
    ['', 'required', 'nothing'],
    ['   ', 'required', 'spaces only'],
    ['-', 'required', 'a hyphen only'],
    ['610203000x', 'letters', 'a letter'],
    ['61/02/03-0000', 'letters', 'slashes'],
    ['61-02-03-0000', 'letters', 'more than one hyphen'],
    ['６１０２０３００００', 'letters', 'full-width digits'],
    ['٦١٠٢٠٣٠٠٠٠', 'letters', 'Arabic digits'],
    ['610203\u200b0000', 'letters', 'an invisible character'],
    ['610203000', 'length', 'nine digits'],
    ['61020300000', 'length', 'eleven digits'],
    ['1', 'length', 'one digit'],
    ['9202030000', 'date', 'day 92'],
    ['0002030000', 'date', 'day 0'],
    ['3202030000', 'date', 'day 32'],
    ['6002030000', 'date', 'day 60'],
    ['6100030000', 'date', 'month 0'],
    ['6113030000', 'date', 'month 13'],
    ['9104030000', 'date', '31 April'],
    ['8902990000', 'date', '29 February 1999'],
    ['8902000000', 'date', '29 February 1900, which was no leap year'],
    ['9002004000', 'date', '30 February'],
  ];
  for (const [typed, code, why] of refused) {
    it(`is refused as "${code}" for ${why}`, () => expect(parseCpr(typed)).to.deep.equal({ ok: false, code }));
  }

  it('is normalised without being judged', () => expect(normalizeCpr(' ab-12 -3 ')).to.equal('ab12-3'));
  it('never shows its last four digits', () => {
    expect(maskCpr('6102031234')).to.equal('610203-••••');
    expect(maskCpr('610203-1234')).to.equal('610203-••••');
    for (const odd of ['', '1234', '61020312345', 'abcdefghij']) expect(maskCpr(odd)).to.equal('••••••-••••');
  });
});

describe('A calendar date', () => {
  for (const date of ['2024-02-29', '2000-02-29', '2026-12-31', '1858-01-01'])
    it(`${date} exists`, () => expect(isCalendarDate(date)).to.equal(true));
  for (const date of [
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-02-30',
    '2026-01-32',
    '2026-01-00',
    '0000-00-00',
    '2026-00-01',
    '2026-13-01',
    '2026-1-1',
    '',
    '2026-01-01T00:00',
    '20260101',
  ]) {
    it(`"${date}" does not exist`, () => expect(isCalendarDate(date)).to.equal(false));
  }
});
