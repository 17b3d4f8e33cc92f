import { expect } from '@open-wc/testing';
import type { Session } from '../../src/contracts/session.js';
import { SESSION, failure, fakePorts, returnedCode, runFlow } from '../support/flow.js';

const PATRON: Session = { ...SESSION, patron: { status: 'active' } };
type Flow = ReturnType<typeof runFlow>;
const answer = (flow: Flow, name: string, value: string): void => {
  flow.send({ type: 'choice.submitted', name, value });
};
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

async function atWhich(gateway: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts({ openSession: async () => PATRON, ...gateway });
  const flow = runFlow(ports, { flow: 'recover' });
  await flow.reaches('recover.which');
  return { flow, ports };
}

async function loggedIn(forgotten: string, gateway: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts({ openSession: async () => PATRON, ...gateway });
  const position = {
    flow: 'recover' as const,
    step: 'recover.identify',
    trail: ['recover.which', `recover.${forgotten}`],
    answers: { forgotten, route: 'login' },
    draft: {},
  };
  const flow = runFlow(ports, { flow: 'recover', returned: returnedCode(ports, position) });
  return { flow, ports };
}

describe('a forgotten MitID user ID', () => {
  const ways: [document: string, app: string, step: string][] = [
    ['danish', 'yes', 'recover.mitid-app'],
    ['danish', 'no', 'recover.mitid-phone'],
    ['foreign-with-cpr', 'yes', 'recover.mitid-app'],
    ['foreign-with-cpr', 'no', 'recover.mitid-phone'],
    ['foreign-no-cpr', 'yes', 'recover.mitid-in-person'],
    ['foreign-no-cpr', 'no', 'recover.mitid-in-person'],
  ];
  for (const [document, app, step] of ways) {
    it(`leads to ${step} with document ${document} and app ${app}`, async () => {
      const { flow } = await atWhich();
      answer(flow, 'forgotten', 'mitid');
      flow.send({ type: 'answers.changed', values: { document, app } });
      flow.send({ type: 'form.submitted', errors: [] });
      expect(flow.step).to.equal(step);
      flow.send({ type: 'flow.back' });
      expect(flow.step).to.equal('recover.mitid');
      expect(flow.context.answers).to.include({ document, app });
    });
  }

  it('has the other ways at hand', async () => {
    const { flow } = await atWhich();
    answer(flow, 'forgotten', 'mitid');
    flow.send({ type: 'answers.changed', values: { document: 'danish', app: 'yes' } });
    flow.send({ type: 'form.submitted', errors: [] });
    answer(flow, 'help', 'phone');
    expect(flow.step).to.equal('recover.mitid-phone');
    answer(flow, 'help', 'in-person');
    expect(flow.step).to.equal('recover.mitid-in-person');
    flow.send({ type: 'flow.back' });
    flow.send({ type: 'flow.back' });
    expect(flow.step).to.equal('recover.mitid-app');
  });

  it('keeps what was ticked off', async () => {
    const { flow } = await atWhich();
    answer(flow, 'forgotten', 'mitid');
    flow.send({ type: 'answers.changed', values: { document: 'danish', app: 'yes' } });
    flow.send({ type: 'form.submitted', errors: [] });
    flow.send({ type: 'answers.changed', values: { guide: '1,2' } });
    expect(flow.context.answers.guide).to.equal('1,2');
  });
});

describe('a forgotten library user ID', () => {
  it('is shown, masked, after a login', async () => {
    const { flow } = await loggedIn('library');
    await flow.reaches('recover.user-ids');
    await settled();
    expect(flow.context.userIds).to.deep.equal([{ type: 'cpr', hint: '040590-••••' }]);
    expect(flow.emitted).to.deep.include({ type: 'flow.completed', outcome: 'user-ids-shown' });
  });

  it('can become the e-mail address', async () => {
    const { flow } = await loggedIn('library');
    await flow.reaches('recover.user-ids');
    await settled();
    flow.send({ type: 'draft.changed', values: { email: 'a@example.dk' } });
    flow.send({ type: 'form.submitted', errors: [] });
    await settled();
    expect(flow.context.emailIsUserId).to.equal(true);
  });

  for (const code of ['account-mismatch', 'already-linked'] as const) {
    it(`says at the field that the address is refused: ${code}`, async () => {
      const { flow } = await loggedIn('library', {
        addEmailUserId: async () => {
          throw failure(code);
        },
      });
      await flow.reaches('recover.user-ids');
      await settled();
      flow.send({ type: 'form.submitted', errors: [] });
      await settled();
      expect(flow.context.errors).to.deep.equal([{ field: 'email', code }]);
      expect(flow.step).to.equal('recover.user-ids');
    });
  }

  it('tells somebody who is no patron, at the login', async () => {
    const { flow } = await loggedIn('library', { openSession: async () => SESSION });
    await flow.reaches('recover.identify');
    expect(flow.identify?.notice).to.equal('not-a-patron');
  });

  it('is mailed, with the same end for everyone', async () => {
    const { flow, ports } = await atWhich();
    answer(flow, 'forgotten', 'library');
    answer(flow, 'route', 'email');
    expect(flow.step).to.equal('recover.reminder');
    flow.send({ type: 'draft.changed', values: { email: 'anyone@example.dk' } });
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.reminder-sent');
    expect(ports.calls).to.include('remindUserId');
  });

  it('can be tried again when the library system fails', async () => {
    let tries = 0;
    const { flow } = await atWhich({
      remindUserId: async () => {
        if (tries++ === 0) throw failure('unavailable');
      },
    });
    answer(flow, 'forgotten', 'library');
    answer(flow, 'route', 'email');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.failed');
    flow.send({ type: 'flow.retry' });
    await flow.reaches('recover.reminder-sent');
  });
});

describe('a new PIN', () => {
  it('is made after a login', async () => {
    const { flow, ports } = await loggedIn('pin');
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-changed');
    await settled();
    expect(ports.calls).to.include('changePin').and.include('endSession');
  });

  it('is made by a mailed link, without a login', async () => {
    const ports = fakePorts();
    ports.secrets.set('pinResetToken', 'link-token');
    const flow = runFlow(ports, { byLink: true });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-changed');
    expect(ports.calls).to.include('completePinReset').and.not.include('changePin');
    expect(JSON.stringify(flow.inspected.map((event) => ('snapshot' in event ? event.snapshot : null)))).not.to.include('link-token');
  });

  for (const [code, notice] of [
    ['expired', 'link-expired'],
    ['not-found', 'link-unknown'],
  ] as const) {
    it(`offers a new link when the mailed one is no good: ${code}`, async () => {
      const ports = fakePorts({
        completePinReset: async () => {
          throw failure(code);
        },
      });
      ports.secrets.set('pinResetToken', 'link-token');
      const flow = runFlow(ports, { byLink: true });
      await flow.reaches('recover.new-pin');
      flow.send({ type: 'form.submitted', errors: [] });
      await flow.reaches('recover.pin-reset');
      expect(flow.context.notice).to.equal(notice);
    });
  }

  it('goes through the login again when the session has ended', async () => {
    const { flow } = await loggedIn('pin', {
      changePin: async () => {
        throw failure('session-expired');
      },
    });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.identify');
    expect(flow.identify?.notice).to.equal('session-expired');
  });

  it('is mailed as a link, with the same end for everyone', async () => {
    const { flow } = await atWhich();
    answer(flow, 'forgotten', 'pin');
    answer(flow, 'route', 'email');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-reset-sent');
  });
});

describe('a detour from registration', () => {
  it('starts at the login and comes back to it with everything kept', async () => {
    const flow = runFlow(fakePorts(), {
      position: { flow: 'register', step: 'register.identify', trail: [], answers: {}, draft: { email: 'kept@example.dk' } },
    });
    flow.send({ type: 'detour.user-id' });
    await flow.reaches('recover.mitid');
    flow.send({ type: 'answers.changed', values: { document: 'danish', app: 'yes' } });
    flow.send({ type: 'form.submitted', errors: [] });
    expect(flow.step).to.equal('recover.mitid-app');
    flow.send({ type: 'flow.return' });
    await flow.reaches('register.identify');
    expect(flow.context.draft.email).to.equal('kept@example.dk');
    expect(flow.context.answers).to.deep.equal({});
    expect(flow.can({ type: 'flow.return' }), 'the detour is over').to.equal(false);
  });

  it('comes back by Back, too', async () => {
    const flow = runFlow(fakePorts());
    flow.send({ type: 'detour.user-id' });
    await flow.reaches('recover.mitid');
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.identify');
  });

  it('survives a reload and a redirect', async () => {
    const position = {
      flow: 'register' as const,
      step: 'recover.mitid-phone',
      trail: ['recover.mitid'],
      answers: { document: 'danish', app: 'no' },
      draft: { email: 'kept@example.dk' },
      origin: { step: 'register.identify', trail: ['register.audience'], answers: { audience: 'adult' } },
    };
    const flow = runFlow(fakePorts(), { position });
    await flow.reaches('recover.mitid-phone');
    flow.send({ type: 'flow.return' });
    await flow.reaches('register.identify');
    expect(flow.context.answers).to.deep.equal({ audience: 'adult' });
    expect(flow.context.trail).to.deep.equal(['register.audience']);
    expect(flow.context.draft.email).to.equal('kept@example.dk');
  });

  it('makes a new PIN for somebody who turned out to be a patron, and comes back', async () => {
    const ports = fakePorts({ openSession: async () => PATRON });
    const flow = runFlow(ports, { returned: returnedCode(ports) });
    await flow.reaches('register.already-patron');
    flow.send({ type: 'detour.new-pin' });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-changed');
    flow.send({ type: 'flow.return' });
    await flow.reaches('register.already-patron');
  });

  it('is not offered a return where there was no detour', async () => {
    const { flow } = await atWhich();
    expect(flow.can({ type: 'flow.return' })).to.equal(false);
    expect(flow.can({ type: 'flow.back' })).to.equal(false);
  });
});
