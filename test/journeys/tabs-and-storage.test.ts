import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, travelOnHost } from '../support/journey.js';

function storageDenied(): void {
  const denied = {
    get(): never {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  };
  Object.defineProperty(window, 'sessionStorage', denied);
  Object.defineProperty(window, 'localStorage', denied);
}

describe('a hand-off and what the browser keeps', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('may come back in another tab, as on a phone', () =>
    travelOnHost(browser, async (journey, { origin }) => {
      const { page } = journey;
      await journey.leave();
      // The answer goes to the other tab, not to this one.
      await page.evaluate(() => {
        const form = document.querySelector('form');
        if (form) form.target = 'other';
      });
      const [other] = await Promise.all([
        page.context().waitForEvent('page'),
        page.locator('button[name="persona"][value="adult-resident"]').click(),
      ]);
      await other.waitForURL(`${origin}/register`);
      const there = journey.on(other);
      await there.fillIn();
      await there.submit();
      await there.shows('register.done');
    }));

  it('in one tab leaves one in another tab alone', () =>
    travelOnHost(browser, async (journey, { gateway, origin }) => {
      const second = journey.on(await journey.page.context().newPage());
      await second.page.goto(`${origin}/register`);
      await journey.leave();
      await second.leave();
      await journey.page.locator('button[value="adult-resident"]').click();
      await second.page.locator('button[value="adult-non-resident"]').click();
      for (const tab of [second, journey]) {
        await tab.fillIn({ email: 'two@post.example', branch: 'Hoved', pin: '2580' });
        await tab.submit();
        await tab.shows('register.done');
      }
      assert.deepEqual([...gateway.library.patrons.keys()].filter((id) => id.startsWith('adult')).sort(), [
        'adult-non-resident',
        'adult-resident',
      ]);
    }));

  it('without web storage stays here and says why, for there would be nothing to compare the answer with', () =>
    travelOnHost(
      browser,
      async (journey, { origin }) => {
        await journey.shows('register.identify');
        await journey.act('identify');
        assert.equal(await journey.notice(), 'storage-denied');
        assert.ok(journey.page.url().startsWith(origin));
      },
      { before: storageDenied },
    ));

  it('without web storage works in a window of its own', () =>
    travelOnHost(
      browser,
      async (journey) => {
        await journey.shows('register.identify');
        const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
        await popup.locator('button[value="adult-resident"]').click();
        await journey.fillIn();
        await journey.submit();
        await journey.shows('register.done');
      },
      { before: storageDenied, path: '/popup' },
    ));

  it('on a public computer keeps its record in this tab only', () =>
    travelOnHost(
      browser,
      async (journey, { origin }) => {
        await journey.leave();
        const elsewhere = await journey.page.context().newPage();
        await elsewhere.goto(`${origin}/elsewhere`);
        assert.deepEqual(await elsewhere.evaluate(() => Object.keys(localStorage)), []);
        await journey.page.locator('button[value="adult-resident"]').click();
        await journey.fillIn();
        assert.deepEqual(await journey.page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]), []);
        await journey.submit();
        await journey.shows('register.done');
      },
      { path: '/public' },
    ));
});

describe('a page out of the back/forward cache', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser('whole');
  });

  it('that was leaving says that the patron came back without logging in', () =>
    travelOnHost(browser, async (journey) => {
      const { page } = journey;
      await page.evaluate(() => {
        (window as unknown as { kept: boolean }).kept = true;
      });
      await journey.leave();
      await page.goBack({ waitUntil: 'commit' });
      await journey.shows('register.identify');
      assert.equal(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept), true, 'the page was loaded anew');
      assert.equal(await journey.notice(), 'never-returned');
      await journey.register();
    }));
});
