import { expect } from '@open-wc/testing';
import { offersOf } from '../../src/flow/offers.js';

const ALL = [
  'POST sessions',
  'POST patrons',
  'POST child-applications',
  'POST pin-orders',
  'PUT patrons/me/pin',
  'POST pin-resets',
  'GET user-ids',
  'POST user-ids',
  'POST user-id-reminders',
  'POST mailbox-challenges',
  'POST guest-orders',
  'PUT profiles/me/libraries/{id}',
];
const without = (...missing: string[]) => offersOf({ calls: ALL.filter((call) => !missing.includes(call)), mailsPinLink: true });

describe('what can be offered with a gateway', () => {
  it('is everything where the gateway can do everything', () => {
    const isOffered = without();
    for (const what of ['register.audience:for-child', 'recover.which:pin', 'recover.pin:email', 'login.unsupported:guest'])
      expect(isOffered(what), what).to.be.true;
  });

  it('is what needs no call, whatever the gateway can', () => {
    const isOffered = offersOf({ calls: ['POST sessions'], mailsPinLink: false });
    expect(isOffered('recover.which:mitid')).to.be.true;
    expect(isOffered('register.has-cpr:yes')).to.be.true;
    expect(isOffered('recover.which:library')).to.be.false;
  });

  it('is everything where the answer names no call that every gateway has', () => {
    expect(offersOf({ calls: ['sessions', 'patrons'], mailsPinLink: false })('register.audience:for-child')).to.be.true;
    expect(offersOf({ calls: [], mailsPinLink: false })('recover.which:pin')).to.be.true;
  });

  const rows: [what: string, missing: string[]][] = [
    ['register.audience:for-child', ['POST child-applications']],
    ['register.audience:for-adult', ['POST patrons']],
    ['register.audience:for-campus', ['POST patrons', 'POST pin-orders']],
    ['register.has-login:no', ['POST mailbox-challenges']],
    ['recover.which:library', ['GET user-ids', 'POST user-id-reminders']],
    ['recover.which:pin', ['PUT patrons/me/pin', 'POST pin-resets']],
    ['recover.library:email', ['POST user-id-reminders']],
    ['recover.user-ids:email', ['POST user-ids']],
    ['login.unsupported:guest', ['POST guest-orders']],
  ];
  for (const [what, missing] of rows) {
    it(`leaves ${what} out without ${missing.join(' and ')}`, () => {
      expect(without(...missing)(what)).to.be.false;
      // One of the calls is enough.
      if (missing.length > 1) expect(without(...missing.slice(1))(what)).to.be.true;
    });
  }

  it('leaves out a link for a new PIN that nobody mails', () => {
    const isOffered = offersOf({ calls: ALL, mailsPinLink: false });
    expect(isOffered('recover.pin:email')).to.be.false;
    expect(isOffered('recover.which:pin')).to.be.true;
  });
});
