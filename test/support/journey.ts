import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/browsers.mjs';
import type { PersonaId } from '../../mocks/personas.js';
import type { ElementStep } from '../../src/flow/types.js';
import { startHostPage, type HostPage, type HostPath } from './host-page.js';
import { watchPage, type PageRecord } from './page-record.js';

type BrowserKind = 'whole' | 'headless';

function launch(kind: BrowserKind): Promise<Browser> {
  const executablePath = findBrowser(kind === 'whole' ? 'chromium' : 'headless-chromium');
  assert.ok(executablePath, 'Chromium was not found');
  // Playwright turns the back/forward cache off, which patrons have.
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

const opened = new Map<BrowserKind, Promise<Browser>>();

/**
 * One for all journeys of this process, each of which has a profile of its own in it. It goes when the last test has ended. The whole Chromium is for
 * what the headless one lacks, and for one journey of each kind as patrons have it.
 */
export function openBrowser(kind: BrowserKind = 'headless'): Promise<Browser> {
  const browser = opened.get(kind) ?? launch(kind);
  opened.set(kind, browser);
  return browser;
}
after(async () => {
  for (const browser of opened.values()) await (await browser).close();
});

/** What an adult types; the PIN is no year, no row and no birth date. */
export const TYPED = { email: 'astrid@post.example', phone: '20 30 40 50', branch: 'Østerbro', pin: '2580' } as const;

export interface JourneyOptions {
  context?: BrowserContextOptions;
  /** Console errors and page errors that belong to what is being tried, e.g. the browser's own line about a failed request. */
  expected?: readonly RegExp[];
  /** Runs in each page before its scripts. */
  before?: () => void;
  /** Which of several elements: a selector. */
  element?: string;
}

/** Waits for what no selector can say, as long as a journey waits for anything. */
export async function until(isSo: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) assert.fail(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** One person on one page: does what a person does, and sees what the element shows. */
export class Journey {
  readonly page: Page;
  readonly record: PageRecord;
  readonly #element: string;

  constructor(page: Page, record: PageRecord, element = 'library-signup') {
    this.page = page;
    this.record = record;
    this.#element = element;
  }

  get element(): Locator {
    return this.page.locator(this.#element);
  }

  /** Within the element's shadow root, which Playwright's selectors see into. */
  find(selector: string, options?: { hasText: string }): Locator {
    return this.element.locator(selector, options);
  }

  /** The same person, looking at another element of the page. */
  at(element: string): Journey {
    return new Journey(this.page, this.record, element);
  }

  /** The same person, in another tab. */
  on(page: Page): Journey {
    return new Journey(page, this.record, this.#element);
  }

  /** Waits until the element shows this screen. */
  async shows(step: ElementStep): Promise<void> {
    try {
      await this.page.locator(`${this.#element}[step="${step}"]`).waitFor({ state: 'attached', timeout: 15_000 });
    } catch {
      const shown = await this.element.getAttribute('step', { timeout: 1000 }).catch(() => 'no element');
      assert.fail(`expected ${step}, but ${this.page.url().replace(/\?.*/s, '?…')} shows ${shown}`);
    }
  }

  field(name: string): Locator {
    return this.find(`[name="${name}"]`);
  }

  heading(): Promise<string> {
    return this.find('[part~="heading"]').innerText();
  }

  /** Everything that the element says. */
  text(): Promise<string> {
    return this.find('[part~="card"]').innerText();
  }

  /** Waits until a field holds this: what comes from elsewhere, such as a branch's name, is there a moment after its screen. */
  async holds(name: string, value: RegExp): Promise<void> {
    let held = '';
    await until(
      async () => value.test((held = await this.field(name).inputValue())),
      () => `expected ${name} to hold ${String(value)}, but it holds '${held}'`,
    );
  }

  async act(action: string): Promise<void> {
    await this.find(`[data-action="${action}"]`).click();
  }

  async submit(): Promise<void> {
    await this.find('button[type="submit"]').click();
  }

  /** Code of the notice on the screen; waits for one. */
  async notice(): Promise<string | null> {
    return this.find('[data-notice]').getAttribute('data-notice', { timeout: 5000 });
  }

  /** Says who one is, on a page that asks. */
  async chooseAudience(audience: string): Promise<void> {
    await this.page
      .locator(`${this.#element}[step="register.audience"], ${this.#element}[step="register.identify"]`)
      .waitFor({ state: 'attached' });
    if ((await this.element.getAttribute('step')) === 'register.identify') return;
    await this.choose('audience', audience);
  }

  /** Answers a question and goes on. */
  async choose(name: string, value: string): Promise<void> {
    await this.find(`input[name="${name}"][value="${value}"]`).check();
    await this.submit();
  }

  /** Opens the broker's page from the element. */
  async leave(): Promise<void> {
    await this.shows('register.identify');
    await this.act('identify');
    await this.page.locator('button[name="persona"]').first().waitFor();
  }

  async logIn(persona: PersonaId): Promise<void> {
    await this.leave();
    await this.page.locator(`button[name="persona"][value="${persona}"]`).click();
  }

  async refuse(refusal: 'cancelled' | 'timed-out' | 'failed' | 'never-returned'): Promise<void> {
    await this.leave();
    await this.page.locator(`button[name="refuse"][value="${refusal}"]`).click();
  }

  async chooseBranch(search: string): Promise<void> {
    await this.field('branch').fill(search);
    await this.find('[role="option"]').first().click();
  }

  async fillIn(typed: Partial<Record<keyof typeof TYPED, string>> = TYPED): Promise<void> {
    await this.shows('register.details');
    if (typed.email !== undefined) await this.field('email').fill(typed.email);
    if (typed.phone !== undefined) await this.field('phone').fill(typed.phone);
    if (typed.branch !== undefined) await this.chooseBranch(typed.branch);
    if (typed.pin !== undefined) await this.field('pin').fill(typed.pin);
    await this.field('terms').check();
  }

  async register(persona: PersonaId = 'adult-resident'): Promise<void> {
    await this.logIn(persona);
    await this.fillIn();
    await this.submit();
    await this.shows('register.done');
  }

  /** What the form holds; the PIN too. */
  async typed(): Promise<Record<string, string | boolean>> {
    const [email, phone, branch, pin, terms] = await Promise.all([
      ...['email', 'phone', 'branch', 'pin'].map((name) => this.field(name).inputValue()),
      this.field('terms').isChecked(),
    ]);
    return { email, phone, branch, pin, terms } as Record<string, string | boolean>;
  }
}

/** A journey in a browser profile of its own. Fails on any error in the page, in its console, and on any violation of its policy. */
export async function travel(
  browser: Browser,
  url: string,
  go: (journey: Journey) => Promise<void>,
  options: JourneyOptions = {},
): Promise<void> {
  const context = await browser.newContext({ locale: 'da-DK', ...options.context });
  context.setDefaultTimeout(15_000);
  try {
    const record = await watchPage(context);
    if (options.before) await context.addInitScript(options.before);
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    await go(new Journey(page, record, options.element));
    const faults = record.faults.filter((fault) => !options.expected?.some((known) => known.test(fault)));
    assert.deepEqual(faults, [], 'the page reported errors');
  } finally {
    await context.close();
  }
}

export interface HostOptions extends JourneyOptions {
  path?: HostPath;
}

/** A journey on a library's page of its own, with a broker and a gateway of its own. */
export async function travelOnHost(
  browser: Browser,
  go: (journey: Journey, host: HostPage) => Promise<void>,
  { path = '/register', ...options }: HostOptions = {},
): Promise<void> {
  const host = await startHostPage();
  try {
    await travel(browser, host.url(path), (journey) => go(journey, host), options);
  } finally {
    await host.close();
  }
}

/** Chromium's own line in the console about an answer that is no success, or that never came. */
export const FAILED_REQUEST = /^console: Failed to load resource: .*\/signup-api\//;
