import { expect } from '@open-wc/testing';
import type { Draft } from '../../src/contracts/transaction.js';
import { validateDetails } from '../../src/flow/shared/validation.js';
import { BRANCHES, configOf } from '../support/screens.js';

const SOUND: Draft = { email: 'anna@example.dk', phone: '20304050', sms: true, branch: 'DK-710101', terms: true };
const codes = (change: Draft = {}, pin = '2580', rules: Parameters<typeof configOf>[0] = {}): string[] =>
  validateDetails({ ...SOUND, ...change }, { pin, birthDate: '1992-02-14' }, configOf(rules), BRANCHES).map(
    ({ field, code }) => `${field}.${code}`,
  );

describe('the details of a registration', () => {
  it('are fine when they are', () => {
    expect(codes()).to.deep.equal([]);
  });

  it('are all named when they are missing, in the order of the form', () => {
    expect(validateDetails({}, {}, configOf({ phone: 'required' }), BRANCHES).map(({ field, code }) => `${field}.${code}`)).to.deep.equal([
      'email.required',
      'phone.required',
      'branch.required',
      'pin.required',
      'terms.required',
    ]);
  });

  it('need a number only where text messages or the library want one', () => {
    expect(codes({ phone: '', sms: true })).to.deep.equal(['phone.required']);
    expect(codes({ phone: '', sms: false })).to.deep.equal([]);
    expect(codes({ phone: '', sms: false }, '2580', { phone: 'required' })).to.deep.equal(['phone.required']);
    expect(codes({ phone: '', sms: true }, '2580', { sms: false })).to.deep.equal([]);
    expect(codes({ phone: '12', sms: true }, '2580', { phone: 'hidden' })).to.deep.equal([]);
  });

  it('name a branch that is not on the list', () => {
    expect(codes({ branch: 'Herlev' })).to.deep.equal(['branch.unknown']);
  });

  for (const [pin, code] of [
    ['12a4', 'digits'],
    ['123', 'length'],
    ['1111', 'weak-repeated'],
    ['1234', 'weak-sequence'],
    ['1987', 'weak-year'],
    ['1402', 'weak-birth-date'],
  ] as const) {
    it(`refuse the PIN ${pin}: ${code}`, () => {
      expect(codes({}, pin)).to.deep.equal([`pin.${code}`]);
    });
  }

  it('only advise against a weak PIN where the library says so', () => {
    expect(codes({}, '1234', { pin: { weak: 'advise' } })).to.deep.equal([]);
    expect(codes({}, '12', { pin: { weak: 'advise' } })).to.deep.equal(['pin.length']);
  });

  it('accept no terms where there are none', () => {
    expect(codes({ terms: false }, '2580', { terms: undefined })).to.deep.equal([]);
  });
});
