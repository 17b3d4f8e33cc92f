import { expect } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Session } from '../../src/contracts/session.js';
import type { FailureCode } from '../../src/errors.js';
import { BRANCH, SESSION, TEST_CONFIG, deferred, failure, fakePorts, returnedCode, runFlow } from '../support/flow.js';

const DRAFT = { email: 'asta@example.dk', phone: '12345678', sms: true, branch: BRANCH.id, terms: true };
const position = (draft = {}) => ({ flow: 'register' as const, step: 'register.identify', trail: [], answers: {}, draft });

async function atDetails(gateway: Parameters<typeof fakePorts>[0] = {}, input: Parameters<typeof runFlow>[1] = {}) {
  const ports = fakePorts(gateway);
  const flow = runFlow(ports, { returned: returnedCode(ports, position()), ...input });
  await flow.reaches('register.details');
  return { ports, flow };
}

const withSession = (patron: Partial<Session['patron']>, person: Partial<Session['person']> = {}): Session => ({
  ...SESSION,
  person: { ...SESSION.person, ...person },
  patron: { status: 'none', ...patron },
});

const twoAudiences: SignupConfigInput = {
  ...TEST_CONFIG,
  register: {
    audiences: [
      { id: 'adult', kind: 'adult', providers: ['mitid'] },
      { id: 'private', kind: 'private', providers: ['mitid'] },
    ],
  },
};

describe('the start of a registration', () => {
  it('goes straight to the login when there is one audience', () => {
    expect(runFlow(fakePorts()).step).to.equal('register.identify');
  });

  it('asks who it is for when there are several audiences', async () => {
    const flow = runFlow(fakePorts(), { config: twoAudiences });
    await flow.reaches('register.audience');
    flow.send({ type: 'choice.submitted', name: 'audience', value: 'private' });
    expect(flow.step).to.equal('register.identify');
  });

  it('skips the question when the audience is preselected, and cannot go back to it', () => {
    const flow = runFlow(fakePorts(), { config: twoAudiences, audience: 'private' });
    expect(flow.step).to.equal('register.identify');
    expect(flow.can({ type: 'flow.back' })).to.equal(false);
  });

  it('asks again when nothing was chosen', async () => {
    const flow = runFlow(fakePorts(), { config: twoAudiences });
    await flow.reaches('register.audience');
    flow.send({ type: 'choice.submitted', name: 'audience', value: null });
    expect(flow.step).to.equal('register.audience');
    expect(flow.context.errors).to.deep.equal([{ field: 'audience', code: 'required' }]);
    expect(flow.emitted).to.deep.include({ type: 'form.rejected' });
  });

  it('goes back to the question with the answer kept', async () => {
    const flow = runFlow(fakePorts(), { config: twoAudiences });
    await flow.reaches('register.audience');
    flow.send({ type: 'choice.submitted', name: 'audience', value: 'private' });
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.audience');
    expect(flow.context.answers.audience).to.equal('private');
  });
});

describe('the hand-off', () => {
  it('leaves with the provider that was chosen', async () => {
    const ports = fakePorts();
    const flow = runFlow(ports);
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.leaving');
    expect(ports.calls).to.deep.equal(['begin']);
  });

  it('ignores a provider that is not offered', () => {
    const flow = runFlow(fakePorts());
    expect(flow.can({ type: 'identity.chosen', provider: 'unknown' })).to.equal(false);
  });

  it('is as it was, with a notice, when the patron comes back without an answer', async () => {
    const flow = runFlow(fakePorts());
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.leaving');
    flow.send({ type: 'identity.never-returned' });
    expect(flow.step).to.equal('register.identify');
    expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'never-returned', retryable: true });
  });

  for (const notice of ['cancelled', 'timed-out', 'provider-failed', 'rejected', 'not-permitted'] as const) {
    it(`shows the login again with the notice "${notice}"`, async () => {
      const flow = runFlow(fakePorts(), {
        returned: { outcome: 'refused', notice, provider: 'mitid', position: position({ email: 'kept@example.dk' }) },
      });
      await flow.reaches('register.identify');
      expect(flow.identify?.notice).to.equal(notice);
      expect(flow.context.draft.email, 'typed before').to.equal('kept@example.dk');
      expect(flow.can({ type: 'identity.chosen', provider: 'mitid' }), 'a way on').to.equal(true);
    });
  }

  it('tells the host of a cancelled login as a cancellation', () => {
    const flow = runFlow(fakePorts(), { returned: { outcome: 'refused', notice: 'cancelled' } });
    expect(flow.emitted).to.deep.include({ type: 'flow.cancelled' });
  });

  it('waits for a popup and carries on with its answer', async () => {
    const answer = deferred<ReturnType<typeof returnedCode>>();
    const ports = fakePorts({}, { begin: async () => ({ mode: 'popup' }), awaitReturn: () => answer.promise });
    const flow = runFlow(ports);
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.leaving');
    answer.resolve(returnedCode(ports));
    await flow.reaches('register.details');
  });

  it('can stop waiting for a popup', async () => {
    const flow = runFlow(fakePorts({}, { begin: async () => ({ mode: 'popup' }) }));
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.leaving');
    flow.send({ type: 'flow.cancel' });
    expect(flow.step).to.equal('register.identify');
  });

  it('takes a login that the host has done', async () => {
    const ports = fakePorts();
    const flow = runFlow(ports);
    ports.secrets.set('proof', { method: 'host', provider: 'mitid', token: 'host-token' });
    flow.send({ type: 'identity.provided', provider: 'mitid' });
    await flow.reaches('register.details');
  });

  it('offers to try again when the gateway cannot start the login', async () => {
    let tries = 0;
    const flow = runFlow(
      fakePorts(
        {},
        {
          begin: async () => {
            if (tries++ === 0) throw failure('unavailable');
            return { mode: 'redirect' };
          },
        },
      ),
    );
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.failed');
    flow.send({ type: 'flow.retry' });
    await flow.reaches('register.leaving');
  });
});

describe('checking who came back', () => {
  it('retries with the same proof when the library system did not answer', async () => {
    let tries = 0;
    const proofs: unknown[] = [];
    const ports = fakePorts({
      openSession: async (proof) => {
        proofs.push(proof);
        if (tries++ === 0) throw failure('unavailable');
        return SESSION;
      },
    });
    const flow = runFlow(ports, { returned: returnedCode(ports) });
    expect(flow.step).to.equal('register.checking');
    expect(flow.busy).to.equal(true);
    await flow.reaches('register.failed');
    flow.send({ type: 'flow.retry' });
    await flow.reaches('register.details');
    expect(proofs[0]).to.equal(proofs[1]);
  });

  it('forgets the proof once it was answered', async () => {
    const { ports } = await atDetails();
    expect(ports.secrets.get('proof')).to.equal(undefined);
  });

  const refusals: [FailureCode, string][] = [
    ['already-patron', 'register.already-patron'],
    ['under-age', 'register.under-age'],
    ['blocked', 'register.blocked'],
    ['no-registry-data', 'register.no-registry-data'],
    ['not-permitted', 'register.not-permitted'],
  ];
  for (const [code, step] of refusals) {
    it(`leads to ${step} on ${code}`, async () => {
      const ports = fakePorts({
        openSession: async () => {
          throw failure(code);
        },
      });
      await runFlow(ports, { returned: returnedCode(ports) }).reaches(step);
    });
  }

  for (const code of ['proof-invalid', 'expired', 'provider-failed'] as const) {
    it(`leads back to the login on ${code}`, async () => {
      const ports = fakePorts({
        openSession: async () => {
          throw failure(code);
        },
      });
      const flow = runFlow(ports, { returned: returnedCode(ports) });
      await flow.reaches('register.identify');
    });
  }

  const people: [string, Session, string][] = [
    ['an active patron', withSession({ status: 'active' }), 'register.already-patron'],
    ['a blocked patron', withSession({ status: 'blocked' }), 'register.blocked'],
    ['a lapsed patron', withSession({ status: 'lapsed' }), 'register.details'],
    ['a newcomer', withSession({}), 'register.details'],
    ['somebody of 17 years and 364 days', withSession({}, { birthDate: '2008-11-23' }), 'register.under-age'],
    ['somebody who turns 18 today', withSession({}, { birthDate: '2008-11-22' }), 'register.details'],
    ['somebody whose age the broker told', withSession({}, { birthDate: undefined, age: 17 }), 'register.under-age'],
    ['somebody without a CPR number', withSession({}, { hasCpr: false }), 'register.no-registry-data'],
  ];
  for (const [who, session, step] of people) {
    it(`leads ${who} to ${step}`, async () => {
      const ports = fakePorts({ openSession: async () => session });
      await runFlow(ports, { returned: returnedCode(ports) }).reaches(step);
    });
  }

  it('tells a lapsed patron why', async () => {
    const { flow } = await atDetails({ openSession: async () => withSession({ status: 'lapsed' }) });
    expect(flow.context.notice).to.equal('lapsed');
  });
});

describe('the form', () => {
  it('does not send while something is wrong', async () => {
    const { flow, ports } = await atDetails();
    flow.send({ type: 'form.submitted', errors: [{ field: 'email', code: 'required' }] });
    expect(flow.step).to.equal('register.details');
    expect(flow.context.errors).to.deep.equal([{ field: 'email', code: 'required' }]);
    expect(ports.calls).not.to.include('registerPatron');
  });

  it('registers with what was typed', async () => {
    let sent: unknown;
    const { flow } = await atDetails({
      registerPatron: async (request) => {
        sent = request;
        return { userId: { type: 'cpr', hint: '••' }, resident: true, card: 'health-card' };
      },
    });
    flow.send({ type: 'draft.changed', values: DRAFT });
    flow.send({ type: 'form.submitted', errors: [] });
    expect(flow.step).to.equal('register.submitting');
    await flow.reaches('register.done');
    expect(flow.can({ type: 'flow.back' }), 'back from the end').to.equal(false);
    expect(sent).to.deep.equal({
      email: DRAFT.email,
      phone: DRAFT.phone,
      sms: true,
      branch: BRANCH.id,
      language: 'da',
      acceptedTerms: '2026-01',
    });
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'registered' });
  });

  it('sends no phone and no SMS choice when the library does not ask for a phone', async () => {
    let sent: object = {};
    const config = {
      ...TEST_CONFIG,
      register: { ...TEST_CONFIG.register, audiences: TEST_CONFIG.register?.audiences ?? [], phone: 'hidden' as const },
    };
    const { flow } = await atDetails(
      {
        registerPatron: async (request) => {
          sent = request;
          throw failure('unavailable');
        },
      },
      { config },
    );
    flow.send({ type: 'draft.changed', values: DRAFT });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.failed');
    expect(sent).to.include({ sms: false }).and.not.have.property('phone');
  });

  it('cannot be sent twice', async () => {
    const { flow, ports } = await atDetails({ registerPatron: () => new Promise(() => undefined) });
    flow.send({ type: 'form.submitted', errors: [] });
    expect(flow.can({ type: 'form.submitted', errors: [] })).to.equal(false);
    flow.send({ type: 'form.submitted', errors: [] });
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(ports.calls.filter((call) => call === 'registerPatron')).to.have.length(1);
  });

  it('shows the errors that the library system found by field', async () => {
    const fields = [{ field: 'pin', code: 'weak-year' }];
    const { flow } = await atDetails({
      registerPatron: async () => {
        throw failure('field-invalid', { fields });
      },
    });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.details');
    expect(flow.context.errors).to.deep.equal(fields);
    expect(flow.emitted).to.deep.include({ type: 'form.rejected' });
  });

  it('keeps everything typed when the library system fails, and tries again', async () => {
    let tries = 0;
    const { flow, ports } = await atDetails({
      registerPatron: async () => {
        if (tries++ === 0) throw failure('unavailable');
        return { userId: { type: 'cpr', hint: '••' }, resident: false, card: 'health-card' };
      },
    });
    ports.secrets.set('pin', '7391');
    flow.send({ type: 'draft.changed', values: DRAFT });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.failed');
    expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'unavailable', retryable: true });
    expect(flow.context.draft).to.deep.equal(DRAFT);
    expect(ports.secrets.get('pin')).to.equal('7391');
    flow.send({ type: 'flow.retry' });
    await flow.reaches('register.done');
  });

  it('goes through the login again when the session has ended, with the fields filled and the session gone', async () => {
    const { flow } = await atDetails({
      registerPatron: async () => {
        throw failure('session-expired');
      },
    });
    flow.send({ type: 'draft.changed', values: DRAFT });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.identify');
    expect(flow.context.notice).to.equal('session-expired');
    expect(flow.context.draft).to.deep.equal(DRAFT);
    expect(flow.context.session).to.equal(null);
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('register.leaving');
  });

  it('reads the branches, says so when it could not, and asks again', async () => {
    let tries = 0;
    const { flow } = await atDetails({
      listBranches: async () => {
        if (tries++ === 0) throw failure('unavailable');
        return [BRANCH];
      },
    });
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(flow.context.branchesFailed).to.equal(true);
    flow.send({ type: 'branches.retry' });
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(flow.context.branches).to.deep.equal([BRANCH]);
    expect(flow.context.branchesFailed).to.equal(false);
  });

  it('leaves no way back to a session that is gone', async () => {
    const { flow } = await atDetails();
    flow.send({ type: 'session.lost' });
    await flow.reaches('register.identify');
    expect(flow.context.notice).to.equal('session-expired');
  });

  it('ends the session when it is done, and empties the private holder', async () => {
    const { flow, ports } = await atDetails();
    ports.secrets.set('pin', '7391');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.done');
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(ports.calls).to.include('endSession');
    expect(ports.secrets.get('pin')).to.equal(undefined);
    expect(ports.secrets.get('person')).to.equal(undefined);
  });
});

describe('privacy of the machine', () => {
  it('never lets a name, birth date, PIN, code, verifier or token into a snapshot or an event', async () => {
    const { flow, ports } = await atDetails();
    ports.secrets.set('pin', '7391');
    flow.send({ type: 'draft.changed', values: DRAFT });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.done');
    const seen = JSON.stringify(
      flow.inspected.map((event) => ({
        event: 'event' in event ? event.event : null,
        snapshot: 'snapshot' in event ? event.snapshot : null,
      })),
    );
    for (const secret of ['Asta Prøve', '1990-05-04', '7391', 'secret-code', 'secret-verifier', 'token-1']) {
      expect(seen, secret).not.to.include(secret);
    }
  });
});
