import { expect } from '@open-wc/testing';
import { acceptedSchema, emailRequestSchema, pinChangeSchema, pinOrderSchema } from '../../src/contracts/pin.js';
import { applicationReceiptSchema, childApplicationSchema } from '../../src/contracts/child.js';
import {
  mailboxChallengeSchema,
  mailboxProofSchema,
  mailboxAnswerSchema,
  mailboxChallengeRequestSchema,
} from '../../src/contracts/mailbox.js';
import { librarySchema } from '../../src/contracts/directory.js';
import { servicePointsSchema, branchesSchema } from '../../src/contracts/library.js';
import { userIdsSchema, userIdRequestSchema } from '../../src/contracts/user-id.js';
import { registrationSchema, patronRequestSchema } from '../../src/contracts/patron.js';
import { authorizationRequestSchema, sessionRequestSchema, authorizationSchema, sessionSchema } from '../../src/contracts/session.js';
import { PROBLEM_STATUS, problemSchema } from '../../src/contracts/problem.js';
import { isSafeUrl, localize } from '../../src/contracts/text.js';
import { resumeSchema, transactionSchema } from '../../src/contracts/transaction.js';

interface Parser {
  safeParse(value: unknown): { success: boolean };
}

const person = { hasCpr: true, name: 'Astrid', age: 40, birthDate: '1986-03-12', municipality: { code: '101', name: 'København' } };
const session = { token: 't', expiresIn: 1200, person, patron: { status: 'active', userId: { type: 'cpr', hint: '120386-••••' } } };
const contact = { email: 'a@post.example', sms: true, branch: 'DK-1', language: 'da' };
const position = { flow: 'register', step: 'register.identify', trail: [], answers: {}, draft: { email: 'a@post.example' } };
const branch = {
  id: 'DK-1',
  name: 'Hovedbiblioteket',
  openingHours: [{ day: 1, opens: '08:00', closes: '24:00' }],
  position: { lat: 55, lng: 12 },
};
const library = { id: 'DK-1', name: 'Et bibliotek', kind: 'public', userIds: ['cpr'], policy: { login: true, culr: true } };

/** By name: the schema, a good value, and what spoils it. */
const table: [name: string, schema: Parser, good: object, bad: unknown[]][] = [
  [
    'Session',
    sessionSchema,
    session,
    [
      { ...session, token: '' },
      { ...session, expiresIn: 0 },
      { ...session, expiresIn: '1200' },
      { ...session, patron: { status: 'gold' } },
      { ...session, person: {} },
      { ...session, person: { ...person, birthDate: '12-03-1986' } },
      { ...session, patron: undefined },
    ],
  ],
  [
    'SessionRequest',
    sessionRequestSchema,
    { method: 'host', provider: 'cms', token: 't' },
    [{ method: 'magic' }, { method: 'code', provider: 'mitid' }, { method: 'library-card', userId: '1' }],
  ],
  [
    'AuthorizationRequest',
    authorizationRequestSchema,
    { provider: 'mitid', redirectUri: 'u', state: 's', nonce: 'n', codeChallenge: 'c', language: 'en' },
    [{ provider: 'mitid' }, { language: 'sv' }],
  ],
  ['Authorization', authorizationSchema, { url: 'https://broker.example/' }, [{}, { url: 4 }]],
  [
    'PatronRequest',
    patronRequestSchema,
    { ...contact, pin: '2580' },
    [contact, { ...contact, pin: 2580 }, { ...contact, pin: '2580', language: 'sv' }],
  ],
  [
    'Registration',
    registrationSchema,
    { userId: { type: 'cpr', hint: 'x' }, resident: false, card: 'temporary' },
    [{ resident: true }, { userId: { type: 'dna', hint: 'x' }, resident: true, card: 'health-card' }],
  ],
  [
    'ChildApplication',
    childApplicationSchema,
    { ...contact, child: { cpr: '1', name: 'V' }, relation: 'parent', acceptedLiability: true },
    [
      { ...contact, child: { cpr: '1', name: 'V' }, relation: 'aunt', acceptedLiability: true },
      { ...contact, child: { cpr: '1', name: 'V' }, relation: 'parent', acceptedLiability: false },
    ],
  ],
  ['ApplicationReceipt', applicationReceiptSchema, { reference: 'B-1' }, [{}, { reference: 1 }]],
  ['PinOrder', pinOrderSchema, {}, [{ userId: 1 }]],
  ['PinChange', pinChangeSchema, { pin: '2580' }, [{}, { pin: 2580 }]],
  ['EmailRequest', emailRequestSchema, { email: 'a@post.example' }, [{}]],
  ['Accepted', acceptedSchema, {}, []],
  ['UserIds', userIdsSchema, { userIds: [{ type: 'card', hint: '••1' }] }, [{ userIds: {} }, { userIds: [{ type: 'card' }] }]],
  ['UserIdRequest', userIdRequestSchema, { type: 'email', email: 'a@post.example' }, [{ type: 'cpr', email: 'a@post.example' }]],
  [
    'MailboxChallengeRequest',
    mailboxChallengeRequestSchema,
    { purpose: 'kaldemail', email: 'a@auh.rm.dk' },
    [{ purpose: 'spam', email: 'a@auh.rm.dk' }],
  ],
  [
    'MailboxChallenge',
    mailboxChallengeSchema,
    { challenge: 'c', expiresIn: 600, codeLength: 6, resendAfter: 30 },
    [{ challenge: 'c' }, { challenge: 'c', expiresIn: 600, codeLength: 6.5, resendAfter: 30 }],
  ],
  ['MailboxAnswer', mailboxAnswerSchema, { code: '123456' }, [{ code: 123456 }]],
  ['MailboxProof', mailboxProofSchema, { proof: 'p' }, [{}]],
  [
    'Branches',
    branchesSchema,
    { branches: [branch] },
    [
      [],
      { branches: null },
      { branches: [{ name: 'x' }] },
      { branches: [{ ...branch, openingHours: [{ day: 8, opens: '08:00', closes: '20:00' }] }] },
      { branches: [{ ...branch, openingHours: [{ day: 1, opens: '8', closes: '20:00' }] }] },
      { branches: [{ ...branch, address: 'Krystalgade 15' }] },
    ],
  ],
  ['ServicePoints', servicePointsSchema, { servicePoints: [branch] }, [{ branches: [branch] }]],
  [
    'Library',
    librarySchema,
    library,
    [
      { ...library, kind: 'private' },
      { ...library, policy: {} },
      { ...library, policy: { login: true, culr: true, guestFields: [{ name: 'shoeSize', required: true }] } },
    ],
  ],
  [
    'Problem',
    problemSchema,
    { code: 'blocked', status: 403, errors: [{ field: 'pin', code: 'weak-year' }] },
    [{ code: 4 }, { errors: [{ field: 'pin' }] }, { retryAfter: 'soon' }],
  ],
  [
    'Transaction',
    transactionSchema,
    {
      version: 1,
      createdAt: 1,
      owner: 'a',
      provider: 'mitid',
      state: 's',
      nonce: 'n',
      codeVerifier: 'v',
      redirectUri: 'u',
      mode: 'redirect',
      position,
    },
    [{ version: 2 }, { version: 1, position: { ...position, flow: 'buy' } }],
  ],
  [
    'Resume',
    resumeSchema,
    { version: 1, savedAt: 1, position },
    [
      { version: 1, savedAt: 1 },
      { version: 1, savedAt: 1, position: { ...position, trail: 'x' } },
    ],
  ],
];

describe('The schemas of the contract', () => {
  for (const [name, schema, good, bad] of table) {
    it(`${name}: takes what the contract says, also with members that it does not know`, () => {
      expect(schema.safeParse(good).success).to.equal(true);
      expect(schema.safeParse({ ...good, somethingNew: { of: 'tomorrow' } }).success).to.equal(true);
    });
    it(`${name}: refuses everything else`, () => {
      for (const value of [undefined, null, '', 0, true, 'text', ...bad])
        expect(schema.safeParse(value).success, JSON.stringify(value)).to.equal(false);
    });
  }

  it("have a status in HTTP's range for every problem code", () => {
    for (const [code, status] of Object.entries(PROBLEM_STATUS)) expect(status, code).to.be.within(400, 599);
  });
});

describe('A URL of a configuration', () => {
  for (const [url, safe] of [
    ['https://library.example/', true],
    ['/signup-api/', true],
    ['signup', true],
    ['?x', true],
    ['//other.example/', true],
    ['http://localhost:8080/', true],
    ['http://127.0.0.1/', true],
    ['http://[::1]:3000/', true],
    ['http://demo.localhost/', true],
    ['http://library.example/', false],
    ['http://localhost.evil.example/', false],
    ['http://127.evil.example/', false],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,x', false],
    ['blob:https://x/1', false],
    ['file:///etc/passwd', false],
    ['ftp://library.example/', false],
    ['mailto:a@b.dk', false],
    ['https://', false],
  ] as const) {
    it(`${JSON.stringify(url)} is ${safe ? 'safe' : 'not safe'}`, () => {
      expect(isSafeUrl(url)).to.equal(safe);
    });
  }

  it('is chosen by language, else in the other one', () => {
    expect(localize('x', 'en')).to.equal('x');
    expect(localize({ da: 'd', en: 'e' }, 'en')).to.equal('e');
    expect(localize({ da: 'd' }, 'en')).to.equal('d');
    expect(localize({ en: 'e' }, 'da')).to.equal('e');
    expect(localize({}, 'da')).to.equal(undefined);
  });
});
