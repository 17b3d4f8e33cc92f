import assert from 'node:assert/strict';
import type { ElementStep } from '../../src/flow/types.js';

/** A browser that is running. */
export interface Program {
  /** A window with nothing stored yet. */
  newProfile(): Promise<Driver>;
  stop(): Promise<void>;
}

/** A window as a driver of the browser knows it. */
export interface Driver {
  open(url: string): Promise<void>;
  /** Runs a function's body in the page. */
  evaluate<T>(body: string): Promise<T>;
  /** Clicks on what an expression in the page names, as a mouse would. */
  click(expression: string): Promise<void>;
  /** Types into what an expression in the page names, key by key. */
  type(expression: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = 20_000;
const inElement = (selector: string): string =>
  `document.querySelector('library-signup')?.shadowRoot?.querySelector(${JSON.stringify(selector)})`;
const onPage = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;

/** A person at a page with the element: does what a person does, by mouse and keys. */
export class Visitor {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  open(url: string): Promise<void> {
    return this.#driver.open(url);
  }

  async #until(expression: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    // A page on its way to another one answers nothing.
    while (!(await this.#driver.evaluate<boolean>(`return Boolean(${expression})`).catch(() => false))) {
      if (Date.now() > deadline) {
        const shown = await this.#driver.evaluate<string>(
          `return location.pathname + ' ' + document.querySelector('library-signup')?.getAttribute('step') + ' ' + document.querySelector('library-signup')?.shadowRoot?.querySelector('.card')?.innerText`,
        );
        assert.fail(`${expression} did not come; there is ${shown}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #click(expression: string): Promise<void> {
    await this.#until(expression);
    await this.#driver.click(expression);
  }

  /** The screen is there, and its heading has the focus. */
  async arrives(step: ElementStep): Promise<void> {
    await this.#until(`document.querySelector('library-signup[step="${step}"]')`);
    await this.#until(`document.querySelector('library-signup').shadowRoot.activeElement?.matches('[part~="heading"]')`);
  }

  async shows(step: ElementStep): Promise<void> {
    await this.#until(`document.querySelector('library-signup[step="${step}"]')`);
  }

  act(action: string): Promise<void> {
    return this.#click(inElement(`[data-action="${action}"]`));
  }

  submit(): Promise<void> {
    return this.#click(inElement('button[type="submit"]'));
  }

  pick(name: string, value: string): Promise<void> {
    return this.#click(inElement(`input[name="${name}"][value="${value}"]`));
  }

  async tick(name: string): Promise<void> {
    const box = inElement(`input[name="${name}"]`);
    await this.#click(box);
    await this.#until(`${box}?.checked`);
  }

  async choose(name: string, value: string): Promise<void> {
    await this.pick(name, value);
    await this.submit();
  }

  async type(name: string, text: string): Promise<void> {
    const field = inElement(`[name="${name}"]`);
    await this.#until(field);
    await this.#driver.type(field, text);
  }

  async chooseBranch(search: string): Promise<void> {
    await this.type('branch', search);
    const option = inElement('[role="option"]');
    await this.#click(option);
    // What lies below moves up when the list closes: nobody clicks there before.
    await this.#until(`!${option}`);
  }

  /** Leaves for the broker, says who one is there, and comes back. */
  async logIn(persona: string): Promise<void> {
    await this.act('identify');
    await this.#click(onPage(`button[name="persona"][value="${persona}"]`));
  }

  text(): Promise<string> {
    return this.#driver.evaluate(`return ${inElement('.card')}.innerText`);
  }

  /** What the browser keeps: address, storage and history. */
  traces(): Promise<string> {
    return this.#driver.evaluate(
      'return [location.href, JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }), JSON.stringify(history.state)].join(" ")',
    );
  }
}
