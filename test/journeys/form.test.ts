import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { ScenarioName } from '../../mocks/scenarios.js';
import { FAILED_REQUEST, TYPED, openBrowser, travelOnHost, type Journey } from '../support/journey.js';

/** The phone number is shown as it is stored, once it has been sent. */
async function keeps(journey: Journey, pin: string): Promise<void> {
  await journey.shows('register.details');
  // It is kept by its number, and has its name again when the branches have been fetched.
  await journey.holds('branch', /Østerbro/);
  const { phone, email, pin: shown, terms } = await journey.typed();
  assert.match(String(phone).replaceAll(' ', ''), /^(\+45)?20304050$/);
  assert.deepEqual({ email, pin: shown, terms }, { email: TYPED.email, pin, terms: true });
}

const sent = (journey: Journey): number =>
  journey.record.traces.filter(([where, text]) => where === 'request' && text.endsWith('/signup-api/patrons')).length;

describe('the form', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('comes back filled, without the PIN, when the session has expired in the middle of it', () =>
    travelOnHost(
      browser,
      async (journey, { gateway }) => {
        await journey.logIn('adult-resident');
        await journey.fillIn();
        gateway.library.expireSessions();
        await journey.submit();
        await journey.shows('register.identify');
        assert.equal(await journey.notice(), 'session-expired');
        await journey.logIn('adult-resident');
        await keeps(journey, '');
        await journey.field('pin').fill('2580');
        await journey.submit();
        await journey.shows('register.done');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('keeps what was typed over a reload, but no PIN', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('adult-resident');
      await journey.fillIn();
      await journey.page.reload();
      await journey.shows('register.identify');
      assert.equal(await journey.notice(), 'resumed');
      await journey.logIn('adult-resident');
      await keeps(journey, '');
    }));

  it('keeps what was typed when the language changes in the middle of it', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('adult-resident');
      await journey.fillIn();
      const before = await journey.heading();
      await journey.page.evaluate(() => (document.documentElement.lang = 'en'));
      await journey.find('label[for="pin"]', { hasText: 'PIN' }).waitFor();
      assert.notEqual(await journey.heading(), before);
      await keeps(journey, '2580');
      await journey.submit();
      await journey.shows('register.done');
    }));

  for (const [name, registers] of [
    ['unavailable', false],
    ['answer-lost', true],
    ['cut-off', true],
    ['html', true],
    ['too-many', false],
  ] as const satisfies readonly (readonly [ScenarioName, boolean])[]) {
    it(`keeps everything and registers once when the answer is ${name} and the patron tries again`, () =>
      travelOnHost(
        browser,
        async (journey, { gateway }) => {
          const { patrons, scenario } = gateway.library;
          const before = patrons.size;
          scenario.set({ name, call: 'patrons' });
          await journey.logIn('adult-resident');
          await journey.fillIn();
          await journey.submit();
          await journey.shows('register.failed');
          assert.equal(patrons.size, before + (registers ? 1 : 0));
          scenario.set('default');
          await journey.act('retry');
          await journey.shows('register.done');
          assert.equal(patrons.size, before + 1);
        },
        { expected: [FAILED_REQUEST] },
      ));
  }

  it('shows what the library refuses at its field, with everything kept', () =>
    travelOnHost(
      browser,
      async (journey, { gateway }) => {
        gateway.library.scenario.set({ name: 'field-invalid', call: 'patrons' });
        await journey.logIn('adult-resident');
        await journey.fillIn();
        await journey.submit();
        await journey.find('#email-error').waitFor();
        await keeps(journey, '2580');
        gateway.library.scenario.set('default');
        await journey.submit();
        await journey.shows('register.done');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('is sent once, however often its button is pressed', () =>
    travelOnHost(browser, async (journey, { gateway }) => {
      gateway.library.scenario.set({ name: 'slow', call: 'patrons', times: 1 });
      await journey.logIn('adult-resident');
      await journey.fillIn();
      await journey.find('button[type="submit"]').dblclick();
      await journey.shows('register.submitting');
      // It says that it is disabled, and can be pressed all the same.
      await journey.find('button[type="submit"]').click({ force: true });
      await journey.field('email').press('Enter');
      await journey.shows('register.done');
      assert.equal(sent(journey), 1);
      assert.ok(gateway.library.patrons.has('adult-resident'));
    }));

  it('waits for the network to come back', () =>
    travelOnHost(
      browser,
      async (journey, { gateway }) => {
        await journey.logIn('adult-resident');
        await journey.fillIn();
        await journey.page.context().setOffline(true);
        await journey.submit();
        await journey.shows('register.failed');
        await journey.page.context().setOffline(false);
        await journey.act('retry');
        await journey.shows('register.done');
        assert.ok(gateway.library.patrons.has('adult-resident'));
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('leads from its errors to its fields, and back to nothing lost', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('adult-resident');
      await journey.shows('register.details');
      await journey.field('email').fill('astrid');
      await journey.field('pin').fill('1234');
      await journey.submit();
      const summary = journey.find('[data-error-summary]');
      await summary.waitFor();
      await summary.locator('a[href="#email"]').click();
      await journey.find('[name="email"]:focus').waitFor();
      assert.doesNotMatch(journey.page.url(), /#/);
      assert.equal(await journey.field('pin').inputValue(), '1234');
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
    }));
});
