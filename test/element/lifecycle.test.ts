import { ContextConsumer } from '@lit/context';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/define.js';
import { LibrarySignup } from '../../src/library-signup.js';
import { signupContext } from '../../src/ui/signup-context.js';
import { TEST_CONFIG } from '../support/flow.js';

const TWO = {
  ...TEST_CONFIG,
  register: {
    audiences: [
      { id: 'adult', kind: 'adult' as const, providers: ['mitid'] },
      { id: 'private', kind: 'private' as const, providers: ['mitid'] },
    ],
  },
};
const shows = (element: LibrarySignup, step: string): Promise<void> =>
  waitUntil(() => element.getAttribute('step') === step, `expected ${step}, shown is ${String(element.getAttribute('step'))}`, {
    timeout: 10_000,
  });
const find = <T extends HTMLElement>(element: LibrarySignup, selector: string): T => {
  const found = element.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector} on ${element.step}`);
  return found;
};
async function choose(element: LibrarySignup, name: string, value: string): Promise<void> {
  find<HTMLInputElement>(element, `input[name="${name}"][value="${value}"]`).click();
  find<HTMLButtonElement>(element, 'button[type=submit]').click();
  await element.updateComplete;
}

class StepReader extends LitElement {
  readonly consumer = new ContextConsumer(this, { context: signupContext, subscribe: true });
}
customElements.define('test-step-reader', StepReader);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('the element in a page', () => {
  it('keeps its place when it is moved', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    for (let times = 0; times < 100; times += 1) (times % 2 ? document.body : elsewhere).append(element);
    await element.updateComplete;
    expect(element.step).to.equal('register.identify');
    expect(find(element, '[data-action=back]')).to.exist;
    element.remove();
    elsewhere.remove();
  });

  it('carries on where it was after it was away', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    element.remove();
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
    document.body.append(element);
    await shows(element, 'register.identify');
    find(element, '[data-action=back]').click();
    await shows(element, 'register.audience');
    element.remove();
  });

  it('is independent of another one', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><library-signup .config=${TWO}></library-signup><library-signup .config=${TWO}></library-signup></div>`,
    );
    const [one, two] = box.querySelectorAll('library-signup');
    if (!one || !two) throw new Error('two are needed');
    await Promise.all([shows(one, 'register.audience'), shows(two, 'register.audience')]);
    await choose(one, 'audience', 'adult');
    await shows(one, 'register.identify');
    expect(two.step).to.equal('register.audience');
  });

  it('tells each step once, with where it came from', async () => {
    const element = document.createElement('library-signup');
    const steps: unknown[] = [];
    element.addEventListener('signup-step', (event) => {
      steps.push(event.detail);
    });
    element.config = TWO;
    document.body.append(element);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'adult');
    await shows(element, 'register.identify');
    await element.updateComplete;
    expect(steps).to.deep.equal([
      { flow: 'register', step: 'loading', from: null },
      { flow: 'register', step: 'register.audience', from: 'loading' },
      { flow: 'register', step: 'register.identify', from: 'register.audience' },
    ]);
    element.remove();
  });

  it('takes no focus by itself, and leads it to the heading of the next screen', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    expect(document.activeElement).not.to.equal(element);
    await choose(element, 'audience', 'adult');
    await shows(element, 'register.identify');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '[part~=heading]'));
  });

  /** The element with `above` of the window's height above it, and room to scroll below. */
  async function showBelow(above: string): Promise<LibrarySignup> {
    const box = await fixture<HTMLElement>(
      html`<div>
        <div></div>
        <library-signup .config=${TWO}></library-signup>
        <div></div>
      </div>`,
    );
    for (const [at, spacer] of box.querySelectorAll('div').entries()) spacer.style.blockSize = at === 0 ? above : '200vh';
    const element = box.querySelector('library-signup');
    if (!element) throw new Error('one is needed');
    await shows(element, 'register.audience');
    await element.updateComplete;
    return element;
  }

  it('brings a heading up that would leave what follows it below the fold, but not on the first screen', async () => {
    const element = await showBelow('70vh');
    expect(scrollY).to.equal(0);
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    await element.updateComplete;
    expect(find(element, '[part~=heading]').getBoundingClientRect().top).to.be.within(0, innerHeight / 4);
  });

  it('scrolls nothing where the heading is high enough', async () => {
    const element = await showBelow('10vh');
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    await element.updateComplete;
    expect(scrollY).to.equal(0);
  });

  it('moves focus to the error summary when nothing was chosen', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    find<HTMLButtonElement>(element, 'button[type=submit]').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('[data-error-summary]'));
  });

  it("lets the browser's Back and Forward walk its screens", async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    const address = location.href;
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    history.back();
    await shows(element, 'register.audience');
    expect(location.href).to.equal(address);
    history.forward();
    await shows(element, 'register.identify');
    find(element, '[data-action=back]').click();
    await shows(element, 'register.audience');
    expect(location.href).to.equal(address);
  });

  it('starts again, and forgets everything, when it is told to', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'adult');
    await shows(element, 'register.identify');
    element.reset();
    await shows(element, 'register.audience');
    expect(element.renderRoot.querySelector('input:checked')).to.equal(null);
  });

  it('keeps nothing in web storage on a public computer', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup public-computer .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'adult');
    await shows(element, 'register.identify');
    expect(sessionStorage.length + localStorage.length).to.equal(0);
  });

  it('comes back after a reload with the answers kept', async () => {
    const first = await fixture<LibrarySignup>(html`<library-signup id="one" .config=${TWO}></library-signup>`);
    await shows(first, 'register.audience');
    await choose(first, 'audience', 'private');
    await shows(first, 'register.identify');
    await first.updateComplete;
    first.remove();
    const second = await fixture<LibrarySignup>(html`<library-signup id="one" .config=${TWO}></library-signup>`);
    await shows(second, 'register.identify');
    find(second, '[data-action=back]').click();
    await shows(second, 'register.audience');
    expect(find<HTMLInputElement>(second, 'input:checked').value).to.equal('private');
  });
});

describe("a host's own component in a slot", () => {
  it("stands below every screen, such as a link to a page of the library's", async () => {
    const element = await fixture<LibrarySignup>(
      html`<library-signup .config=${TWO}><a slot="help" href="/app">Biblioteket</a></library-signup>`,
    );
    const link = element.querySelector('a');
    const isBelow = (): boolean =>
      (link?.getBoundingClientRect().height ?? 0) > 0 &&
      [...element.renderRoot.querySelectorAll('button')].every(
        (button) => button.getBoundingClientRect().bottom <= (link?.getBoundingClientRect().top ?? 0),
      );
    await shows(element, 'register.audience');
    expect(isBelow()).to.equal(true);
    await choose(element, 'audience', 'adult');
    await shows(element, 'register.identify');
    expect(isBelow()).to.equal(true);
  });

  it('follows the flow through the context', async () => {
    const element = await fixture<LibrarySignup>(
      html`<library-signup .config=${TWO}><test-step-reader slot="help"></test-step-reader></library-signup>`,
    );
    await shows(element, 'register.audience');
    const reader = element.querySelector<StepReader>('test-step-reader');
    await waitUntil(() => reader?.consumer.value?.step === 'register.audience', 'the first screen', { timeout: 5000 });
    await choose(element, 'audience', 'adult');
    await waitUntil(() => reader?.consumer.value?.step === 'register.identify', 'the next screen', { timeout: 5000 });
  });
});

describe('a host that logs the patron in by itself', () => {
  it('is asked before the element leaves, and can take over', async () => {
    const config = { ...TEST_CONFIG, gateway: { type: 'http' as const, url: 'http://127.0.0.1:9/' } };
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${config}></library-signup>`);
    await shows(element, 'register.identify');
    const asked = oneEvent(element, 'signup-identify');
    element.addEventListener(
      'signup-identify',
      (event) => {
        event.preventDefault();
      },
      { once: true },
    );
    find(element, '[data-action=identify]').click();
    const { detail } = (await asked) as CustomEvent<{ provider: string; url: string; mode: string }>;
    expect(detail).to.include({ provider: 'mitid', mode: 'redirect' });
    expect(new URL(detail.url).searchParams.get('code_challenge_method')).to.equal('S256');
    await shows(element, 'register.leaving');
    element.identity = { provider: 'mitid', token: 'host-token' };
    await waitUntil(() => element.step === 'register.failed', 'the gateway is asked, which is not there', { timeout: 5000 });
  });
});

describe('a login that was handed over before the script had come', () => {
  it('is used once the element is there', async () => {
    const config = { ...TEST_CONFIG, gateway: { type: 'http' as const, url: 'http://127.0.0.1:9/' } };
    const element = document.createElement('late-signup') as LibrarySignup;
    Object.assign(element, { config, identity: { provider: 'mitid', token: 'host-token' } });
    document.body.append(element);
    customElements.define('late-signup', class extends LibrarySignup {});
    await waitUntil(() => element.step === 'register.failed', 'the gateway is asked, which is not there', { timeout: 5000 });
    element.remove();
  });
});

describe('while a part of the flow is fetched', () => {
  it('the element waits in peace', async () => {
    const config = { ...TEST_CONFIG, register: { audiences: [{ id: 'student', kind: 'campus' as const, providers: ['mitid'] }] } };
    let updates = 0;
    customElements.define(
      'counting-signup',
      class extends LibrarySignup {
        protected override updated(): void {
          super.updated();
          updates += 1;
        }
      },
    );
    const element = document.createElement('counting-signup') as LibrarySignup;
    element.config = config;
    document.body.append(element);
    await shows(element, 'register.has-cpr');
    expect(updates).to.be.below(20);
    element.remove();
  });
});

describe('a flow that is named late', () => {
  it('still has the mailed link that opened the page, and what was typed', async () => {
    const address = location.href;
    history.replaceState(null, '', '?pin-reset=link-token');
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TEST_CONFIG}></library-signup>`);
    await shows(element, 'recover.new-pin');
    element.flow = 'recover';
    await element.updateComplete;
    await shows(element, 'recover.new-pin');
    element.reset();
    await shows(element, 'recover.which');
    history.replaceState(null, '', address);
  });
});

describe('what the element keeps', () => {
  const kept = (): string[] => [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
  const CHILD = {
    ...TWO,
    register: { audiences: [...TWO.register.audiences, { id: 'child', kind: 'child' as const, providers: ['mitid'] }] },
  };

  it('is for the audience that the page preselects, and not for another', async () => {
    const first = await fixture<LibrarySignup>(html`<library-signup audience="private" .config=${CHILD}></library-signup>`);
    await shows(first, 'register.identify');
    await first.updateComplete;
    expect(kept()).to.have.length(1);
    first.remove();
    const second = await fixture<LibrarySignup>(html`<library-signup audience="child" .config=${CHILD}></library-signup>`);
    await shows(second, 'register.identify');
    expect(find(second, '[part~=heading]').textContent).to.include('barn');
  });

  it('goes when the page turns out to be on a public computer', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TWO}></library-signup>`);
    await shows(element, 'register.audience');
    await choose(element, 'audience', 'private');
    await shows(element, 'register.identify');
    await element.updateComplete;
    expect(kept()).to.have.length(1);
    element.publicComputer = true;
    await element.updateComplete;
    expect(kept()).to.deep.equal([]);
  });

  it('goes with reset(), a login under way included', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TEST_CONFIG}></library-signup>`);
    await shows(element, 'register.identify');
    const state = 'a'.repeat(43);
    const record = {
      version: 1,
      createdAt: Date.now(),
      owner: 'library-signup-0',
      provider: 'mitid',
      state,
      nonce: 'n',
      codeVerifier: 'v',
      redirectUri: location.href,
      mode: 'redirect',
      position: { flow: 'register', step: 'register.identify', trail: [], answers: {}, draft: { email: 'asta@example.dk' } },
    };
    for (const [name, owner] of [
      [`library-signup:${state}`, 'library-signup-0'],
      [`library-signup:${'b'.repeat(43)}`, 'another'],
    ] as const) {
      const text = JSON.stringify({ ...record, state: name.slice(-43), owner });
      sessionStorage.setItem(name, text);
      localStorage.setItem(name, text);
    }
    element.reset();
    await element.updateComplete;
    expect(kept().filter((name) => name.startsWith('library-signup:'))).to.deep.equal(Array(2).fill(`library-signup:${'b'.repeat(43)}`));
  });
});

describe('the language', () => {
  it('follows the element’s own attribute, and its surroundings, inside another component', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const element = document.createElement('library-signup');
    element.config = TEST_CONFIG;
    root.append(element);
    await shows(element, 'register.identify');
    const says = (text: string): Promise<void> =>
      waitUntil(() => find(element, '[part~=heading]').textContent?.includes(text), text, { timeout: 5000 });
    await says('Bliv låner');
    element.lang = 'en';
    await says('Become a patron');
    element.removeAttribute('lang');
    await says('Bliv låner');
    outer.lang = 'en';
    await says('Become a patron');
  });
});

describe('many mounts', () => {
  it('leave no listeners, timers or actors behind', async function () {
    // 1 000 of them are counted in test/journeys/many.test.ts.
    this.timeout(30_000);
    const kept: WeakRef<LibrarySignup>[] = [];
    for (let times = 0; times < 200; times += 1) {
      const element = document.createElement('library-signup');
      element.config = TEST_CONFIG;
      document.body.append(element);
      await element.updateComplete;
      element.remove();
      kept.push(new WeakRef(element));
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    const collect = (globalThis as { gc?: () => void }).gc;
    if (!collect) {
      expect(document.querySelectorAll('library-signup')).to.have.length(0);
      return;
    }
    for (let times = 0; times < 5; times += 1) {
      collect();
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    expect(kept.filter((ref) => ref.deref() !== undefined).length).to.be.below(20);
  });
});

describe('the width of an element', () => {
  for (const [parent, style] of [
    ['a centred flex box', 'display:flex;justify-content:center'],
    ['a centred column', 'display:flex;flex-direction:column;align-items:center'],
    ['a centred grid', 'display:grid;place-items:center'],
    ['an auto column', 'display:grid;grid-template-columns:auto 1fr'],
    ['an inline block', 'display:inline-block'],
    ['a box as wide as its content', 'width:fit-content'],
    ['a float', 'float:left'],
    ['a table cell', 'display:table-cell'],
    ['an absolute box', 'position:absolute'],
  ] as const) {
    it(`is sensible in ${parent}`, async () => {
      const holder = await fixture<HTMLElement>(
        `<div style="width:360px;position:relative"><div style="${style}"><library-signup></library-signup></div></div>`,
      );
      const element = holder.querySelector<LibrarySignup>('library-signup');
      if (!element) throw new Error('no element');
      element.config = TEST_CONFIG;
      await shows(element, 'register.identify');
      const { width } = element.getBoundingClientRect();
      expect(width).to.be.within(250, 577);
      if (!/absolute|float|inline|cell|auto|fit/.test(style)) expect(width).to.be.at.most(360);
    });
  }

  it('has Danish and English from left to right on a page of the other direction', async () => {
    const holder = await fixture<HTMLElement>('<div dir="rtl"><library-signup></library-signup></div>');
    const element = holder.firstElementChild as LibrarySignup;
    element.config = TEST_CONFIG;
    await shows(element, 'register.identify');
    expect(getComputedStyle(find(element, '.card')).direction).to.equal('ltr');
  });
});
