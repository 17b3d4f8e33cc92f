import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import { openDemo } from '../support/demo.js';
import { openBrowser, travel, until } from '../support/journey.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];
const PAGES = {
  'builder.html': '.outputs pre',
  'gallery.html?screen=details-all-wrong': '.frame .card',
  'gallery.html': '.frame .card',
  'chart.html': 'state-chart svg',
};

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`);
  }, TAGS);
}

describe('the pages for developers', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  const at = (page: string): string => new URL(page, demo.url).href;

  for (const [name, sign] of Object.entries(PAGES)) {
    it(`are accessible, and fit a phone: ${name}`, async () => {
      for (const [width, colorScheme] of [
        [390, 'light'],
        [1280, 'dark'],
      ] as const) {
        await travel(
          browser,
          at(name),
          async ({ page }) => {
            await page.locator(sign).first().waitFor();
            assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            assert.equal(overflow, 0, `${width} px: wider than the window`);
          },
          { context: { viewport: { width, height: 900 }, colorScheme } },
        );
      }
    });
  }

  it('build a configuration from one that is pasted, and say at the field what is wrong with it', () =>
    travel(browser, at('builder.html'), async ({ page }) => {
      const paste = async (text: string): Promise<void> => {
        await page.locator('#pasted').fill(text);
        await page.getByRole('button', { name: 'Read it' }).click();
      };
      await page.getByText('Or paste a configuration').click();
      await paste('{ "version": 1,');
      await page.locator('#pasted-wrong', { hasText: 'not JSON' }).waitFor();
      await paste(
        '{ "version": 1, "library": { "id": "DK-1", "name": "X" }, "gateway": { "type": "http", "url": "/api/" }, "identity": { "providers": {} }, "register": { "audiences": [{ "id": "a", "kind": "adult", "providers": ["mitid"] }] } }',
      );
      await page.locator('.problems a', { hasText: 'register.audiences[0].providers' }).click();
      const field = page.locator('[id="register.audiences[0].providers"]');
      await until(
        () => field.evaluate((one) => one === document.activeElement),
        () => 'the message does not lead to its field',
      );
      assert.match(await field.innerText(), /"mitid" is not in identity\.providers/);
      assert.equal(await page.locator('.outputs pre').count(), 0);
    }));

  it('show the form as it changes, and let one walk it', () =>
    travel(browser, at('builder.html'), async (journey) => {
      const { page } = journey;
      await journey.shows('register.audience');
      // One audience less: no question.
      await page.locator('summary', { hasText: 'Register' }).first().click();
      await page.getByRole('button', { name: 'Remove child' }).click();
      await journey.shows('register.identify');
      const popup = page.waitForEvent('popup');
      await journey.act('identify');
      await (await popup).locator('button[name="persona"][value="adult-resident"]').click();
      await journey.shows('register.details');
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
      assert.doesNotMatch((await page.locator('.output pre').first().textContent()) ?? '', /"child"/);
    }));

  it('find a screen by what it is called, and lead to it alone', () =>
    travel(browser, at('gallery.html'), async ({ page }) => {
      await page.getByLabel('Find').fill('all wrong');
      await page.locator('[role="status"]', { hasText: /\b\d{1,2} pictures/ }).waitFor();
      await page.getByRole('link', { name: 'details, all wrong', exact: true }).click();
      await page.waitForURL(/screen=details-all-wrong/);
      await page.locator('.frame [part~="summary"]').waitFor();
      assert.equal(await page.locator('.frame').count(), 1);
    }));

  it('light the states that somebody walks through in another window', () =>
    travel(browser, at('chart.html'), async (journey) => {
      const { page } = journey;
      const walked = await page.context().newPage();
      await walked.goto(at('login.html'));
      const lit = (state: string): Promise<void> => page.locator('.states .here', { hasText: state }).first().waitFor();
      await lit('login.library.found');
      await page.locator('state-chart .box.here', { hasText: 'found' }).waitFor();
      // By the keyboard: a state is chosen, and what leads on from it can be read.
      await page.locator('.states button', { hasText: 'login.card' }).first().focus();
      await page.keyboard.press('Enter');
      assert.match(await page.locator('.transitions').innerText(), /Screen login\.card/);
    }));
});
