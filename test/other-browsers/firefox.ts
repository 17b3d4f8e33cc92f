import assert from 'node:assert/strict';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { FIREFOX_PREFERENCES, findBrowser } from '../../scripts/browsers.mjs';
import type { Program } from './visitor.js';

/** Firefox as it is installed, over WebDriver BiDi. */
export async function startFirefox(): Promise<Program> {
  const executablePath = findBrowser('firefox');
  assert.ok(executablePath, 'Firefox was not found: install it, or set FIREFOX_PATH.');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: FIREFOX_PREFERENCES });
  return {
    newProfile: async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const elementOf = async (expression: string): Promise<ElementHandle> => {
        const handle = (await page.evaluateHandle(`(${expression})`)).asElement();
        assert.ok(handle, `${expression} is not there`);
        return handle as ElementHandle;
      };
      return {
        open: async (url) => void (await page.goto(url)),
        evaluate: async <T>(body: string) => (await page.evaluate(`(() => { ${body} })()`)) as T,
        click: async (expression) => (await elementOf(expression)).click(),
        type: async (expression, text) => (await elementOf(expression)).type(text),
        close: () => context.close(),
      };
    },
    stop: () => browser.close(),
  };
}
