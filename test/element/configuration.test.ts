import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

const shows = (element: LibrarySignup, step: string): Promise<void> =>
  waitUntil(() => element.getAttribute('step') === step, `expected ${step}, shown is ${String(element.getAttribute('step'))}`, {
    timeout: 10_000,
  });
const within = (element: LibrarySignup, selector: string): HTMLElement | null => element.renderRoot.querySelector<HTMLElement>(selector);
const url = (config: unknown): string => `data:application/json,${encodeURIComponent(JSON.stringify(config))}`;
const named = (name: string): SignupConfigInput => ({ ...TEST_CONFIG, library: { ...TEST_CONFIG.library, name } });

/** Collects what is written to the console while `act` runs. */
async function consoleDuring(method: 'error' | 'warn', act: () => Promise<unknown>): Promise<string[]> {
  const original = console[method];
  const lines: string[] = [];
  console[method] = (...values: unknown[]) => {
    lines.push(values.map(String).join(' '));
  };
  try {
    await act();
  } finally {
    console[method] = original;
  }
  return lines;
}

describe('configuring the element', () => {
  it('shows that it is loading until there is a configuration', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup></library-signup>`);
    expect(element.step).to.equal('loading');
    element.config = TEST_CONFIG;
    await shows(element, 'register.identify');
  });

  it('reads config-src', async () => {
    const element = await fixture<LibrarySignup>(html`<library-signup config-src=${url(TEST_CONFIG)}></library-signup>`);
    await shows(element, 'register.identify');
  });

  it('reads an inline script', async () => {
    const element = document.createElement('library-signup');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(TEST_CONFIG);
    element.append(script);
    document.body.append(element);
    await shows(element, 'register.identify');
    element.remove();
  });

  it('takes the property before config-src, and that before the script', async () => {
    const element = document.createElement('library-signup');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(named('Inline'));
    element.append(script);
    element.configSrc = url(named('Source'));
    document.body.append(element);
    await shows(element, 'register.identify');
    expect(within(element, '[part~=heading]')?.textContent).to.include('Source');
    element.config = named('Property');
    await waitUntil(() => within(element, '[part~=heading]')?.textContent?.includes('Property'));
    element.remove();
  });

  it('behaves alike whether properties come before or after it is in the page', async () => {
    const before = document.createElement('library-signup');
    before.config = TEST_CONFIG;
    before.lang = 'en';
    document.body.append(before);
    const after = document.createElement('library-signup');
    document.body.append(after);
    after.lang = 'en';
    after.config = TEST_CONFIG;
    await Promise.all([shows(before, 'register.identify'), shows(after, 'register.identify')]);
    await waitUntil(() => within(before, '.card')?.textContent === within(after, '.card')?.textContent);
    expect(within(before, '[part~=heading]')?.textContent).to.match(/\w/);
    before.remove();
    after.remove();
  });

  it('names what is wrong by path to the developer, once, and tells the patron whom to ask', async () => {
    const bad = { ...TEST_CONFIG, register: { audiences: [{ id: 'a', kind: 'grown-up', providers: ['mitid'] }] } };
    const element = document.createElement('library-signup');
    const failed = oneEvent(element, 'signup-error');
    const lines = await consoleDuring('error', async () => {
      element.config = bad;
      document.body.append(element);
      await shows(element, 'unavailable');
    });
    expect(lines.filter((line) => line.startsWith('[library-signup] register.audiences[0].kind'))).to.have.length(1);
    expect(((await failed) as CustomEvent<unknown>).detail).to.deep.equal({
      code: 'config-invalid',
      step: 'unavailable',
      retryable: false,
    });
    expect(within(element, 'a[href="tel:+4533000000"]')).to.exist;
    element.remove();
  });

  it('says so when the configuration cannot be fetched', async () => {
    const element = document.createElement('library-signup');
    const lines = await consoleDuring('error', async () => {
      element.configSrc = '/there-is-no-such-file.json';
      document.body.append(element);
      await shows(element, 'unavailable');
    });
    expect(lines.join()).to.include('config-src');
    element.remove();
  });

  it('warns of unknown keys and works', async () => {
    const element = document.createElement('library-signup');
    const lines = await consoleDuring('warn', async () => {
      element.config = { ...TEST_CONFIG, colour: 'red' } as SignupConfigInput;
      document.body.append(element);
      await shows(element, 'register.identify');
    });
    expect(lines.join()).to.include('colour');
    element.remove();
  });

  for (const [what, flow, config, says] of [
    ['registration of which nothing is configured', 'register', { ...TEST_CONFIG, register: undefined }, 'register: is required'],
    ['flow that the configuration has not', 'login', TEST_CONFIG, 'login: is required'],
    ['flow that nobody knows', 'regster', TEST_CONFIG, 'flow "regster"'],
  ] as const) {
    it(`shows whom to ask in place of a ${what}, and tells the developer`, async () => {
      const element = document.createElement('library-signup');
      let step: string | undefined;
      element.addEventListener('signup-error', () => {
        ({ step } = element);
      });
      const lines = await consoleDuring('error', async () => {
        Object.assign(element, { config, flow });
        document.body.append(element);
        await shows(element, 'unavailable');
      });
      expect(lines.join()).to.include(says);
      expect(step, 'when the event fires').to.equal('unavailable');
      expect(within(element, 'a[href="tel:+4533000000"]')).to.exist;
      element.flow = 'recover';
      await shows(element, 'recover.which');
      element.remove();
    });
  }

  it('stays where it is when an equal configuration is handed over again, as frameworks do', async () => {
    const config = { ...TEST_CONFIG, register: { audiences: [{ id: 'student', kind: 'campus' as const, providers: ['mitid'] }] } };
    const element = document.createElement('library-signup');
    element.config = config;
    document.body.append(element);
    await shows(element, 'register.has-cpr');
    const field = within(element, 'input[value=yes]') as HTMLInputElement;
    field.click();
    element.config = structuredClone(config);
    await element.updateComplete;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(within(element, 'input[value=yes]')).to.equal(field);
    expect(field.checked).to.equal(true);
    element.remove();
  });

  it('recovers when a good configuration follows a bad one', async () => {
    const element = document.createElement('library-signup');
    await consoleDuring('error', async () => {
      element.config = {} as SignupConfigInput;
      document.body.append(element);
      await shows(element, 'unavailable');
    });
    element.config = TEST_CONFIG;
    await shows(element, 'register.identify');
    element.remove();
  });
});

describe('the language of the element', () => {
  it('follows the nearest lang, and its changes, with what was typed kept', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"><library-signup .config=${TEST_CONFIG}></library-signup></div>`);
    const element = box.querySelector('library-signup');
    if (!element) throw new Error('no element');
    await shows(element, 'register.identify');
    await waitUntil(() => within(element, '[data-action=identify]')?.textContent?.includes('Log on with MitID'));
    box.lang = 'da';
    await waitUntil(() => within(element, '[data-action=identify]')?.textContent?.includes('Log ind med MitID'));
  });
});
