import { expect } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Session } from '../../src/contracts/session.js';
import { SESSION, TEST_CONFIG, failure, fakePorts, returnedCode, runFlow } from '../support/flow.js';

const CONFIG: SignupConfigInput = {
  ...TEST_CONFIG,
  identity: {
    providers: {
      ...TEST_CONFIG.identity.providers,
      wayf: { adapter: 'wayf', clientId: 'test' },
      nemid: { adapter: 'nemid', replacedBy: 'mitid' },
    },
  },
  register: {
    audiences: [
      { id: 'student', kind: 'campus', providers: ['wayf'] },
      { id: 'hospital', kind: 'hospital', providers: ['wayf', 'mitid'], mailbox: { adapter: 'kaldemail', domains: ['auh.rm.dk'] } },
      { id: 'private', kind: 'private', providers: ['nemid'] },
      { id: 'child', kind: 'child', providers: ['mitid'], paper: true },
    ],
  },
};
const at = (audience: string, ports = fakePorts(), more: Parameters<typeof runFlow>[1] = {}) => ({
  ports,
  flow: runFlow(ports, { config: CONFIG, audience, ...more }),
});
const answer = (flow: ReturnType<typeof runFlow>, name: string, value: string): void => {
  flow.send({ type: 'choice.submitted', name, value });
};
const session = (person: Partial<Session['person']>, status: Session['patron']['status'] = 'none'): Session => ({
  ...SESSION,
  person: { ...SESSION.person, ...person },
  patron: { status },
});
const back = (ports: ReturnType<typeof fakePorts>, step: string, answers: Record<string, string>, more = {}) =>
  returnedCode(ports, { flow: 'register', step, trail: [], answers, draft: {}, ...more });

describe('students and employees', () => {
  it('order a PIN by e-mail, with the same answer for everyone', async () => {
    const { flow, ports } = at('student');
    await flow.reaches('register.has-cpr');
    answer(flow, 'hasCpr', 'yes');
    expect(flow.step).to.equal('register.pin-route');
    answer(flow, 'pinRoute', 'email');
    expect(flow.step).to.equal('register.pin-order');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.pin-ordered');
    expect(ports.calls).to.include('orderPin');
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'pin-ordered' });
  });

  it('walk back through their questions with the answers kept', async () => {
    const { flow } = at('student');
    await flow.reaches('register.has-cpr');
    answer(flow, 'hasCpr', 'yes');
    answer(flow, 'pinRoute', 'login');
    await flow.reaches('register.identify');
    expect(flow.identify?.providers).to.deep.equal(['wayf']);
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.pin-route');
    flow.send({ type: 'flow.back' });
    expect(flow.step).to.equal('register.has-cpr');
    expect(flow.context.answers).to.include({ hasCpr: 'yes', pinRoute: 'login' });
  });

  it('go to the desk, or use what works already, without a CPR number', async () => {
    const { flow } = at('student');
    await flow.reaches('register.has-cpr');
    answer(flow, 'hasCpr', 'no');
    answer(flow, 'needsLoans', 'yes');
    expect(flow.step).to.equal('register.desk');
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'referred' });
    flow.send({ type: 'flow.back' });
    answer(flow, 'needsLoans', 'no');
    expect(flow.step).to.equal('register.e-access');
  });

  const logins: [string, Session, string][] = [
    ['make a new PIN when they are patrons', session({}, 'active'), 'recover.new-pin'],
    ['register when they are not', session({}), 'register.details'],
    ['are asked what they need when WAYF gave no CPR number', session({ hasCpr: false }), 'register.needs-loans'],
  ];
  for (const [what, given, step] of logins) {
    it(`${what}, after a login with WAYF`, async () => {
      const ports = fakePorts({ openSession: async () => given });
      const { flow } = at('student', ports, { returned: back(ports, 'register.identify', { audience: 'student', pinRoute: 'login' }) });
      await flow.reaches(step);
    });
  }

  it('change the PIN by their session, once', async () => {
    const ports = fakePorts({ openSession: async () => session({}, 'active') });
    const { flow } = at('student', ports, { returned: back(ports, 'register.identify', { audience: 'student', pinRoute: 'login' }) });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-changed');
    expect(ports.calls.filter((call) => call === 'changePin')).to.have.length(1);
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'pin-changed' });
  });
});

describe('hospital staff', () => {
  it('with a login use WAYF', async () => {
    const { flow } = at('hospital');
    await flow.reaches('register.has-login');
    answer(flow, 'hasLogin', 'yes');
    await flow.reaches('register.identify');
    expect(flow.identify?.providers).to.deep.equal(['wayf']);
  });

  async function atCode(gateway: Parameters<typeof fakePorts>[0] = {}) {
    const { flow, ports } = at('hospital', fakePorts(gateway));
    await flow.reaches('register.has-login');
    answer(flow, 'hasLogin', 'no');
    await flow.reaches('register.kaldemail');
    flow.send({ type: 'draft.changed', values: { email: 'anna@auh.rm.dk' } });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.kaldemail-code');
    return { flow, ports };
  }

  it('without one prove a work mailbox, then use MitID, and the proof goes along', async () => {
    const { flow } = await atCode();
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.identify');
    expect(flow.identify?.providers).to.deep.equal(['mitid']);
    expect(flow.context.mailboxProof).to.equal('proof-1');
    expect(flow.context.draft.email).to.equal('anna@auh.rm.dk');
    expect(flow.identify?.position.mailboxProof).to.equal('proof-1');
  });

  it('are told how many attempts are left', async () => {
    const { flow } = await atCode({
      answerMailboxChallenge: async () => {
        throw failure('code-wrong', { attemptsLeft: 2 });
      },
    });
    flow.send({ type: 'form.submitted', errors: [] });
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(flow.mailbox).to.deep.include({ attemptsLeft: 2, errors: [{ field: 'code', code: 'wrong' }] });
    expect(flow.step).to.equal('register.kaldemail-code');
  });

  it('get a new code for the same address when the old one has expired', async () => {
    const { flow, ports } = await atCode({
      answerMailboxChallenge: async () => {
        throw failure('expired');
      },
      challengeMailbox: async () => ({ challenge: 'c', expiresIn: 600, codeLength: 6, resendAfter: 0.01 }),
    });
    flow.send({ type: 'form.submitted', errors: [] });
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
    expect(flow.mailbox?.errors).to.deep.equal([{ field: 'code', code: 'expired' }]);
    expect(flow.mailbox?.email).to.equal('anna@auh.rm.dk');
    flow.send({ type: 'code.resend' });
    expect(flow.step, 'the screen stays').to.equal('register.kaldemail-code');
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(ports.calls.filter((call) => call === 'challengeMailbox')).to.have.length(2);
    expect(flow.mailbox?.errors).to.deep.equal([]);
  });

  it('cannot ask for another code at once', async () => {
    const { flow } = await atCode();
    expect(flow.can({ type: 'code.resend' })).to.equal(false);
  });

  it('are locked out after too many wrong codes, and told until when', async () => {
    const { flow } = await atCode({
      answerMailboxChallenge: async () => {
        throw failure('locked-out', { retryAfter: 900 });
      },
    });
    flow.send({ type: 'form.submitted', errors: [] });
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(flow.mailbox?.failure).to.deep.include({ code: 'locked-out', retryAfter: 900 });
    expect(flow.can({ type: 'form.submitted', errors: [] })).to.equal(false);
    flow.send({ type: 'email.change' });
    expect(flow.step, 'a way on').to.equal('register.kaldemail');
  });

  it('change the address with what they typed kept', async () => {
    const { flow } = await atCode();
    flow.send({ type: 'email.change' });
    expect(flow.step).to.equal('register.kaldemail');
    expect(flow.mailbox?.email).to.equal('anna@auh.rm.dk');
  });
});

describe('a child', () => {
  async function atChild(gateway: Parameters<typeof fakePorts>[0] = {}) {
    const ports = fakePorts(gateway);
    const { flow } = at('child', ports, { returned: back(ports, 'register.identify', { audience: 'child' }) });
    await flow.reaches('register.child');
    return { flow, ports };
  }

  it('is registered by a guardian, who may be a patron', async () => {
    let sent: unknown;
    const { flow } = await atChild({
      openSession: async () => session({}, 'active'),
      applyForChild: async (request) => {
        sent = request;
        return { reference: 'B-7' };
      },
    });
    flow.send({ type: 'draft.changed', values: { email: 'a@example.dk', branch: 'DK-710101', relation: 'guardian' } });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.application-received');
    expect(sent).to.deep.equal({ email: 'a@example.dk', sms: false, branch: 'DK-710101', language: 'da', relation: 'guardian' });
    expect(flow.context.reference).to.equal('B-7');
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'application-received' });
  });

  it('cannot be registered by somebody under 18', async () => {
    const ports = fakePorts({ openSession: async () => session({ birthDate: '2010-01-01' }) });
    const { flow } = at('child', ports, { returned: back(ports, 'register.identify', { audience: 'child' }) });
    await flow.reaches('register.under-age');
  });

  it("is refused kindly at the field for the guardian's own number", async () => {
    const fields = [{ field: 'childCpr', code: 'own-number' }];
    const { flow } = await atChild({
      applyForChild: async () => {
        throw failure('field-invalid', { fields });
      },
    });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.child');
    expect(flow.context.errors).to.deep.equal(fields);
  });

  it('can be registered on paper, with and without a login, and back', async () => {
    const { flow } = at('child');
    flow.send({ type: 'paper.chosen' });
    await flow.reaches('register.child-form');
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.identify');
    const { flow: other } = await atChild();
    other.send({ type: 'paper.chosen' });
    expect(other.step).to.equal('register.child-form');
    other.send({ type: 'flow.back' });
    expect(other.step).to.equal('register.child');
  });

  it('never has its CPR number or name in a snapshot', async () => {
    const { flow, ports } = await atChild();
    ports.secrets.set('childCpr', '6105151234');
    ports.secrets.set('childName', 'Liv Prøve');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.application-received');
    const seen = JSON.stringify(flow.inspected.map((event) => ('snapshot' in event ? event.snapshot : null)));
    expect(seen).not.to.match(/6105151234|Liv Prøve/);
  });
});

describe('a configuration or link that names NemID', () => {
  it('carries on with the provider that replaced it, and says so', () => {
    const { flow } = at('private');
    expect(flow.identify).to.deep.include({ providers: ['mitid'], notice: 'nemid-closed' });
  });
});

describe('a reload', () => {
  it('comes back to a question with the answers kept', async () => {
    const { flow } = at('student', fakePorts(), {
      position: { flow: 'register', step: 'register.pin-route', trail: ['register.has-cpr'], answers: { hasCpr: 'yes' }, draft: {} },
    });
    await flow.reaches('register.pin-route');
    flow.send({ type: 'flow.back' });
    expect(flow.step).to.equal('register.has-cpr');
  });

  it('in the middle of a form goes through the login again, and says why', async () => {
    const { flow } = at('private', fakePorts(), {
      position: { flow: 'register', step: 'register.details', trail: [], answers: {}, draft: { email: 'kept@example.dk' } },
    });
    await flow.reaches('register.identify');
    expect(flow.identify?.notice).to.equal('resumed');
    expect(flow.context.draft.email).to.equal('kept@example.dk');
  });
});
