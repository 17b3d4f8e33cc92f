import { expect } from '@open-wc/testing';
import type { SessionRequest } from '../../src/contracts/session.js';
import { SignupError, type Failure } from '../../src/errors.js';
import type { Contact, Gateway, SecretHolder } from '../../src/ports.js';
import type { Mail } from '../../mocks/library.js';
import type { PersonaId } from '../../mocks/personas.js';

/** What the suite needs of a gateway under test: a library system with the test persons of `mocks/personas.ts` behind it. */
export interface GatewayHarness {
  gateway: Gateway;
  secrets: SecretHolder;
  prove(persona: PersonaId, provider?: string): SessionRequest;
  /** Mails sent so far. */
  mails(): readonly Mail[] | Promise<readonly Mail[]>;
  /** Ends every session on the other side. */
  expireSessions(): void | Promise<void>;
}

export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error: unknown = await promise.then(
    () => new Error('It succeeded.'),
    (reason: unknown) => reason,
  );
  if (error instanceof SignupError) return error.failure;
  throw error;
}

/** A child: a replacement number that makes a ten-year-old, whatever the date. */
export function childCpr(): string {
  const year = new Date().getFullYear() - 10;
  return `7105${String(year % 100).padStart(2, '0')}5123`;
}

/** What every implementation of `Gateway` has to do. */
export function gatewaySuite(name: string, setup: () => Promise<GatewayHarness>): void {
  describe(`${name} as a gateway`, () => {
    let harness: GatewayHarness;
    let gateway: Gateway;
    let secrets: SecretHolder;
    let contact: Contact;

    beforeEach(async () => {
      harness = await setup();
      ({ gateway, secrets } = harness);
      const [branch] = await gateway.listBranches();
      contact = { email: 'astrid@post.example', phone: '20304050', sms: true, branch: branch!.id, language: 'da' };
      secrets.set('pin', '2580');
    });

    const enter = (persona: PersonaId, provider?: string) => gateway.openSession(harness.prove(persona, provider));

    it('opens a session and keeps its token in the private holder', async () => {
      const session = await enter('adult-resident');
      expect(session.person).to.include({ name: 'Astrid Prøvensen', hasCpr: true });
      expect(session.patron.status).to.equal('none');
      expect(secrets.get('token')).to.equal(session.token);
    });

    it('refuses a proof that was used before', async () => {
      const proof = harness.prove('adult-resident');
      await gateway.openSession(proof);
      expect(await failureOf(gateway.openSession(proof))).to.include({ code: 'proof-invalid', retryable: false });
    });

    it('registers an adult, who then is a patron', async () => {
      await enter('adult-resident');
      const registration = await gateway.registerPatron(contact);
      expect(registration).to.deep.include({ resident: true, card: 'health-card' });
      expect(registration.userId.hint).not.to.match(/\d{7}/);
      expect((await gateway.readSession()).patron.status).to.equal('active');
      secrets.set('pin', '1379');
      expect((await failureOf(gateway.registerPatron(contact))).code).to.equal('already-patron');
    });

    for (const [persona, code] of [
      ['already-patron', 'already-patron'],
      ['blocked', 'blocked'],
      ['seventeen', 'under-age'],
      ['no-registry-data', 'no-registry-data'],
      ['no-cpr', 'no-registry-data'],
    ] as const) {
      it(`refuses to register ${persona}: ${code}`, async () => {
        await enter(persona);
        expect((await failureOf(gateway.registerPatron(contact))).code).to.equal(code);
      });
    }

    it('lets nobody in who may not register at all', async () => {
      expect((await failureOf(enter('not-permitted'))).code).to.equal('not-permitted');
      expect(secrets.get('token')).to.equal(undefined);
    });

    it('names every field that is wrong', async () => {
      await enter('adult-resident');
      secrets.set('pin', '1234');
      const failure = await failureOf(gateway.registerPatron({ ...contact, email: 'astrid', branch: 'DK-000000' }));
      expect(failure.code).to.equal('field-invalid');
      expect(failure.fields).to.deep.include.members([
        { field: 'email', code: 'invalid' },
        { field: 'branch', code: 'unknown' },
        { field: 'pin', code: 'weak-sequence' },
      ]);
    });

    it('asks for nothing without the PIN', async () => {
      await enter('adult-resident');
      secrets.clear('pin');
      expect(await failureOf(gateway.registerPatron(contact))).to.deep.include({
        code: 'field-invalid',
        fields: [{ field: 'pin', code: 'required' }],
      });
    });

    it('tells an expired session and forgets its token', async () => {
      await enter('adult-resident');
      await harness.expireSessions();
      expect((await failureOf(gateway.registerPatron(contact))).code).to.equal('session-expired');
      expect(secrets.get('token')).to.equal(undefined);
      expect((await failureOf(gateway.readSession())).code).to.equal('session-expired');
    });

    it('ends a session, and twice does no harm', async () => {
      await enter('adult-resident');
      await gateway.endSession();
      await gateway.endSession();
      expect(secrets.get('token')).to.equal(undefined);
    });

    it('takes an application for a child', async () => {
      await enter('adult-resident');
      secrets.set('childCpr', childCpr());
      secrets.set('childName', 'Viggo Prøvensen');
      expect((await gateway.applyForChild({ ...contact, relation: 'parent' })).reference).to.match(/\S/);
    });

    it('refuses an adult and the guardian as a child', async () => {
      await enter('adult-resident');
      secrets.set('childName', 'Viggo Prøvensen');
      for (const [cpr, code] of [
        ['7203861234', 'own-number'],
        ['8105631239', 'adult'],
        ['9913101234', 'date'],
      ] as const) {
        secrets.set('childCpr', cpr);
        expect((await failureOf(gateway.applyForChild({ ...contact, relation: 'parent' }))).fields).to.deep.equal([
          { field: 'childCpr', code },
        ]);
      }
    });

    it('orders a PIN for whoever asks, and mails patrons only', async () => {
      secrets.set('userId', '810563-1239');
      await gateway.orderPin();
      secrets.set('userId', '7203861234');
      await gateway.orderPin();
      expect((await harness.mails()).map(({ to, kind }) => [to, kind])).to.deep.equal([['gorm@post.example', 'pin']]);
    });

    it('changes the PIN of a patron', async () => {
      await enter('already-patron');
      secrets.set('pin', '9173');
      expect(await gateway.changePin()).to.equal(undefined);
    });

    it('makes a new PIN by a mailed link that works once', async () => {
      await gateway.requestPinReset({ email: 'gorm@post.example' });
      await gateway.requestPinReset({ email: 'nobody@post.example' });
      const [mail, ...others] = await harness.mails();
      expect(others).to.deep.equal([]);
      secrets.set('pinResetToken', new URLSearchParams(new URL(mail!.link!).hash.slice(1)).get('pin-reset')!);
      secrets.set('pin', '9173');
      await gateway.completePinReset();
      expect((await failureOf(gateway.completePinReset())).code).to.equal('expired');
      secrets.set('pinResetToken', 'made-up');
      expect((await failureOf(gateway.completePinReset())).code).to.equal('not-found');
    });

    it('lists user IDs masked, and adds the e-mail address', async () => {
      await enter('already-patron');
      expect((await gateway.listUserIds()).map(({ type }) => type)).to.deep.equal(['cpr', 'card']);
      expect((await failureOf(gateway.addEmailUserId({ email: 'other@post.example' }))).code).to.equal('account-mismatch');
      await gateway.addEmailUserId({ email: 'gorm@post.example' });
      const ids = await gateway.listUserIds();
      expect(ids.at(-1)!.type).to.equal('email');
      expect(JSON.stringify(ids)).not.to.include('1239').and.not.to.include('gorm@');
    });

    it('reminds of a user ID', async () => {
      await gateway.remindUserId({ email: 'gorm@post.example' });
      await gateway.remindUserId({ email: 'nobody@post.example' });
      expect((await harness.mails()).length).to.equal(1);
    });

    it('lists service points', async () => {
      expect((await gateway.listServicePoints()).length).to.be.above(0);
    });
  });
}
