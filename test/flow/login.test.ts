import { expect } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Library } from '../../src/contracts/directory.js';
import type { Purpose } from '../../src/contracts/login.js';
import type { Session } from '../../src/contracts/session.js';
import type { Gateway, HandOffRequest } from '../../src/ports.js';
import {
  failure,
  fakePorts,
  LIBRARY,
  returnedCode,
  runFlow,
  SESSION,
  TEST_CONFIG,
  type FakeServices,
  type RunningFlow,
} from '../support/flow.js';

const CONFIG: SignupConfigInput = { ...TEST_CONFIG, login: { guest: true, handover: { mode: 'event' } }, recover: {} };
const PUBLIC: Library = {
  id: 'DK-775100',
  name: 'Folkebiblioteket',
  kind: 'public',
  userIds: ['cpr', 'card'],
  policy: { login: true, culr: true },
};
const SCHOOL: Library = { ...PUBLIC, id: 'DK-861640', name: 'Skolen', kind: 'school', userIds: ['email'] };
const GUESTS: Library = {
  id: 'DK-820330',
  name: 'Søfarten',
  kind: 'research',
  userIds: [],
  policy: { login: false, culr: false, guestFields: [{ name: 'cardno', required: true }] },
};
const CLOSED: Library = { ...GUESTS, id: 'DK-820440', name: 'Læsesalen', policy: { login: false, culr: false } };

const cardSession = (profile: Session['profile'], library: string): Session => ({
  ...SESSION,
  method: 'library-card',
  library,
  provenLibraries: [library],
  ...(profile && { profile }),
});
const EID: Session = { ...SESSION, method: 'eid', profile: { status: 'linked', offerLink: false } };

interface Rig {
  ports: FakeServices;
  flow: RunningFlow;
}

function start(purpose: Purpose, gateway: Partial<Gateway> = {}, more: { config?: SignupConfigInput; library?: string } = {}): Rig {
  const ports = fakePorts({ endSession: async () => undefined, ...gateway });
  const flow = runFlow(ports, {
    flow: 'login',
    config: more.config ?? CONFIG,
    login: { purpose, library: more.library ?? null },
  });
  return { ports, flow };
}

/** Chooses the library that the directory has found. */
async function choose({ flow }: Rig, library: Library): Promise<void> {
  await flow.reaches('login.library');
  await until(() => flow.context.login?.found?.length);
  flow.send({ type: 'library.chosen', id: library.id });
}

async function until(met: () => unknown): Promise<void> {
  for (let tries = 0; !met() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(met(), 'what was waited for').to.be.ok;
}

const finds = (library: Library): Partial<Gateway> => ({
  findLibraries: async () => ({ libraries: [library] }),
  readLibrary: async () => library,
});

async function byCard(rig: Rig, library: Library): Promise<void> {
  await choose(rig, library);
  await rig.flow.reaches('login.method');
  rig.flow.send({ type: 'card.chosen' });
  await rig.flow.reaches('login.card');
  rig.ports.secrets.set('proof', { method: 'library-card', library: library.id, userId: 'astrid', pin: 'Hemmelig-1' });
  rig.flow.send({ type: 'form.submitted', errors: [] });
}

/** As a page load with the answer of MitID finds it. */
function byEid(ports: FakeServices, purpose: Purpose, answers: Record<string, string> = {}, more: object = {}): RunningFlow {
  const position = { flow: 'login' as const, step: 'login.identify', trail: [], answers, draft: {}, ...more };
  return runFlow(ports, {
    flow: 'login',
    config: CONFIG,
    login: { purpose, library: null },
    returned: returnedCode(ports, position),
  });
}

describe('logging in, by what the library allows', () => {
  for (const [what, library, profile, end] of [
    ['a public library', PUBLIC, { status: 'linked', offerLink: false }, 'login.done'],
    ['a school that belongs to the profiles', SCHOOL, { status: 'linked', offerLink: false }, 'login.done'],
    ['a research library that no profile has', LIBRARY, { status: 'none', offerLink: true }, 'login.link-offer'],
    ['the same, where nobody wants to be asked', LIBRARY, { status: 'none', offerLink: false }, 'login.done'],
    ['a research library that is in a profile', LIBRARY, { status: 'withheld', offerLink: false }, 'login.belongs-to-profile'],
  ] as const) {
    it(`leads with the card of ${what} to ${end}`, async () => {
      const rig = start('login', { ...finds(library), openSession: async () => cardSession(profile, library.id) });
      await byCard(rig, library);
      await rig.flow.reaches(end);
    });
  }

  for (const [library, purpose, end] of [
    [GUESTS, 'order', 'login.guest'],
    [GUESTS, 'login', 'login.unsupported'],
    [CLOSED, 'order', 'login.unsupported'],
    [CLOSED, 'login', 'login.unsupported'],
  ] as const) {
    it(`leads with ${library.name}, which has no login, for ${purpose} to ${end}, and never to the card`, async () => {
      const rig = start(purpose, finds(library));
      await choose(rig, library);
      await rig.flow.reaches(end);
      expect(rig.flow.can({ type: 'card.chosen' })).to.equal(false);
    });
  }

  for (const [what, library, proven, end] of [
    ['public', PUBLIC, [], 'login.done'],
    ['school', SCHOOL, [], 'login.done'],
    ['research', LIBRARY, [], 'login.order-pin'],
    ['research, its card proved just now', LIBRARY, [LIBRARY.id], 'login.done'],
    ['without a login', GUESTS, [], 'login.guest'],
    ['without anything', CLOSED, [], 'login.unsupported'],
  ] as const) {
    it(`orders with MitID at a library (${what}) by ${end}`, async () => {
      const ports = fakePorts({ ...finds(library), openSession: async () => ({ ...EID, provenLibraries: [...proven] }) });
      const flow = byEid(ports, 'order', { library: library.id });
      await flow.reaches(end);
      expect(ports.calls).to.include('createProfile');
    });
  }

  it('leads with MitID alone to a profile, and with an order to the choice of a library', async () => {
    const ports = fakePorts({ openSession: async () => EID });
    await byEid(ports, 'login').reaches('login.done');
    expect(ports.calls).to.include('createProfile');
    const other = fakePorts({ openSession: async () => EID });
    await byEid(other, 'order').reaches('login.library');
  });

  it('takes the preselected library, which can’t be changed, and says so when it is unknown', async () => {
    const { flow } = start('login', finds(PUBLIC), { library: PUBLIC.id });
    await flow.reaches('login.method');
    expect(flow.can({ type: 'library.change' })).to.equal(false);
    expect(flow.can({ type: 'flow.back' })).to.equal(false);
    const { flow: unknown } = start('login', { readLibrary: () => Promise.reject(failure('library-unknown')) }, { library: 'DK-999999' });
    await unknown.reaches('login.library');
    expect(unknown.context.notice).to.equal('library-unknown');
  });
});

describe('starting over', () => {
  it('leaves nothing of what was chosen, but the library that the page preselects', async () => {
    for (const library of [null, PUBLIC.id]) {
      const rig = start(
        'login',
        { ...finds(PUBLIC), openSession: () => Promise.reject(failure('blocked')) },
        library === null ? {} : { library },
      );
      if (library === null) await choose(rig, PUBLIC);
      await rig.flow.reaches('login.method');
      rig.flow.send({ type: 'card.chosen' });
      rig.ports.secrets.set('proof', { method: 'library-card', library: PUBLIC.id, userId: '1', pin: '2580' });
      rig.flow.send({ type: 'form.submitted', errors: [] });
      await rig.flow.reaches('login.blocked');
      rig.flow.send({ type: 'flow.restart' });
      await rig.flow.reaches(library === null ? 'login.library' : 'login.method');
      expect(rig.flow.context.login?.reason ?? null).to.equal(null);
      expect(rig.flow.context.answers).to.deep.equal(library === null ? {} : { library });
      expect(rig.flow.emitted).to.deep.include({ type: 'flow.forgotten' });
    }
  });
});

describe('finding one’s library', () => {
  it('drops answers that come out of order', async () => {
    const asked: { text: string; answer: (libraries: Library[]) => void }[] = [];
    const { flow } = start('login', {
      findLibraries: ({ text }) => new Promise((resolve) => asked.push({ text, answer: (libraries) => resolve({ libraries }) })),
    });
    await until(() => asked.length === 1);
    flow.send({ type: 'library.typed', text: 'a' });
    await until(() => asked.length === 2);
    flow.send({ type: 'library.typed', text: 'ab' });
    await until(() => asked.length === 3);
    asked[2]?.answer([PUBLIC]);
    await until(() => flow.context.login?.found);
    asked[1]?.answer([LIBRARY]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked.map(({ text }) => text)).to.deep.equal(['', 'a', 'ab']);
    expect(flow.context.login?.found).to.deep.equal([PUBLIC]);
  });

  it('shows the next page in place of the one before', async () => {
    const cursors: (string | undefined)[] = [];
    const { flow } = start('login', {
      findLibraries: async ({ cursor }) => {
        cursors.push(cursor);
        return cursor === undefined ? { libraries: [PUBLIC], next: '20' } : { libraries: [LIBRARY] };
      },
    });
    await until(() => flow.context.login?.found);
    flow.send({ type: 'libraries.more' });
    await until(() => flow.context.login?.found?.[0]?.id === LIBRARY.id);
    expect(cursors).to.deep.equal([undefined, '20']);
    expect(flow.can({ type: 'libraries.more' })).to.equal(false);
  });

  it('says when the search failed, and searches again', async () => {
    let isOffline = true;
    const { flow } = start('login', {
      findLibraries: async () => (isOffline ? Promise.reject(failure('unavailable')) : { libraries: [PUBLIC] }),
    });
    await until(() => flow.context.login?.searchFailed);
    expect(flow.emitted).to.deep.include({ type: 'flow.failed', code: 'unavailable', retryable: true });
    isOffline = false;
    flow.send({ type: 'libraries.retry' });
    await until(() => flow.context.login?.found);
    expect(flow.context.login?.searchFailed).to.equal(false);
  });

  it('remembers a library after the login only, and forgets them when asked', async () => {
    const rig = start('login', { ...finds(PUBLIC), openSession: async () => cardSession(undefined, PUBLIC.id) });
    await choose(rig, PUBLIC);
    await rig.flow.reaches('login.method');
    expect(rig.ports.recent.list()).to.deep.equal([]);
    rig.flow.send({ type: 'card.chosen' });
    rig.ports.secrets.set('proof', { method: 'library-card', library: PUBLIC.id, userId: '1', pin: '2580' });
    rig.flow.send({ type: 'form.submitted', errors: [] });
    await until(() => rig.ports.recent.list().length);
    expect(rig.ports.recent.list()).to.deep.equal([{ id: PUBLIC.id, name: PUBLIC.name }]);
  });
});

describe('the card', () => {
  for (const [code, more, step] of [
    ['credentials-wrong', { attemptsLeft: 2 }, 'login.card'],
    ['locked-out', { retryAfter: 1200 }, 'login.failed'],
    ['blocked', { reason: 'debt' }, 'login.blocked'],
    ['library-unknown', {}, 'login.library'],
    ['unavailable', {}, 'login.failed'],
  ] as const) {
    it(`leads with ${code} to ${step}, with the library kept`, async () => {
      const rig = start('login', { ...finds(LIBRARY), openSession: () => Promise.reject(failure(code, more)) });
      await byCard(rig, LIBRARY);
      await until(() => rig.flow.step === step && !rig.flow.busy);
      if (code !== 'library-unknown') expect(rig.flow.context.answers['library']).to.equal(LIBRARY.id);
      if (code === 'credentials-wrong') {
        expect(rig.flow.context.errors).to.deep.equal([{ field: 'pin', code: 'wrong' }]);
        expect(rig.flow.context.login?.attemptsLeft).to.equal(2);
      }
    });
  }

  it('leaves neither user ID nor PIN to another library, or to who comes back', async () => {
    const rig = start('login', finds(LIBRARY));
    await choose(rig, LIBRARY);
    await rig.flow.reaches('login.method');
    rig.flow.send({ type: 'card.chosen' });
    rig.ports.secrets.set('userId', 'astrid');
    rig.ports.secrets.set('pin', 'Hemmelig-1');
    rig.flow.send({ type: 'flow.back' });
    await rig.flow.reaches('login.method');
    expect([rig.ports.secrets.get('userId'), rig.ports.secrets.get('pin')]).to.deep.equal([undefined, undefined]);
  });

  it('is a detour away from a forgotten PIN, and back with the library', async () => {
    const rig = start('login', finds(LIBRARY));
    await choose(rig, LIBRARY);
    await rig.flow.reaches('login.method');
    rig.flow.send({ type: 'card.chosen' });
    rig.flow.send({ type: 'detour.new-pin' });
    await rig.flow.reaches('recover.which');
    rig.flow.send({ type: 'flow.return' });
    await rig.flow.reaches('login.card');
    expect(rig.flow.context.answers['library']).to.equal(LIBRARY.id);
    rig.flow.send({ type: 'flow.back' });
    await rig.flow.reaches('login.method');
  });
});

describe('the offer to link', () => {
  const offered = async (gateway: Partial<Gateway> = {}, identity = {}): Promise<Rig> => {
    const ports = fakePorts(
      { ...finds(LIBRARY), openSession: async () => cardSession({ status: 'none', offerLink: true }, LIBRARY.id), ...gateway },
      identity,
    );
    ports.secrets.set('token', 'card-token');
    const flow = runFlow(ports, {
      flow: 'login',
      config: CONFIG,
      login: { purpose: 'login', library: null },
    });
    await byCard({ ports, flow }, LIBRARY);
    await flow.reaches('login.link-offer');
    return { ports, flow };
  };

  for (const [answer, calls] of [
    ['later', []],
    ['never', ['silenceLinkOffer']],
  ] as const) {
    it(`ends logged in without a profile (${answer})`, async () => {
      const { ports, flow } = await offered();
      flow.send({ type: 'choice.submitted', name: 'link', value: answer });
      await flow.reaches('login.done');
      expect(ports.calls.filter((call) => call === 'silenceLinkOffer')).to.deep.equal(calls);
      expect(ports.calls).not.to.include('createProfile');
    });
  }

  it('asks for an answer', async () => {
    const { flow } = await offered();
    flow.send({ type: 'choice.submitted', name: 'link', value: null });
    expect(flow.context.errors).to.deep.equal([{ field: 'link', code: 'required' }]);
  });

  it('takes the right to attach along to MitID, bound to that hand-off', async () => {
    let request: HandOffRequest | undefined;
    const { flow } = await offered({}, { begin: async (value: HandOffRequest) => ((request = value), { mode: 'redirect' }) });
    flow.send({ type: 'choice.submitted', name: 'link', value: 'now' });
    await flow.reaches('login.identify');
    flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await flow.reaches('login.leaving');
    expect(request?.position.answers).to.deep.include({ link: 'now', library: LIBRARY.id });
    expect(await request?.prepare?.('challenge-of-the-hand-off')).to.deep.equal({ linkIntent: 'intent-1' });
  });

  it('is done when MitID has come back', async () => {
    const ports = fakePorts({ openSession: async () => EID });
    const flow = byEid(ports, 'login', { library: LIBRARY.id, link: 'now' }, { linkIntent: 'intent-1' });
    await flow.reaches('login.linked');
    expect(flow.context.login?.chosen?.name).to.equal(LIBRARY.name);
    expect(ports.calls).to.include('attachLibrary');
    await until(() => flow.emitted.some((event) => event.type === 'flow.completed' && event.outcome === 'profile-linked'));
  });

  for (const [code, reason] of [
    ['account-mismatch', 'account-mismatch'],
    ['already-linked', 'already-linked'],
    ['not-attachable', 'automatic'],
  ] as const) {
    it(`says why it could not be attached: ${reason}; and goes on`, async () => {
      const more = code === 'not-attachable' ? { reason } : {};
      const ports = fakePorts({ openSession: async () => EID, attachLibrary: () => Promise.reject(failure(code, more)) });
      const flow = byEid(ports, 'login', { library: LIBRARY.id, link: 'now' }, { linkIntent: 'intent-1' });
      await flow.reaches('login.link-refused');
      expect(flow.context.login?.reason).to.equal(reason);
      flow.send({ type: 'flow.finish' });
      await flow.reaches('login.done');
    });
  }

  it('asks for the card again when nobody knows of a right to attach', async () => {
    const ports = fakePorts({ ...finds(LIBRARY), openSession: async () => EID });
    const flow = byEid(ports, 'login', { library: LIBRARY.id, link: 'now' });
    await flow.reaches('login.card');
    expect(flow.context.notice).to.equal('link-lapsed');
    expect(flow.context.answers['link']).to.equal(undefined);
  });

  it('leads back to the card when MitID was cancelled, as the card’s session was in memory only', async () => {
    const ports = fakePorts(finds(LIBRARY));
    const flow = runFlow(ports, {
      flow: 'login',
      config: CONFIG,
      login: { purpose: 'login', library: null },
      returned: {
        outcome: 'refused',
        notice: 'cancelled',
        provider: 'mitid',
        position: {
          flow: 'login',
          step: 'login.identify',
          trail: ['login.library', 'login.method', 'login.card', 'login.link-offer'],
          answers: { library: LIBRARY.id, link: 'now' },
          draft: {},
        },
      },
    });
    await flow.reaches('login.card');
    expect(flow.context.notice).to.equal('cancelled');
    flow.send({ type: 'flow.back' });
    await flow.reaches('login.method');
  });
});

describe('a page that is not the library’s own', () => {
  for (const adapter of ['library', 'mitid'])
    it(`leaves for login.bib.dk with the library that was chosen, and asks for no PIN (adapter ${adapter})`, async () => {
      const { providers } = TEST_CONFIG.identity;
      const config: SignupConfigInput = {
        ...CONFIG,
        identity: {
          providers: {
            ...providers,
            bibdk: { adapter, broker: 'bibdk', authorizationEndpoint: 'https://login.example/', clientId: 'x' },
          },
        },
        login: { libraryLogin: 'redirect' },
      };
      let request: HandOffRequest | undefined;
      const ports = fakePorts(finds(PUBLIC), { begin: async (value: HandOffRequest) => ((request = value), { mode: 'redirect' }) });
      const flow = runFlow(ports, {
        flow: 'login',
        config,
        login: { purpose: 'login', library: null },
      });
      await choose({ ports, flow }, PUBLIC);
      await flow.reaches('login.method');
      expect(flow.can({ type: 'card.chosen' })).to.equal(false);
      flow.send({ type: 'identity.chosen', provider: 'bibdk' });
      await flow.reaches('login.leaving');
      expect([request?.provider, request?.library]).to.deep.equal(['bibdk', PUBLIC.id]);
    });
});

describe('a page whose MitID is at login.bib.dk', () => {
  const config: SignupConfigInput = {
    ...CONFIG,
    identity: {
      providers: { mitid: { adapter: 'mitid', broker: 'bibdk', authorizationEndpoint: 'https://login.example/', clientId: 'x' } },
    },
  };
  it('goes to MitID by it, beside the library’s card on the page, and to link takes the right to attach along', async () => {
    const requests: HandOffRequest[] = [];
    const begin = async (request: HandOffRequest) => (requests.push(request), { mode: 'redirect' as const });
    const ports = fakePorts(
      { ...finds(LIBRARY), openSession: async () => cardSession({ status: 'none', offerLink: true }, LIBRARY.id) },
      { begin },
    );
    ports.secrets.set('token', 'card-token');
    for (const libraryLogin of ['card', 'redirect'] as const) {
      const flow = runFlow(ports, {
        flow: 'login',
        config: { ...config, login: { libraryLogin } },
        login: { purpose: 'login', library: null },
      });
      if (libraryLogin === 'card') {
        await byCard({ ports, flow }, LIBRARY);
        await flow.reaches('login.link-offer');
        flow.send({ type: 'choice.submitted', name: 'link', value: 'now' });
        await flow.reaches('login.identify');
      } else await flow.reaches('login.library');
      flow.send({ type: 'identity.chosen', provider: 'mitid' });
      await flow.reaches('login.leaving');
      flow.actor.stop();
    }
    expect(requests.map(({ library }) => library)).to.deep.equal([undefined, undefined]);
    expect(await requests[0]?.prepare?.('challenge')).to.deep.equal({ linkIntent: 'intent-1' });
  });
});

describe('a card that belongs to a profile', () => {
  const belongs = async (gateway: Partial<Gateway> = {}): Promise<Rig> => {
    const rig = start('login', {
      ...finds(LIBRARY),
      openSession: async () => cardSession({ status: 'withheld', offerLink: false }, LIBRARY.id),
      ...gateway,
    });
    await byCard(rig, LIBRARY);
    await rig.flow.reaches('login.belongs-to-profile');
    return rig;
  };

  it('goes on without the profile', async () => {
    const { flow, ports } = await belongs();
    flow.send({ type: 'choice.submitted', name: 'next', value: 'without' });
    await flow.reaches('login.done');
    expect(ports.calls).not.to.include('detachLibrary');
  });

  it('is taken out after a second press, and says so', async () => {
    const { flow, ports } = await belongs();
    flow.send({ type: 'choice.submitted', name: 'next', value: 'detach' });
    expect(flow.step).to.equal('login.belongs-to-profile');
    expect(ports.calls).not.to.include('detachLibrary');
    flow.send({ type: 'flow.finish' });
    await flow.reaches('login.done');
    expect(ports.calls).to.include('detachLibrary');
    expect(flow.context.notice).to.equal('detached');
  });

  it('leads to MitID', async () => {
    const { flow } = await belongs();
    flow.send({ type: 'choice.submitted', name: 'next', value: 'mitid' });
    await flow.reaches('login.identify');
    flow.send({ type: 'flow.back' });
    await flow.reaches('login.belongs-to-profile');
  });
});

describe('an order', () => {
  const asked = async (gateway: Partial<Gateway> = {}): Promise<Rig> => {
    const ports = fakePorts({ ...finds(LIBRARY), openSession: async () => EID, ...gateway });
    const flow = byEid(ports, 'order', { library: LIBRARY.id });
    await flow.reaches('login.order-pin');
    return { ports, flow };
  };

  it('ends with the library’s own PIN', async () => {
    const { flow } = await asked();
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('login.done');
    await until(() => flow.emitted.some((event) => event.type === 'flow.completed' && event.outcome === 'order-checked'));
  });

  for (const [code, step] of [
    ['credentials-wrong', 'login.order-pin'],
    ['blocked', 'login.blocked'],
    ['not-found', 'login.blocked'],
    ['locked-out', 'login.failed'],
  ] as const) {
    it(`leads with ${code} to ${step}`, async () => {
      const { flow } = await asked({ checkOrder: () => Promise.reject(failure(code, { attemptsLeft: 1 })) });
      flow.send({ type: 'form.submitted', errors: [] });
      await until(() => flow.step === step && !flow.busy);
      expect(flow.context.answers['library']).to.equal(LIBRARY.id);
    });
  }

  it('is sent without a login, and says nothing of whether the library knows the patron', async () => {
    const rig = start('order', finds(GUESTS));
    await choose(rig, GUESTS);
    await rig.flow.reaches('login.guest');
    rig.flow.send({ type: 'form.submitted', errors: [] });
    await rig.flow.reaches('login.guest-ready');
    expect(rig.flow.context.login?.reference).to.equal('O-1');
    await until(() => rig.flow.emitted.some((event) => event.type === 'flow.completed' && event.outcome === 'guest'));
  });
});

describe('my libraries', () => {
  const LIBRARIES = [
    { id: PUBLIC.id, name: PUBLIC.name, kind: 'public' as const, removable: false },
    { id: LIBRARY.id, name: LIBRARY.name, kind: 'research' as const, removable: true },
  ];

  it('removes one, says so, and never one that comes by itself', async () => {
    const ports = fakePorts({ openSession: async () => EID, readProfile: async () => LIBRARIES });
    const flow = byEid(ports, 'libraries');
    await flow.reaches('login.my-libraries');
    await until(() => flow.context.login?.libraries);
    expect(flow.can({ type: 'library.remove', id: PUBLIC.id })).to.equal(false);
    flow.send({ type: 'library.remove', id: LIBRARY.id });
    await until(() => ports.calls.includes('detachLibrary') && !flow.busy);
    expect(flow.context.notice).to.equal('detached');
    flow.send({ type: 'flow.finish' });
    await until(() => flow.emitted.some((event) => event.type === 'flow.completed' && event.outcome === 'libraries-changed'));
  });

  it('adds one by its card, without another MitID', async () => {
    const ports = fakePorts({
      ...finds(LIBRARY),
      openSession: async () => EID,
      readProfile: async () => LIBRARIES,
      proveCard: async () => ports.secrets.set('libraryToken', 'card-token'),
    });
    const flow = byEid(ports, 'libraries');
    await flow.reaches('login.my-libraries');
    await until(() => flow.context.login?.libraries);
    flow.send({ type: 'library.change' });
    await choose({ ports, flow }, LIBRARY);
    await flow.reaches('login.card');
    flow.send({ type: 'form.submitted', errors: [] });
    await flow.reaches('login.my-libraries');
    expect(ports.calls.filter((call) => /^(begin|proveCard|attachLibrary)$/.test(call))).to.deep.equal(['proveCard', 'attachLibrary']);
  });
});

describe('handing over to the host', () => {
  it('is a code that works once, and no part of it is in what the flow knows, tells or shows', async () => {
    const rig = start('login', { ...finds(PUBLIC), openSession: async () => cardSession(undefined, PUBLIC.id) });
    await byCard(rig, PUBLIC);
    await until(() => rig.ports.delivered.length);
    expect(rig.ports.delivered).to.deep.equal([['event', undefined, { code: 'handover-1', expiresIn: 60 }]]);
    expect(rig.ports.calls.indexOf('handOver')).to.be.below(rig.ports.calls.indexOf('endSession'));
    await until(() => rig.flow.emitted.some(({ type }) => type === 'flow.completed'));
    expect(JSON.stringify([rig.flow.context, rig.flow.emitted])).not.to.match(/handover-1|token-1|Hemmelig/);
    expect(rig.ports.secrets.get('handover')).to.equal(undefined);
  });

  it('is tried again when it failed, with the login kept', async () => {
    let isDown = true;
    const rig = start('login', {
      ...finds(PUBLIC),
      openSession: async () => cardSession(undefined, PUBLIC.id),
      handOver: async () => {
        if (isDown) throw failure('unavailable');
      },
    });
    await byCard(rig, PUBLIC);
    await rig.flow.reaches('login.failed');
    isDown = false;
    rig.flow.send({ type: 'flow.retry' });
    await rig.flow.reaches('login.done');
  });
});
