import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import type { PersonaId } from '../../mocks/personas.js';
import type { ElementStep } from '../../src/flow/types.js';
import { openDemo } from '../support/demo.js';
import { FAILED_REQUEST, openBrowser, travel, travelOnHost, until, type Journey } from '../support/journey.js';

interface Focus {
  /** `name`, `data-action`, `type` or `part` of what has focus, whichever it has first. */
  readonly what: string;
  readonly visible: boolean;
  /** Where it is in the window. */
  readonly top: number;
  /** What is drawn there, and whether it has an outline: for the report of a failure. */
  readonly over?: string;
  readonly hasRing?: boolean;
}

/** What has focus, and whether one can see that: an outline, on something that nothing covers. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(async () => {
    // A smooth scroll begins with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active) return { what: '', visible: false, top: 0 };
    // An option bears the ring around all that can be clicked.
    const hasRing = [active, active.closest('.option')].some((element) => {
      const { outlineStyle, boxShadow } = element ? getComputedStyle(element) : { outlineStyle: 'none', boxShadow: 'none' };
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    const { left, top, width, height } = active.getBoundingClientRect();
    const root = active.getRootNode() as Document | ShadowRoot;
    const above = root.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
    const isUncovered = above !== null && (active.contains(above) || above.contains(active));
    const named = ['name', 'data-action', 'type', 'part'].map((name) => active.getAttribute(name)).find((value) => value !== null);
    const what = active.hasAttribute('data-error-summary') ? 'summary' : (named ?? active.localName);
    return {
      what,
      visible: isUncovered && hasRing,
      top,
      hasRing,
      over: `${above?.localName ?? 'nothing'} of ${innerHeight}, at ${scrollY}`,
    };
  });

/** A person who has no mouse. Wherever they go, they see where they are. */
function keyboardOf(journey: Journey) {
  const { page } = journey;
  const { keyboard } = page;
  /** What has focus, once the page has scrolled to it and stands: demo pages do so smoothly, and nobody presses a key meanwhile. */
  const seen = async (): Promise<string> => {
    let at = await focusOf(page);
    await until(
      async () => {
        const before = at;
        at = await focusOf(page);
        return at.visible && at.top === before.top && at.what === before.what;
      },
      () => `focus cannot be seen on ${JSON.stringify(at)}`,
    );
    return at.what;
  };
  /** Tab until the one that is wanted; everything on the way shows its focus. */
  const tabTo = async (wanted: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press('Tab');
      const what = await seen();
      if (what === wanted) return;
    }
    assert.fail(`no way to ${wanted} by Tab`);
  };
  /** Focus comes by itself. */
  const led = async (wanted: string): Promise<void> => {
    let at = await focusOf(page);
    await until(
      async () => (at = await focusOf(page)).what === wanted,
      () => `expected focus on ${wanted}, but it is on ${at.what}`,
    );
    await seen();
  };
  const submit = async (): Promise<void> => {
    await tabTo('submit');
    await keyboard.press('Enter');
  };
  /** To another screen, whose heading has the focus. */
  const arrive = async (step: ElementStep): Promise<void> => {
    await journey.shows(step);
    await led('heading');
  };
  /** An option of a group: to the group by Tab, within it by the arrows. */
  const pick = async (name: string, value: string): Promise<void> => {
    await tabTo(name);
    await keyboard.press('Space');
    const wanted = journey.find(`[name="${name}"][value="${value}"]`);
    for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses += 1) await keyboard.press('ArrowDown');
    assert.ok(await wanted.isChecked(), `${name} cannot be set to ${value}`);
  };
  const type = async (name: string, text: string): Promise<void> => {
    await tabTo(name);
    await keyboard.type(text);
  };
  const pickBranch = async (search: string, name: RegExp): Promise<void> => {
    await keyboard.type(search);
    await journey.find('[role="option"]').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await journey.holds('branch', name);
  };
  const logIn = async (persona: PersonaId): Promise<void> => {
    await tabTo('identify');
    await keyboard.press('Enter');
    const person = page.locator(`button[value="${persona}"]`);
    await person.waitFor();
    while (!(await person.evaluate((button) => button.matches(':focus')))) await keyboard.press('Tab');
    await keyboard.press('Enter');
  };
  return { press: (key: string) => keyboard.press(key), tabTo, led, submit, arrive, pick, type, pickBranch, logIn };
}

describe('with the keyboard alone', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });

  it('one finds one’s library, logs in with its card, and says not to link it', () =>
    travel(
      browser,
      `${demo.url}login.html`,
      async (journey) => {
        const { press, tabTo, led, submit, arrive, pick, type } = keyboardOf(journey);
        await journey.shows('login.library');
        await tabTo('library');
        await journey.page.keyboard.type('polar');
        await journey.find('[role="option"]:first-child[data-value="DK-820050"]').waitFor();
        await press('ArrowDown');
        await press('Enter');
        await arrive('login.method');
        await tabTo('card');
        await press('Enter');
        await arrive('login.card');
        await type('userId', 'astrid');
        await type('pin', 'wrong');
        await press('Enter');
        await journey.find('[data-error-summary]').waitFor();
        await led('summary');
        await tabTo('pin');
        await journey.page.keyboard.press('Control+A');
        await journey.page.keyboard.type('Polar-2580');
        await press('Enter');

        await arrive('login.link-offer');
        await pick('link', 'later');
        await submit();
        await journey.page.waitForURL('**/demo/login/done');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('one registers, always sees where one is, and is led to each new screen', () =>
    travelOnHost(browser, async (journey) => {
      const { press, tabTo, led, submit, arrive, type, pickBranch, logIn } = keyboardOf(journey);
      await journey.shows('register.identify');
      assert.equal((await focusOf(journey.page)).what, 'body', 'the first screen of a page takes no focus');
      await logIn('adult-resident');
      await arrive('register.details');
      // Sent with something missing: the summary, and from there to the field.
      await type('email', 'astrid@post.example');
      await press('Enter');
      await journey.find('[data-error-summary]').waitFor();
      await led('summary');
      await press('Tab');
      await press('Enter');
      await led('branch');
      await pickBranch('øster', /Østerbro/);
      await type('pin', '2580');
      await tabTo('terms');
      await press('Space');
      await submit();
      await arrive('register.done');
      await tabTo('login');
    }));

  it('a guardian applies for a child', () =>
    travel(browser, demo.url, async (journey) => {
      const { press, tabTo, submit, arrive, pick, type, pickBranch, logIn } = keyboardOf(journey);
      await journey.shows('register.audience');
      await pick('audience', 'child');
      await submit();
      await arrive('register.identify');
      await logIn('adult-resident');
      await arrive('register.child');
      await type('childCpr', '7005154321');
      await type('childName', 'Asta Prøvensen');
      await pick('relation', 'guardian');
      await type('email', 'astrid@post.example');
      await tabTo('branch');
      await pickBranch('øster', /Østerbro/);
      await tabTo('liability');
      await press('Space');
      await submit();
      await arrive('register.application-received');
    }));

  it('hospital staff prove their mailbox, change a wrong address on the way, and register', () =>
    travel(browser, `${demo.url}au.html`, async (journey) => {
      const { press, led, tabTo, submit, arrive, pick, type, pickBranch, logIn } = keyboardOf(journey);
      await journey.shows('register.audience');
      await pick('audience', 'hospital');
      await submit();
      await arrive('register.has-login');
      await pick('hasLogin', 'no');
      await submit();
      await arrive('register.kaldemail');
      await type('email', 'nanna@hospital.example');
      await press('Enter');
      await led('summary');
      await press('Tab');
      await press('Enter');
      await led('email');
      await press('Control+a');
      await journey.page.keyboard.type('nanna.proevensen@auh.rm.dk');
      await press('Enter');
      await arrive('register.kaldemail-code');
      await type('code', demo.gateway.others.au?.mails.findLast(({ kind }) => kind === 'code')?.code ?? '');
      await submit();
      await arrive('register.identify');
      await logIn('hospital');
      await arrive('register.details');
      await tabTo('branch');
      await pickBranch('kat', /Katrinebjerg/);
      await type('pin', '2580');
      await submit();
      await arrive('register.done');
    }));

  it('one finds a MitID user ID step by step, and asks for a new PIN by mail', () =>
    travel(browser, `${demo.url}recover.html`, async (journey) => {
      const { press, tabTo, submit, arrive, pick, type } = keyboardOf(journey);
      await journey.shows('recover.which');
      await pick('forgotten', 'mitid');
      await submit();
      await arrive('recover.mitid');
      await pick('document', 'danish');
      await pick('app', 'yes');
      await submit();
      await arrive('recover.mitid-app');
      const steps = journey.find('.guide input[type="checkbox"]');
      for (let at = 0; at < (await steps.count()); at += 1) {
        while (!(await steps.nth(at).evaluate((step) => step.matches(':focus')))) await press('Tab');
        await press('Space');
        assert.ok(await steps.nth(at).isChecked());
      }
      await tabTo('restart');
      await press('Enter');
      await arrive('recover.which');
      await pick('forgotten', 'pin');
      await submit();
      await arrive('recover.pin');
      await pick('route', 'email');
      await submit();
      await arrive('recover.pin-reset');
      await type('email', 'gorm@post.example');
      await press('Enter');
      await arrive('recover.pin-reset-sent');
    }));
});
