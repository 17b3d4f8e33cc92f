import { expect } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Session } from '../../src/contracts/session.js';
import { decodeResume, encodeResume } from '../../src/flow/persistence.js';
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
      { id: 'adult', kind: 'adult', providers: ['mitid'] },
      { id: 'student', kind: 'campus', providers: ['wayf'] },
      { id: 'hospital', kind: 'hospital', providers: ['wayf', 'mitid'], mailbox: { adapter: 'kaldemail', domains: ['auh.rm.dk'] } },
      { id: 'child', kind: 'child', providers: ['mitid'], paper: true },
    ],
  },
};
const DRAFT = { email: 'jens@post.example', branch: 'DK-710101', terms: true };
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
const session = (status: Session['patron']['status'], person: Partial<Session['person']> = {}): Session => ({
  ...SESSION,
  person: { ...SESSION.person, ...person },
  patron: { status },
});

/** Somebody has come back from a login, with a form half filled in before. */
async function loggedIn(
  audience: string,
  opened: Session,
  gateway: Parameters<typeof fakePorts>[0] = {},
  more: Parameters<typeof runFlow>[1] = {},
) {
  const ports = fakePorts({
    openSession: async () => {
      ports.secrets.set('token', opened.token);
      return opened;
    },
    ...gateway,
  });
  const position = {
    flow: 'register' as const,
    step: 'register.identify',
    trail: ['register.audience'],
    answers: { audience },
    draft: DRAFT,
  };
  const flow = runFlow(ports, { config: CONFIG, returned: returnedCode(ports, position), ...more });
  return { ports, flow };
}

describe('starting over', () => {
  for (const [event, audience] of [
    ['flow.restart', 'adult'],
    ['audience.change', undefined],
  ] as const) {
    it(`by ${event} leaves nothing for the next person, and begins ${audience ? 'where the host page wants it' : 'with the question'}`, async () => {
      const { flow } = await loggedIn('adult', session('blocked'), {}, { audience: 'adult' });
      await flow.reaches('register.blocked');
      flow.send({ type: event });
      await flow.reaches(audience ? 'register.identify' : 'register.audience');
      expect(flow.context.draft).to.deep.equal({});
      expect(flow.context.session).to.equal(null);
      expect(flow.context.answers.audience).to.equal(audience);
      expect(flow.emitted, 'so that the element forgets too').to.deep.include({ type: 'flow.forgotten' });
    });
  }

  it('offers another audience where the host page has chosen one', async () => {
    const flow = runFlow(fakePorts(), { config: CONFIG, audience: 'adult' });
    await flow.reaches('register.identify');
    flow.send({ type: 'audience.change' });
    await flow.reaches('register.audience');
  });

  it('after a new PIN leads a student back to the registration', async () => {
    const ports = fakePorts({ openSession: async () => session('active') });
    const position = {
      flow: 'register' as const,
      step: 'register.identify',
      trail: ['register.has-cpr', 'register.pin-route'],
      answers: { audience: 'student', hasCpr: 'yes', pinRoute: 'login' },
      draft: {},
    };
    const flow = runFlow(ports, { config: CONFIG, audience: 'student', returned: returnedCode(ports, position) });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.pin-route');
  });

  it('leads from a mailed link on the registration’s page to the registration', async () => {
    const ports = fakePorts();
    ports.secrets.set('pinResetToken', 'link-token');
    const flow = runFlow(ports, { config: CONFIG, byLink: true });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-changed');
    flow.send({ type: 'flow.restart' });
    await flow.reaches('register.audience');
  });
});

describe('a refusal', () => {
  const refusals: [string, Session][] = [
    ['blocked', session('blocked')],
    ['under-age', session('none', { age: 17, birthDate: undefined })],
    ['no-registry-data', session('none', { hasCpr: false })],
  ];
  for (const [step, opened] of refusals) {
    it(`with ${step} ends the session and empties the private holder`, async () => {
      const { flow, ports } = await loggedIn('adult', opened);
      await flow.reaches(`register.${step}`);
      await settled();
      expect(ports.calls.filter((call) => call === 'endSession')).to.have.length(1);
      expect([ports.secrets.get('token'), ports.secrets.get('person'), ports.secrets.get('proof')]).to.deep.equal([
        undefined,
        undefined,
        undefined,
      ]);
    });
  }

  it('keeps the session of a patron, who may want a new PIN, and is told once', async () => {
    const { flow, ports } = await loggedIn('adult', session('active'));
    await flow.reaches('register.already-patron');
    expect(ports.calls).not.to.include('endSession');
    flow.send({ type: 'detour.new-pin' });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'flow.return' });
    await flow.reaches('register.already-patron');
    expect(flow.emitted.filter((event) => event.type === 'flow.completed')).to.have.length(1);
  });

  it('of somebody too young leads to the form on paper, where the library has one', async () => {
    const { flow } = await loggedIn('adult', session('none', { age: 17, birthDate: undefined }));
    await flow.reaches('register.under-age');
    flow.send({ type: 'paper.chosen' });
    await flow.reaches('register.child-form');
    expect(flow.context.answers.audience).to.equal('child');
    flow.send({ type: 'flow.back' });
    await flow.reaches('register.identify');
  });

  it('offers no paper where there is none', async () => {
    const config = { ...CONFIG, register: { audiences: CONFIG.register!.audiences.slice(0, 2) } };
    const { flow } = await loggedIn('adult', session('none', { age: 17, birthDate: undefined }), {}, { config });
    await flow.reaches('register.under-age');
    expect(flow.can({ type: 'paper.chosen' })).to.equal(false);
  });

  for (const fields of [undefined, [], [{ field: 'address', code: 'invalid' }]]) {
    it(`of the form that names ${fields?.[0] ? 'no field of it' : 'no field'} is a failure with a way on`, async () => {
      const { flow } = await loggedIn('adult', session('none'), {
        registerPatron: () => Promise.reject(failure('field-invalid', { fields })),
      });
      await flow.reaches('register.details');
      flow.send({ type: 'form.submitted', errors: [] });
      await flow.reaches('register.failed');
      expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'field-invalid', retryable: false });
      flow.send({ type: 'flow.back' });
      await flow.reaches('register.details');
      expect(flow.context.draft).to.deep.equal(DRAFT);
    });
  }

  it('of a field is told to the host page too', async () => {
    const fields = [
      { field: 'pin', code: 'invalid' },
      { field: 'address', code: 'invalid' },
    ];
    const { flow } = await loggedIn('adult', session('none'), {
      registerPatron: () => Promise.reject(failure('field-invalid', { fields })),
    });
    await flow.reaches('register.details');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.submitting');
    await flow.reaches('register.details');
    expect(flow.context.errors).to.deep.equal([fields[0]]);
    expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'field-invalid', retryable: false });
  });
});

describe('a session', () => {
  it('of a month is no reason to log out at once', async () => {
    const { flow } = await loggedIn('adult', { ...SESSION, expiresIn: 2_592_000 });
    await flow.reaches('register.details');
    await settled();
    expect(flow.step).to.equal('register.details');
  });

  it('that has expired is told to the host page', async () => {
    const { flow } = await loggedIn('adult', session('none'), { registerPatron: () => Promise.reject(failure('session-expired')) });
    await flow.reaches('register.details');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.identify');
    expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'session-expired', retryable: false });
  });
});

describe('a proof of a mailbox', () => {
  const trail = ['register.audience', 'register.has-login', 'register.kaldemail'];
  const position = {
    flow: 'register' as const,
    step: 'register.identify',
    trail,
    answers: { audience: 'hospital', hasLogin: 'no' },
    draft: DRAFT,
    mailboxProof: 'proof-1',
  };

  it('is not kept over a reload, which leads back to where it is given', async () => {
    const kept = decodeResume(encodeResume(position, 0), 0);
    expect(kept).to.deep.include({ step: 'register.kaldemail', trail: trail.slice(0, 2), draft: DRAFT });
    expect(kept).not.to.have.property('mailboxProof');
    const flow = runFlow(fakePorts(), { config: CONFIG, audience: 'hospital', position: kept! });
    await flow.reaches('register.kaldemail');
  });

  it('that the library system misses is asked for again, and leads back to the form with everything kept', async () => {
    let tries = 0;
    const ports = fakePorts({
      registerPatron: async () => {
        tries += 1;
        if (tries === 1) throw failure('mailbox-required');
        return { userId: { type: 'cpr', hint: '040590-••••' }, resident: true, card: 'health-card' };
      },
    });
    const flow = runFlow(ports, { config: CONFIG, returned: returnedCode(ports, position) });
    await flow.reaches('register.details');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.kaldemail');
    expect(flow.context.notice).to.equal('mailbox-required');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.kaldemail-code');
    ports.secrets.set('code', '123456');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.details');
    expect(flow.context.draft).to.include({ branch: DRAFT.branch });
    expect(flow.context.mailboxProof).to.equal('proof-1');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.done');
  });

  it('is named as what is missing to whoever chose another audience', async () => {
    const { flow } = await loggedIn('adult', session('none'), { registerPatron: () => Promise.reject(failure('mailbox-required')) });
    await flow.reaches('register.details');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('register.not-permitted');
    expect(flow.context.refusal).to.equal('mailbox-required');
  });
});

describe('a new PIN', () => {
  const recover = async (status: Session['patron']['status'], gateway: Parameters<typeof fakePorts>[0] = {}) => {
    const ports = fakePorts({ openSession: async () => session(status), ...gateway });
    const position = {
      flow: 'recover' as const,
      step: 'recover.identify',
      trail: ['recover.which', 'recover.pin'],
      answers: { forgotten: 'pin', route: 'login' },
      draft: {},
    };
    return { ports, flow: runFlow(ports, { flow: 'recover', config: CONFIG, returned: returnedCode(ports, position) }) };
  };

  it('is not for a blocked patron, who is told so', async () => {
    const { flow } = await recover('blocked');
    await flow.reaches('recover.identify');
    expect(flow.identify?.notice).to.equal('blocked');
    expect(flow.emitted, 'so that the session ends').to.deep.include({ type: 'flow.forgotten' });
  });

  for (const [code, notice] of [
    ['blocked', 'blocked'],
    ['not-permitted', 'not-permitted'],
    ['not-found', 'not-a-patron'],
  ] as const) {
    it(`refused with ${code} says so, at the login`, async () => {
      const { flow } = await recover('active', { changePin: () => Promise.reject(failure(code)) });
      await flow.reaches('recover.new-pin');
      flow.send({ type: 'form.submitted', errors: [] });
      await flow.reaches('recover.identify');
      expect(flow.identify?.notice).to.equal(notice);
    });
  }

  it('by a login is not stopped by a link that was no good', async () => {
    const ports = fakePorts({ completePinReset: () => Promise.reject(failure('expired')) });
    ports.secrets.set('pinResetToken', 'old');
    const flow = runFlow(ports, { flow: 'recover', config: CONFIG, byLink: true });
    await flow.reaches('recover.new-pin');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('recover.pin-reset');
    expect(flow.context.notice).to.equal('link-expired');
    expect(ports.secrets.get('pinResetToken')).to.equal(undefined);
  });

  it('tells whoever comes for NemID that it has closed', async () => {
    const position = { flow: 'recover' as const, step: 'recover.identify', trail: [], answers: { forgotten: 'pin' }, draft: {} };
    const named = runFlow(fakePorts(), { flow: 'recover', config: CONFIG, provider: 'nemid', position });
    await named.reaches('recover.identify');
    expect(named.identify).to.deep.include({ notice: 'nemid-closed', providers: ['mitid', 'wayf'] });
    const other = runFlow(fakePorts(), { flow: 'recover', config: CONFIG, position });
    await other.reaches('recover.identify');
    expect(other.identify).to.deep.include({ notice: null, providers: ['mitid', 'wayf'] });
  });
});
