import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import { openDemo } from '../support/demo.js';
import { openBrowser, travel } from '../support/journey.js';

describe('the demo', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser('whole'), openDemo()]);
  });
  beforeEach(() => demo.gateway.library.reset());

  it('registers a patron with a redirect to the broker', () =>
    travel(browser, `${demo.url}?audience=adult`, async (journey) => {
      // A moment on the way, as it takes in real life: what a page says while it goes may not be heard.
      await journey.page.route(/[?&]code_challenge=/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await journey.register();
      assert.equal(demo.gateway.library.patrons.get('adult-resident')?.status, 'active');
      assert.equal(journey.page.url(), demo.url);
      const steps = journey.record.events.filter(({ type }) => type === 'signup-step').map(({ detail }) => detail.step);
      for (const step of [
        'register.identify',
        'register.leaving',
        'register.checking',
        'register.details',
        'register.submitting',
        'register.done',
      ]) {
        assert.ok(steps.includes(step), `${step} was not shown`);
      }
      const ends = journey.record.events.filter(({ type }) => type === 'signup-complete').map(({ detail }) => detail.outcome);
      assert.deepEqual(ends, ['registered']);
    }));

  it('speaks English from the first screen to the last, at the broker too', () =>
    travel(browser, `${demo.url}?audience=adult&lang=en`, async (journey) => {
      await journey.shows('register.identify');
      assert.match(await journey.text(), /Log on with MitID/);
      await journey.leave();
      assert.equal(await journey.page.locator('html').getAttribute('lang'), 'en');
      await journey.page.locator('button[value="adult-resident"]').click();
      await journey.fillIn();
      assert.doesNotMatch(await journey.text(), /\b(?:pinkode|afhentningssted|frivilligt|lukket|åbent|annullér)\b/i);
      await journey.submit();
      await journey.shows('register.done');
      assert.doesNotMatch(await journey.text(), /\b(?:velkommen|lånerkort|pinkode)\b/i);
    }));

  it('registers with a popup, while the page stays where it is', () =>
    travel(browser, `${demo.url}?audience=adult&mode=popup`, async (journey) => {
      await journey.shows('register.identify');
      const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
      await popup.locator('button[value="adult-resident"]').click();
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
      assert.equal(demo.gateway.library.patrons.get('adult-resident')?.status, 'active');
    }));

  it('registers in the browser alone, without broker and gateway', () =>
    travel(browser, `${demo.url}?audience=adult&backend=msw`, async (journey) => {
      await journey.register();
      const servers = [new URL(demo.brokerUrl).host, new URL(demo.gatewayUrl).host];
      const asked = journey.record.traces.filter(([where, text]) => where === 'request' && servers.includes(new URL(text).host));
      assert.deepEqual(asked, []);
      assert.equal(demo.gateway.library.patrons.has('adult-resident'), false);
    }));
});
