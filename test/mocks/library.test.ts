import { expect } from '@open-wc/testing';
import { PROBLEM_STATUS, problemSchema, type ProblemCode } from '../../src/contracts/problem.js';
import { sessionSchema } from '../../src/contracts/session.js';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { createMockLibrary, type MockLibrary, type MockLibraryProfile } from '../../mocks/library.js';
import { auLibrary } from '../../mocks/libraries.js';
import type { PersonaId } from '../../mocks/personas.js';

const MINUTE = 60_000;
let clock = Date.parse('2026-03-02T09:00:00Z');
let library: MockLibrary;

function open(profile?: Partial<MockLibraryProfile>): void {
  library = createMockLibrary({ identify: createMockIdentify(), now: () => clock, library: profile });
}

async function call(line: string, { body, token, key }: { body?: unknown; token?: string; key?: string } = {}) {
  const [method, path] = line.split(' ') as [string, string];
  const request = new Request(`https://gateway.example/api/${path}`, {
    method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await library.fetch(request, '/api/');
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    text,
    body: (text ? JSON.parse(text) : undefined) as Record<string, unknown> | undefined,
  };
}

const proofOf = (persona: PersonaId, provider = 'mitid') => ({
  method: 'code',
  provider,
  code: encodeMockCode(persona),
  codeVerifier: 'v',
  nonce: 'n',
  redirectUri: 'https://library.example/',
});

async function enter(persona: PersonaId, provider?: string): Promise<string> {
  const { body } = await call('POST sessions', { body: proofOf(persona, provider) });
  return sessionSchema.parse(body).token;
}

async function refused(answer: ReturnType<typeof call>, code: ProblemCode) {
  const { status, type, body } = await answer;
  expect(body).to.include({ code });
  expect(status).to.equal(PROBLEM_STATUS[code]);
  expect(type).to.equal('application/problem+json');
  return problemSchema.parse(body);
}

const registration = { email: 'ny@post.example', sms: false, branch: 'DK-710100', pin: '2580', language: 'da' };

describe('The mock library', () => {
  beforeEach(() => {
    clock = Date.parse('2026-03-02T09:00:00Z');
    open();
  });

  it('ends a session after 20 minutes, counted from the last time it was read', async () => {
    const token = await enter('adult-resident');
    clock += 19 * MINUTE;
    expect((await call('GET sessions/current', { token })).status).to.equal(200);
    clock += 19 * MINUTE;
    expect((await call('GET sessions/current', { token })).status).to.equal(200);
    clock += 20 * MINUTE;
    await refused(call('GET sessions/current', { token }), 'session-expired');
  });

  it('knows no session that was ended', async () => {
    const token = await enter('adult-resident');
    expect((await call('DELETE sessions/current', { token })).status).to.equal(204);
    await refused(call('POST patrons', { token, body: registration }), 'session-expired');
  });

  it('gives the same answer to the same key for 24 hours, also to two at once', async () => {
    const token = await enter('adult-resident');
    const both = await Promise.all([
      call('POST patrons', { token, body: registration, key: 'k' }),
      call('POST patrons', { token, body: registration, key: 'k' }),
    ]);
    expect(both.map(({ status }) => status)).to.deep.equal([201, 201]);
    expect(both[0].text).to.equal(both[1].text);
    expect(library.mails.length).to.equal(1);
    await refused(call('POST patrons', { token, body: { ...registration, pin: '1379' }, key: 'k' }), 'field-invalid');
    clock += 25 * 60 * MINUTE;
    const later = await enter('adult-resident');
    await refused(call('POST patrons', { token: later, body: registration, key: 'k' }), 'already-patron');
  });

  it('tries again with the same key when the first attempt never got through', async () => {
    const token = await enter('adult-resident');
    library.scenario.set({ name: 'server-error', call: 'patrons', times: 1 });
    const request = new Request('https://gateway.example/api/patrons', { method: 'POST', body: '{}', headers: { 'Idempotency-Key': 'k' } });
    expect((await library.fetch(request, '/api/')).status).to.equal(500);
    expect((await call('POST patrons', { token, body: registration, key: 'k' })).status).to.equal(201);
  });

  it('tells resident from non-resident', async () => {
    for (const [persona, resident] of [
      ['adult-resident', true],
      ['adult-non-resident', false],
      ['protected', true],
    ] as const) {
      const { body } = await call('POST patrons', { token: await enter(persona), body: registration });
      expect(body, persona).to.include({ resident });
    }
  });

  it('does not know the name of someone who is protected', async () => {
    const { body } = await call('POST sessions', { body: proofOf('protected') });
    expect(sessionSchema.parse(body).person).to.include({ addressProtected: true }).and.not.to.have.property('name');
  });

  it('registers who turns 18 today, but not who is 17', async () => {
    clock = Date.now();
    expect((await call('POST patrons', { token: await enter('eighteen-today'), body: registration })).status).to.equal(201);
    await refused(call('POST patrons', { token: await enter('seventeen'), body: registration }), 'under-age');
  });

  it('lets a lapsed patron register anew', async () => {
    const token = await enter('lapsed');
    expect((await call('GET sessions/current', { token })).body).to.deep.include({ patron: { status: 'lapsed', reason: 'inactive' } });
    expect((await call('POST patrons', { token, body: registration })).status).to.equal(201);
    expect(library.patrons.get('lapsed')?.status).to.equal('active');
  });

  for (const [field, body] of [
    ['email', { email: 'ny@' }],
    ['phone', { phone: '12' }],
    ['branch', { branch: '' }],
    ['pin', { pin: '0000' }],
    ['pin', { pin: '1203' }],
    ['pin', { pin: '12' }],
  ] as const) {
    it(`refuses ${JSON.stringify(body)} by the name of the field`, async () => {
      const problem = await refused(
        call('POST patrons', { token: await enter('adult-resident'), body: { ...registration, ...body } }),
        'field-invalid',
      );
      expect(problem.errors?.map((error) => error.field)).to.deep.equal([field]);
    });
  }

  it('answers the same for patrons and strangers wherever an account could be guessed', async () => {
    for (const [line, known, unknown] of [
      ['POST pin-orders', { userId: '8105631239' }, { userId: '7203861234' }],
      ['POST pin-resets', { email: 'gorm@post.example' }, { email: 'ingen@post.example' }],
      ['POST user-id-reminders', { email: 'gorm@post.example' }, { email: 'ingen@post.example' }],
    ] as const) {
      const mailed = library.mails.length;
      const [yes, no] = [await call(line, { body: known }), await call(line, { body: unknown })];
      expect(yes, line).to.deep.equal(no);
      expect(yes.status).to.equal(202);
      expect(library.mails.length, line).to.equal(mailed + 1);
    }
  });

  it('mails a PIN link that works once, for an hour, and survives a bad PIN', async () => {
    const link = async (): Promise<string> => {
      await call('POST pin-resets', { body: { email: 'gorm@post.example' } });
      return new URLSearchParams(new URL(library.mails.at(-1)!.link!).hash.slice(1)).get('pin-reset')!;
    };
    const token = await link();
    await refused(call(`PUT pin-resets/${token}`, { body: { pin: '2105' } }), 'field-invalid');
    expect((await call(`PUT pin-resets/${token}`, { body: { pin: '9173' } })).status).to.equal(204);
    await refused(call(`PUT pin-resets/${token}`, { body: { pin: '9173' } }), 'expired');
    const late = await link();
    clock += 61 * MINUTE;
    await refused(call(`PUT pin-resets/${late}`, { body: { pin: '9173' } }), 'expired');
    await refused(call('PUT pin-resets/unknown', { body: { pin: '9173' } }), 'not-found');
  });

  it('locks a card after three wrong PINs, known or not', async () => {
    for (const userId of ['8105631239', '7203861234']) {
      const attempt = (pin: string) => call('POST sessions', { body: { method: 'library-card', library: 'DK-710100', userId, pin } });
      expect((await refused(attempt('1'), 'credentials-wrong')).attemptsLeft).to.equal(2);
      expect((await refused(attempt('1'), 'credentials-wrong')).attemptsLeft).to.equal(1);
      expect((await refused(attempt('1'), 'locked-out')).retryAfter).to.equal(1_200);
      await refused(attempt('2580'), 'locked-out');
    }
    clock += 21 * MINUTE;
    expect(
      (await call('POST sessions', { body: { method: 'library-card', library: 'DK-710100', userId: '8105631239', pin: '2580' } })).status,
    ).to.equal(201);
  });

  it('answers not-found for what is not there', async () => {
    for (const line of ['GET shelves', 'POST shelves', 'GET ', 'PATCH branches', 'GET branches/x/y'])
      await refused(call(line), 'not-found');
  });

  it('survives a body that is no JSON', async () => {
    const request = new Request('https://gateway.example/api/pin-resets', { method: 'POST', body: '<xml/>' });
    expect((await library.fetch(request, '/api/')).status).to.equal(400);
  });

  it('keeps who registered over a page load, without PIN and CPR number', async () => {
    await call('POST patrons', { token: await enter('adult-resident'), body: registration });
    const saved = library.save();
    expect(saved).not.to.include('2580').and.not.to.include('720386');
    const [mail] = library.mails;
    open();
    library.restore(saved);
    library.restore('{"patrons":');
    expect(library.mails.map(({ id, subject }) => [id, subject])).to.deep.equal([[mail?.id, mail?.subject]]);
    await refused(call('POST patrons', { token: await enter('adult-resident'), body: registration }), 'already-patron');
    library.reset();
    expect(library.patrons.has('adult-resident')).to.equal(false);
  });
});

describe('The mock library of a hospital', () => {
  const email = 'nanna.proevensen@auh.rm.dk';
  const challenge = (address = email) => call('POST mailbox-challenges', { body: { purpose: 'kaldemail', email: address } });
  const answer = (id: unknown, code: string) => call(`POST mailbox-challenges/${String(id)}/answers`, { body: { code } });

  beforeEach(() => {
    clock = Date.parse('2026-03-02T09:00:00Z');
    open(auLibrary);
  });

  it('registers by eID only with proof of a mailbox', async () => {
    const token = await enter('hospital');
    const body = { ...registration, branch: 'DK-820010' };
    await refused(call('POST patrons', { token, body }), 'mailbox-required');
    await refused(call('POST patrons', { token, body: { ...body, mailboxProof: 'made-up' } }), 'mailbox-required');
    const { body: test } = await challenge();
    const { body: proved } = await answer(test!.challenge, library.mails.at(-1)!.code!);
    expect((await call('POST patrons', { token, body: { ...body, mailboxProof: proved!.proof } })).status).to.equal(201);
  });

  it('registers by WAYF without one', async () => {
    expect(
      (await call('POST patrons', { token: await enter('hospital', 'wayf'), body: { ...registration, branch: 'DK-820010' } })).status,
    ).to.equal(201);
  });

  it('says nothing about which mailboxes exist', async () => {
    const shape = ({ status, body }: Awaited<ReturnType<typeof call>>) => ({ status, ...body, challenge: String(body!.challenge).length });
    const known = await challenge();
    const unknown = await challenge('ukendt@auh.rm.dk');
    expect(shape(known)).to.deep.equal(shape(unknown));
    expect(library.mails.length).to.equal(1);
    const problem = await refused(answer(unknown.body!.challenge, library.mails[0]!.code!), 'code-wrong');
    expect(problem).to.deep.equal(await refused(answer(known.body!.challenge, 'abc'), 'code-wrong'));
  });

  it('refuses other domains', async () => {
    for (const address of ['a@rm.dk', 'a@mail.auh.rm.dk', 'a@auh.rm.dk.evil.example']) {
      expect((await refused(challenge(address), 'field-invalid')).errors).to.deep.equal([{ field: 'email', code: 'domain' }]);
    }
  });

  it('counts wrong codes, then locks the mailbox', async () => {
    const { body } = await challenge();
    expect((await refused(answer(body!.challenge, '000'), 'code-wrong')).attemptsLeft).to.equal(2);
    expect((await refused(answer(body!.challenge, '000'), 'code-wrong')).attemptsLeft).to.equal(1);
    expect((await refused(answer(body!.challenge, '000'), 'locked-out')).retryAfter).to.equal(900);
    await refused(answer(body!.challenge, library.mails[0]!.code!), 'locked-out');
    await refused(challenge(), 'locked-out');
  });

  it('sends another code after 30 seconds, and takes each code once and for ten minutes', async () => {
    const { body } = await challenge();
    expect((await refused(challenge(), 'too-many-requests')).retryAfter).to.equal(30);
    expect((await answer(body!.challenge, library.mails[0]!.code!)).status).to.equal(200);
    await refused(answer(body!.challenge, library.mails[0]!.code!), 'expired');
    clock += 30_000;
    const second = await challenge();
    clock += 10 * MINUTE;
    await refused(answer(second.body!.challenge, library.mails.at(-1)!.code!), 'expired');
    await refused(answer('unknown', '123456'), 'not-found');
  });

  it('lets in students of its own university only', async () => {
    await refused(call('POST sessions', { body: proofOf('other-institution', 'wayf') }), 'not-permitted');
    for (const persona of ['wayf-no-cpr', 'constructed-cpr'] as const) {
      const { body } = await call('POST sessions', { body: proofOf(persona, 'wayf') });
      expect(sessionSchema.parse(body).person.hasCpr, persona).to.equal(false);
    }
  });

  it('adds an e-mail address as user ID only where everything is right', async () => {
    const token = await enter('student', 'wayf');
    const add = (address: string) => call('POST user-ids', { token, body: { type: 'email', email: address } });
    await refused(add('mads@au.example'), 'account-mismatch');
    const patron = library.patrons.get('student')!;
    patron.emailVerified = false;
    expect((await refused(add('laura@post.au.example'), 'field-invalid')).errors).to.deep.equal([{ field: 'email', code: 'not-verified' }]);
    patron.emailVerified = true;
    patron.emailUserIds = ['a@x.example', 'b@x.example', 'c@x.example'];
    expect((await refused(add('laura@post.au.example'), 'field-invalid')).errors).to.deep.equal([{ field: 'email', code: 'too-many' }]);
    patron.emailUserIds = [];
    expect((await add('laura@post.au.example')).status).to.equal(202);
    await refused(add('laura@post.au.example'), 'already-linked');
  });
});
