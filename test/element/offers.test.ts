import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

const BASIC = ['POST sessions', 'GET branches'];
const AUDIENCES: NonNullable<SignupConfigInput['register']>['audiences'] = [
  { id: 'grown-up', kind: 'adult', providers: ['mitid'] },
  { id: 'child', kind: 'child', providers: ['mitid'] },
];

describe('the element, with a gateway that can do less', () => {
  const { fetch } = window;
  let asked = 0;
  let element: LibrarySignup;
  const values = (): string[] => [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ value }) => value);
  const until = async (met: () => unknown): Promise<void> => {
    for (let tries = 0; !met() && tries < 300; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(met(), `${element.step} ${values().join()}`).to.be.ok;
  };
  /** @param answer what `GET capabilities` is answered with; a promise that never settles is a gateway that hangs */
  const gateway = (answer: () => Response | Promise<Response>): void => {
    window.fetch = async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      if (!pathname.endsWith('/capabilities')) return new Response('{}', { status: 404 });
      asked += 1;
      return answer();
    };
  };
  const can = (...calls: string[]): (() => Response) => {
    const capabilities = { calls: [...BASIC, ...calls], userIds: ['cpr'], mailsPinLink: true, tellsExpiredLink: true };
    return () => Response.json({ ...capabilities, pin: { minLength: 4, maxLength: 4, weak: 'refuse' } });
  };
  const show = async (change: Partial<SignupConfigInput>, flow = 'register'): Promise<void> => {
    element = await fixture<LibrarySignup>(html`<library-signup flow=${flow} .config=${{ ...TEST_CONFIG, ...change }}></library-signup>`);
  };
  beforeEach(() => {
    asked = 0;
  });
  afterEach(() => {
    sessionStorage.clear();
    window.fetch = fetch;
  });

  it('leaves out an audience that can’t be registered there, and says nothing of it', async () => {
    gateway(can('POST patrons'));
    await show({ register: { ...TEST_CONFIG.register!, audiences: AUDIENCES } });
    // The only answer there is needs no choosing.
    await until(() => element.step === 'register.audience' && values().length === 0);
    expect(element.renderRoot.querySelector('button[type=submit]')!.textContent.trim()).to.match(/voksen|Bosat|Jeg/i);
    expect(asked).to.equal(1);
  });

  it('keeps a guardian’s way on paper, without the login that leads nowhere', async () => {
    gateway(can('POST patrons'));
    const [adult, child] = AUDIENCES as [(typeof AUDIENCES)[0], (typeof AUDIENCES)[0]];
    await show({ register: { ...TEST_CONFIG.register!, audiences: [adult, { ...child, paper: true }] } });
    await until(() => values().includes('child') && asked === 1);
    element.audience = 'child';
    await until(() => element.step === 'register.identify' && !element.renderRoot.querySelector('[data-action=identify]'));
    expect(element.renderRoot.querySelector('[data-action=paper]')).to.exist;
  });

  it('offers nothing by mail to who has forgotten a PIN, where the gateway mails no link', async () => {
    gateway(can('PUT patrons/me/pin', 'GET user-ids'));
    await show({}, 'recover');
    await until(() => asked === 1 && element.step === 'recover.which' && values().join() === 'mitid,library,pin');
    const pin = element.renderRoot.querySelector<HTMLInputElement>('input[value=pin]')!;
    pin.click();
    element.renderRoot.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await until(() => element.step === 'recover.pin' && values().length === 0);
    expect(values()).to.deep.equal([]);
  });

  it('offers MitID’s help alone where the gateway can’t find or change anything', async () => {
    gateway(can());
    await show({}, 'recover');
    await until(() => element.step === 'recover.which' && asked === 1 && values().length === 0);
    expect(element.renderRoot.querySelector('button[type=submit]')).to.exist;
  });

  for (const [name, answer] of Object.entries({
    'does not know the question': () => new Response('{}', { status: 404 }),
    'answers nonsense': () => Response.json({ calls: 'all' }),
    'sends HTML': () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    'can’t be reached': () => Promise.reject(new TypeError('offline')),
    'never answers': () => new Promise<Response>(() => undefined),
  })) {
    it(`offers everything, at once, where the gateway ${name}`, async () => {
      gateway(answer);
      await show({ register: { ...TEST_CONFIG.register!, audiences: AUDIENCES } });
      await until(() => values().join() === 'grown-up,child' && asked === 1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(values()).to.deep.equal(['grown-up', 'child']);
      expect(asked).to.equal(1);
    });
  }

  it('is not asked by a page on which everybody goes the same way', async () => {
    gateway(can());
    await show({});
    await until(() => element.step === 'register.identify');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).to.equal(0);
  });
});
