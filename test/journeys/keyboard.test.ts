import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, travelOnHost, until } from '../support/journey.js';

interface Focus {
  /** `name`, `data-action`, `type` or `part` of what has focus, whichever it has first. */
  readonly what: string;
  readonly visible: boolean;
}

/** What has focus, and whether one can see that: an outline, on something that nothing covers. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active) return { what: '', visible: false };
    const { outlineStyle, boxShadow } = getComputedStyle(active);
    const { left, top, width, height } = active.getBoundingClientRect();
    const root = active.getRootNode() as Document | ShadowRoot;
    const above = root.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
    const isUncovered = above !== null && (active.contains(above) || above.contains(active));
    const named = ['name', 'data-action', 'type', 'part'].map((name) => active.getAttribute(name)).find((value) => value !== null);
    const what = active.hasAttribute('data-error-summary') ? 'summary' : (named ?? active.localName);
    return { what, visible: isUncovered && (outlineStyle !== 'none' || boxShadow !== 'none') };
  });

describe('with the keyboard alone', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('one registers, always sees where one is, and is led to each new screen', () =>
    travelOnHost(browser, async (journey) => {
      const { page } = journey;
      const { keyboard } = page;
      /** Tab until the one that is wanted; everything on the way shows its focus. */
      const tabTo = async (wanted: string): Promise<void> => {
        for (let presses = 0; presses < 40; presses += 1) {
          await keyboard.press('Tab');
          const { what, visible } = await focusOf(page);
          assert.ok(visible, `focus cannot be seen on ${what}`);
          if (what === wanted) return;
        }
        assert.fail(`no way to ${wanted} by Tab`);
      };
      const led = async (wanted: string): Promise<void> => {
        let at = await focusOf(page);
        await until(
          async () => (at = await focusOf(page)).what === wanted,
          () => `expected focus on ${wanted}, but it is on ${at.what}`,
        );
        assert.ok(at.visible, `focus cannot be seen on ${at.what}`);
      };

      await journey.shows('register.identify');
      assert.equal((await focusOf(page)).what, 'body', 'the first screen of a page takes no focus');
      await tabTo('identify');
      await keyboard.press('Enter');
      const person = page.locator('button[value="adult-resident"]');
      await person.waitFor();
      while (!(await person.evaluate((button) => button.matches(':focus')))) await keyboard.press('Tab');
      await keyboard.press('Enter');

      await journey.shows('register.details');
      await led('heading');
      // Sent with something missing: the summary, and from there to the field.
      await tabTo('email');
      await keyboard.type('astrid@post.example');
      await keyboard.press('Enter');
      await journey.find('[data-error-summary]').waitFor();
      await led('summary');
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await led('branch');
      await keyboard.type('øster');
      await journey.find('[role="option"]').first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await journey.holds('branch', /Østerbro/);
      await tabTo('pin');
      await keyboard.type('2580');
      await tabTo('terms');
      await keyboard.press('Space');
      await tabTo('submit');
      await keyboard.press('Enter');
      await journey.shows('register.done');
      await led('heading');
      await tabTo('login');
    }));
});
