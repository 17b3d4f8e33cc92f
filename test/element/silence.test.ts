import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

const shows = (element: LibrarySignup, step: string): Promise<void> =>
  waitUntil(() => element.getAttribute('step') === step, `expected ${step}, shown is ${String(element.getAttribute('step'))}`, {
    timeout: 10_000,
  });
const script = (config: unknown): string => `<script type="application/json">${JSON.stringify(config)}</script>`;

/** A page with this in it, as an integrator wrote it. */
function write(markup: string): { element: LibrarySignup; page: HTMLElement } {
  const page = document.createElement('div');
  page.innerHTML = markup;
  document.body.append(page);
  return { element: page.querySelector('library-signup')!, page };
}

describe('an integrator’s mistakes', () => {
  const { error, warn } = console;
  let lines: string[];
  const page: HTMLElement[] = [];
  const place = (markup: string): LibrarySignup => {
    const written = write(markup);
    page.push(written.page);
    return written.element;
  };
  beforeEach(() => {
    lines = [];
    const keep = (...values: unknown[]): void => void lines.push(values.map(String).join(' '));
    Object.assign(console, { error: keep, warn: keep });
  });
  afterEach(() => {
    Object.assign(console, { error, warn });
    for (const one of page.splice(0)) one.remove();
  });
  const told = (): string[] => lines.filter((line) => line.startsWith('[library-signup]'));

  it('no configuration: the patron sees that the page does not work, the developer reads once what to write, and one that comes late is taken', async () => {
    const element = place('<library-signup configSrc="/config.json"></library-signup>');
    await shows(element, 'unavailable');
    expect(told()).to.deep.equal(['[library-signup] configsrc: unknown attribute; write config-src']);
    element.config = TEST_CONFIG;
    await shows(element, 'register.identify');
  });

  it('an inline configuration in a paragraph of an editor’s is found', async () => {
    await shows(place(`<library-signup><p>${script(TEST_CONFIG)}</p></library-signup>`), 'register.identify');
    expect(told()).to.deep.equal([]);
  });

  it('a configuration that cannot be had can be asked for again', async () => {
    const element = place('<library-signup config-src="/there-is-none.json"></library-signup>');
    await shows(element, 'unavailable');
    expect(told().join()).to.match(/config-src \/there-is-none\.json: .*404/);
    element.configSrc = `data:application/json,${encodeURIComponent(JSON.stringify(TEST_CONFIG))}`;
    await shows(element, 'register.identify');
  });

  it('the button to ask again asks again', async () => {
    const { fetch } = window;
    let asked = 0;
    window.fetch = () => Promise.reject(new TypeError(`no ${(asked += 1)}`));
    try {
      const element = place('<library-signup config-src="/config.json"></library-signup>');
      await shows(element, 'unavailable');
      await element.updateComplete;
      window.fetch = () => Promise.resolve(Response.json(TEST_CONFIG));
      element.renderRoot.querySelector<HTMLElement>('[data-action=retry]')?.click();
      await shows(element, 'register.identify');
      expect(asked).to.equal(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('a login that would come back to another origin is not begun', async () => {
    const config: SignupConfigInput = { ...TEST_CONFIG, identity: { ...TEST_CONFIG.identity, redirectUri: 'https://www.example.org/' } };
    const element = place(`<library-signup>${script(config)}</library-signup>`);
    await shows(element, 'unavailable');
    expect(told()).to.have.length(1);
    expect(told()[0]).to.include('identity.redirectUri');
    expect(element.renderRoot.querySelector('[data-action=contact]')).to.exist;
  });

  it('a page without Web Crypto says so before the login', async () => {
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      await shows(place(`<library-signup>${script(TEST_CONFIG)}</library-signup>`), 'unavailable');
      expect(told().join()).to.match(/no Web Crypto; serve it over https/);
    } finally {
      delete (crypto as { subtle?: SubtleCrypto }).subtle;
      expect(crypto.subtle).to.equal(subtle);
    }
  });

  it('what a tag without an end has swallowed is named', async () => {
    const element = place(`<library-signup>${script(TEST_CONFIG)}<h2>Opening hours</h2></library-signup>`);
    await shows(element, 'register.identify');
    await waitUntil(() => told().length > 0);
    expect(told()[0]).to.include('<h2> inside <library-signup> will not be seen');
  });

  it('a preselection that there is none of is named, and nobody is shut out', async () => {
    const element = place(`<library-signup audience="grown-ups" provider="mit-id">${script(TEST_CONFIG)}</library-signup>`);
    await waitUntil(() => told().length === 2);
    expect(told().join(' ')).to.match(/audience="grown-ups": write .*provider="mit-id": write mitid/);
    expect(element.getAttribute('step')).to.match(/^register\./);
  });
});

describe('a page whose elements have the names of document’s properties', () => {
  const withNames = async (names: readonly string[], act: () => Promise<void>): Promise<void> => {
    const forms = names.map((name) => Object.assign(document.createElement('form'), { name }));
    document.body.append(...forms);
    try {
      await act();
    } finally {
      for (const form of forms) Element.prototype.remove.call(form);
    }
  };

  it('changes nothing of the form where only the form asks', () =>
    withNames(['querySelectorAll', 'baseURI', 'readyState', 'defaultView', 'location2'], async () => {
      const element = new (customElements.get('library-signup') as new () => LibrarySignup)();
      element.config = TEST_CONFIG;
      document.body.append(element);
      await shows(element, 'register.identify');
      element.remove();
    }));

  it('leaves words and a line for the developer where drawing needs what is gone', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (...values: unknown[]) => void lines.push(values.map(String).join(' '));
    const element = document.createElement('library-signup');
    try {
      await withNames(['createElement', 'importNode'], async () => {
        element.config = TEST_CONFIG;
        document.body.append(element);
        await shows(element, 'unavailable');
      });
      expect(lines.filter((line) => line.startsWith('[library-signup]'))).to.have.length(1);
      expect(element.renderRoot.textContent).to.match(/\w/);
    } finally {
      console.error = error;
      element.remove();
    }
  });
});

describe('an extension that takes nodes away', () => {
  it('does not stop the form', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup .config=${TEST_CONFIG}></library-signup>`);
    await shows(element, 'register.identify');
    element.renderRoot.replaceChildren();
    element.lang = 'en';
    await waitUntil(() => /Log on with MitID/.test(element.renderRoot.textContent ?? ''));
    element.renderRoot.querySelector('.card')?.replaceChildren();
    element.lang = 'da';
    await waitUntil(() => /Log ind med MitID/.test(element.renderRoot.textContent ?? ''));
  });
});
