import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, travelOnHost } from '../support/journey.js';

/** As docs/embedding.md has it: the place is kept before the script has come. Notes what moves. */
function keepPlace(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('library-signup { display: block; min-block-size: 38rem; }');
  document.adoptedStyleSheets = [sheet];
  const noted = window as unknown as { shift: number };
  noted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** As docs/embedding.md has it: a dialog that opens again after a login. */
function inDialog(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const dialog = document.createElement('dialog');
    const element = document.querySelector('library-signup');
    if (element) dialog.append(element);
    document.body.append(dialog);
    dialog.addEventListener('signup-step', ({ detail }) => {
      if (detail.step.endsWith('.checking') && !dialog.open) dialog.showModal();
    });
  });
}

describe('in its place on a page', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('moves nothing below it when the script is late', () =>
    travelOnHost(
      browser,
      async ({ page }, { url }) => {
        await page.route('**/library-signup.js', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 700));
          await route.continue();
        });
        await page.goto(url('/register'));
        await page.locator('library-signup[step="register.identify"]').waitFor({ state: 'attached' });
        await page.waitForTimeout(300);
        const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
        assert.ok(shift <= 0.02, `layout shift ${shift}`);
      },
      { before: keepPlace },
    ));

  it('is seen again in its dialog after a login', () =>
    travelOnHost(
      browser,
      async (journey) => {
        const { page } = journey;
        await journey.shows('register.identify');
        await page.evaluate(() => document.querySelector('dialog')?.showModal());
        await journey.logIn('adult-resident');
        await journey.fillIn();
        assert.equal(await page.evaluate(() => document.querySelector('dialog')?.open), true);
        await journey.submit();
        await journey.shows('register.done');
      },
      { before: inDialog },
    ));

  for (const [what, sandbox, says] of [
    ['opens a tab of its own out of a frame of another site', 'allow-scripts allow-same-origin allow-popups', null],
    [
      'says that the browser lets no tab open, with the address, where the frame forbids it',
      'allow-scripts allow-same-origin',
      /lod os ikke åbne.*\/register/,
    ],
  ] as const)
    it(what, () =>
      travelOnHost(
        browser,
        async ({ page }, { url }) => {
          // To the browser another site than `localhost`, and one without a policy of its own.
          await page.goto(url('/beside/extended').replace('localhost', '127.0.0.1'));
          await page.evaluate(
            ([source, allowed]) => {
              const frame = document.createElement('iframe');
              frame.setAttribute('sandbox', allowed);
              Object.assign(frame, { src: source, width: '400', height: '800' });
              document.body.replaceChildren(frame);
            },
            [url('/register'), sandbox] as const,
          );
          const element = page.frameLocator('iframe').locator('library-signup');
          const opened = says ? undefined : page.waitForEvent('popup');
          await element.locator('[data-action="identify"]').click();
          await page.frameLocator('iframe').locator('library-signup[step="register.leaving"]').waitFor({ state: 'attached' });
          const text = await element.locator('[part~="card"]').innerText();
          if (says) assert.match(text.replace(/\s+/g, ' '), says);
          else assert.equal((await opened)?.url(), url('/register'));
        },
        { expected: [/Blocked opening|sandbox/i] },
      ),
    );
});
