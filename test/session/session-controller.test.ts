import { defineCE, expect, fixture, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { configSchema, type SignupConfig } from '../../src/contracts/config.js';
import type { Flow, Position } from '../../src/contracts/transaction.js';
import '../../src/downloads/on-demand.js';
import { systemClock } from '../../src/page/system-clock.js';
import { createResumeStore } from '../../src/session/resume-store.js';
import { SessionController } from '../../src/session/session-controller.js';
import { FlowController } from '../../src/ui/controllers/flow-controller.js';
import { TEST_CONFIG } from '../support/flow.js';

class Patron extends LitElement {
  flowName: Flow = 'register';
  publicComputer = false;
  readonly log: string[] = [];
  readonly flow: FlowController = new FlowController(this, {
    onEmit: () => undefined,
    onError: (error) => this.log.push(String(error)),
    onPark: () => this.session.park(),
    inspector: () => undefined,
  });
  readonly session: SessionController = new SessionController(this, {
    flow: this.flow,
    clock: systemClock,
    language: () => 'da',
    publicComputer: () => this.publicComputer,
    preselection: () => ({
      flow: this.flowName,
      audience: null,
      provider: null,
      library: null,
      purpose: 'login',
      handoverChallenge: null,
      order: null,
    }),
    announce: () => true,
    onReturn: () => this.log.push('returns'),
    onStart: () => this.log.push('starts'),
    refuse: (issues) => this.log.push(...issues),
  });

  get step(): string | undefined {
    return this.flow.current?.step;
  }
}
const tag = defineCE(Patron);

const CONFIG = configSchema.parse(TEST_CONFIG);
const DRAFT = { email: 'asta@post.example' };
const AT_LOGIN: Position = { flow: 'register', step: 'register.identify', trail: [], answers: { audience: 'adult' }, draft: DRAFT };
const kept = (): Position | undefined => createResumeStore('patron', '', systemClock).read();
const place = async (): Promise<Patron> => fixture<Patron>(`<${tag} id="patron"></${tag}>`);
const shows = (element: Patron, step: string): Promise<void> =>
  waitUntil(() => element.step === step, `expected ${step}`, { timeout: 5000 });

/** A patron who has typed something before the login. */
async function atLogin(prepare: (element: Patron) => void = () => undefined, config: SignupConfig = CONFIG): Promise<Patron> {
  createResumeStore('patron', '', systemClock).write(AT_LOGIN);
  const element = await place();
  prepare(element);
  element.session.use(config);
  await shows(element, 'register.identify');
  return element;
}
const draftOf = (element: Patron): unknown => element.flow.current?.context.draft;

describe('the session of a patron', () => {
  const address = location.href;
  const { fetch } = globalThis;
  let requests: string[];
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    requests = [];
    globalThis.fetch = async (input, init) => {
      requests.push(`${init?.method ?? 'GET'} ${input instanceof Request ? input.url : String(input)}`);
      return new Response(null, { status: 204 });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    history.replaceState(null, '', address);
    sessionStorage.clear();
    localStorage.clear();
  });

  describe('when it begins', () => {
    it('is where the patron was before a reload', async () => {
      expect(draftOf(await atLogin())).to.deep.equal(DRAFT);
    });

    it('knows nothing of a reload on a public computer', async () => {
      const element = await atLogin((patron) => {
        patron.publicComputer = true;
      });
      expect(draftOf(element)).to.deep.equal({});
    });

    it('takes the token of a mailed link out of the address bar, and leads to the new PIN', async () => {
      history.replaceState(null, '', '?pin-reset=link-token');
      const element = await place();
      expect(location.search).to.equal('');
      element.session.use(CONFIG);
      await shows(element, 'recover.new-pin');
      expect(element.session.secrets.get('pinResetToken')).to.equal('link-token');
    });

    it('says that a login came back which nobody has asked for, and offers another', async () => {
      history.replaceState(null, '', '?error=access_denied&state=unknown');
      const element = await place();
      expect(location.search).to.equal('');
      element.session.use(CONFIG);
      await shows(element, 'register.identify');
      expect(element.flow.current?.identify?.notice).to.equal('rejected');
      expect(element.log).to.deep.equal(['returns', 'starts']);
    });

    it('refuses a flow that the configuration has not', async () => {
      const element = await place();
      element.flowName = 'login';
      element.session.use(CONFIG);
      element.flowName = 'register';
      element.session.use({ ...CONFIG, register: undefined });
      expect(element.log).to.deep.equal(['login: is required', 'register: is required']);
      expect(element.step).to.equal(undefined);
    });

    it('is that of the element by its id, or else by its number on the page', async () => {
      const box = await fixture<HTMLElement>(`<div><${tag}></${tag}><${tag} id="patron"></${tag}><${tag}></${tag}></div>`);
      expect([...box.querySelectorAll<Patron>(tag)].map(({ session }) => session.owner)).to.deep.equal([`${tag}-0`, 'patron', `${tag}-2`]);
    });
  });

  describe('while it lasts', () => {
    it('keeps the place for a reload, but not on a public computer', async () => {
      const element = await atLogin();
      sessionStorage.clear();
      element.session.save();
      expect(kept()).to.deep.equal(AT_LOGIN);
      element.publicComputer = true;
      element.session.save();
      expect(kept()).to.equal(undefined);
    });

    it('carries on where it was with another configuration, and after the element was away', async () => {
      const element = await atLogin();
      sessionStorage.clear();
      element.session.use({ ...CONFIG, library: { ...CONFIG.library, name: 'Another' } });
      await shows(element, 'register.identify');
      expect(draftOf(element)).to.deep.equal(DRAFT);
      const parent = element.parentElement;
      element.remove();
      await waitUntil(() => element.step === undefined);
      parent?.append(element);
      await shows(element, 'register.identify');
      expect(draftOf(element)).to.deep.equal(DRAFT);
      expect(element.flow.current?.context.config.library.name).to.equal('Another');
    });

    it('forgets its secrets when the page is left', async () => {
      const element = await atLogin();
      element.session.secrets.set('pin', '4071');
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(element.session.secrets.get('pin')).to.equal(undefined);
    });

    it('takes a login of the host page, and no other, as soon as the flow has a use for it', async () => {
      const element = await atLogin();
      element.session.secrets.set('proof', {
        method: 'code',
        provider: 'mitid',
        code: 'c',
        codeVerifier: 'v',
        nonce: 'n',
        redirectUri: address,
      });
      element.session.takeHostLogin();
      expect(element.step).to.equal('register.identify');
      element.session.secrets.set('proof', { method: 'host', provider: 'mitid', token: 'host-token' });
      element.session.takeHostLogin();
      expect(element.step).to.equal('register.checking');
    });
  });

  describe('when it ends', () => {
    it('keeps what was typed and the login that nobody has used yet when it is started again', async () => {
      const element = await atLogin();
      const { secrets } = element.session;
      secrets.set('pin', '4071');
      secrets.set('proof', { method: 'host', provider: 'mitid', token: 'host-token' });
      element.session.start();
      await shows(element, 'register.identify');
      expect(draftOf(element)).to.deep.equal(DRAFT);
      expect(secrets.get('proof')?.method).to.equal('host');
      expect(secrets.get('pin')).to.equal(undefined);
    });

    it('leaves nothing behind when it is reset', async () => {
      const element = await atLogin();
      element.session.secrets.set('proof', { method: 'host', provider: 'mitid', token: 'host-token' });
      element.session.save();
      expect(kept()).not.to.equal(undefined);
      element.session.reset();
      await shows(element, 'register.identify');
      expect(draftOf(element)).to.deep.equal({});
      expect(element.session.secrets.get('proof')).to.equal(undefined);
      expect(kept()).to.equal(undefined);
      expect(sessionStorage.length).to.equal(0);
    });

    it('ends in the library system too, and keeps the token for that alone', async () => {
      const element = await atLogin();
      const { secrets } = element.session;
      secrets.set('token', 'token-1');
      secrets.set('pin', '4071');
      element.session.forget();
      expect(secrets.get('pin')).to.equal(undefined);
      await waitUntil(() => secrets.get('token') === undefined);
      const ends = (): string[] => requests.filter((request) => request.startsWith('DELETE'));
      await waitUntil(() => ends().length > 0);
      expect(ends()).to.deep.equal([`DELETE ${location.origin}/api/sessions/current`]);
    });

    it('begins anew for the next person who goes back to the page on a public computer', async () => {
      const element = await atLogin();
      element.publicComputer = true;
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      expect(draftOf(element)).to.deep.equal(DRAFT);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await shows(element, 'register.identify');
      expect(draftOf(element)).to.deep.equal({});
    });
  });
});
