import { expect } from '@open-wc/testing';
import type { Draft } from '../../src/contracts/transaction.js';
import { validateChild } from '../../src/flow/child/validation.js';
import { validateCode, validateMailbox } from '../../src/flow/mailbox/validation.js';
import { BRANCHES, configOf } from '../support/screens.js';

const SOUND: Draft = { relation: 'parent', email: 'karen@example.dk', branch: 'DK-710101', liability: true };
const TODAY = '2026-11-22';
// Replacement numbers (day + 60), which no person has: 10 May 2015.
const CHILD = '7005154321';

function codes(childCpr: string, change: Draft = {}, more: { childName?: string; pin?: string; maximumAge?: number } = {}): string[] {
  const { childName = 'Asta', pin, maximumAge } = more;
  return validateChild({ ...SOUND, ...change }, { childCpr, childName, pin }, configOf(), BRANCHES, TODAY, maximumAge).map(
    ({ field, code }) => `${field}.${code}`,
  );
}

describe('an application for a child', () => {
  for (const cpr of [CHILD, '700515-4321', ' 70 05 15 - 4321 ', '700515–4321', '8311084321']) {
    it(`takes the number "${cpr}"`, () => expect(codes(cpr)).to.deep.equal([]));
  }

  for (const [cpr, code, why] of [
    ['', 'required', 'nothing'],
    ['  ', 'required', 'spaces'],
    ['70051543A1', 'letters', 'a letter'],
    ['７００５１５４３２１', 'letters', 'full-width digits'],
    ['700515432', 'length', 'nine digits'],
    ['70051543210', 'length', 'eleven digits'],
    ['7013154321', 'date', 'a thirteenth month'],
    ['9102154321', 'date', '31 February'],
    ['6102274321', 'date', 'a birthday to come'],
    ['8211084321', 'adult', '18 years today'],
    ['7402921234', 'adult', '34 years'],
  ] as const) {
    it(`refuses ${why}: ${code}`, () => expect(codes(cpr)).to.deep.equal([`childCpr.${code}`]));
  }

  it('counts years in the library’s own limit, to the day', () => {
    expect(codes('8311084321')).to.deep.equal([]);
    expect(codes('8211134321', {}, { maximumAge: 13 })).to.deep.equal([]);
    expect(codes('8211124321', {}, { maximumAge: 13 })).to.deep.equal(['childCpr.adult']);
  });

  it('names everything that is missing, in the order of the form', () => {
    expect(validateChild({}, {}, configOf(), BRANCHES, TODAY).map(({ field }) => field)).to.deep.equal([
      'childCpr',
      'childName',
      'relation',
      'email',
      'branch',
      'liability',
    ]);
  });

  it('knows two relations', () => expect(codes(CHILD, { relation: 'aunt' })).to.deep.equal(['relation.required']));

  it('needs no PIN, but a good one where there is one; the child’s birthday is none', () => {
    expect(codes(CHILD, {}, { pin: '12' })).to.deep.equal(['pin.length']);
    expect(codes(CHILD, {}, { pin: '1005' })).to.deep.equal(['pin.weak-birth-date']);
    expect(codes(CHILD, {}, { pin: '2580' })).to.deep.equal([]);
  });
});

describe('the address of a mailbox', () => {
  const domains = ['auh.rm.dk', '@aarhus.rm.dk'];
  for (const [email, code] of [
    ['test@auh.rm.dk', undefined],
    [' Test@AUH.rm.dk ', undefined],
    ['test@aarhus.rm.dk', undefined],
    ['', 'required'],
    ['auh.rm.dk', 'invalid'],
    ['a@b@auh.rm.dk', 'invalid'],
    ['test@rm.dk', 'domain'],
    ['test@sub.auh.rm.dk', 'domain'],
    ['test@auh.rm.dk.evil.com', 'domain'],
    ['test@evilauh.rm.dk', 'domain'],
    ['test@аuh.rm.dk', 'domain'],
  ] as const) {
    it(`"${email}" is ${code ?? 'fine'}`, () =>
      expect(validateMailbox(email, domains)).to.deep.equal(code ? [{ field: 'email', code }] : []));
  }

  it('has a code of as many digits as the library system says', () => {
    expect(validateCode('', 6)).to.deep.equal([{ field: 'code', code: 'length' }]);
    expect(validateCode('1234', 6)).to.deep.equal([{ field: 'code', code: 'length' }]);
    expect(validateCode('12345678', 8)).to.deep.equal([]);
  });
});
