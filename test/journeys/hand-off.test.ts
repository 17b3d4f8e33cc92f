import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { FAILED_REQUEST, openBrowser, travelOnHost, type Journey } from '../support/journey.js';

/** Whatever went wrong: the screen says what, nothing of the answer is left in the address, and logging in again works. */
async function refused(journey: Journey, notice: string): Promise<void> {
  await journey.shows('register.identify');
  assert.equal(await journey.notice(), notice);
  assert.doesNotMatch(journey.page.url(), /code=|state=|error=/);
  await journey.logIn('adult-resident');
  await journey.shows('register.details');
}

describe('a hand-off', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  for (const [refusal, notice] of [
    ['cancelled', 'cancelled'],
    ['timed-out', 'timed-out'],
    ['failed', 'provider-failed'],
  ] as const) {
    it(`that the provider answers with ${refusal} says so, and can be tried again`, () =>
      travelOnHost(browser, async (journey) => {
        await journey.refuse(refusal);
        await journey.shows('register.identify');
        const { type, detail } = journey.record.events.find(({ type }) => type === 'signup-cancel' || type === 'signup-error') ?? {};
        assert.equal(type, refusal === 'cancelled' ? 'signup-cancel' : 'signup-error');
        if (refusal !== 'cancelled') assert.equal(detail?.code, notice);
        await refused(journey, notice);
      }));
  }

  it('that the patron turns back from is one that never returned, and going forward again still finishes it', () =>
    travelOnHost(browser, async (journey) => {
      await journey.leave();
      await journey.page.goBack();
      await journey.shows('register.identify');
      assert.equal(await journey.notice(), 'never-returned');
      await journey.page.goForward();
      await journey.page.locator('button[name="persona"][value="adult-resident"]').click();
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
    }));

  it('that ends on the provider’s own error page can be left by Back', () =>
    travelOnHost(
      browser,
      async (journey) => {
        await journey.refuse('never-returned');
        await journey.page.locator('h1').waitFor();
        await journey.page.waitForFunction(() => document.querySelector('button') === null);
        while (!journey.page.url().includes('/register')) await journey.page.goBack();
        await refused(journey, 'never-returned');
      },
      { expected: [/^console: Failed to load resource: .*\/interaction\//] },
    ));

  it('whose state was changed on the way is refused', () =>
    travelOnHost(browser, async (journey, { broker }) => {
      broker.misbehave({ state: 'tampered' });
      await journey.logIn('adult-resident');
      await journey.shows('register.identify');
      broker.misbehave({});
      await refused(journey, 'rejected');
    }));

  it('that nobody started is refused', () =>
    travelOnHost(browser, async (journey, { origin, broker }) => {
      await journey.shows('register.identify');
      await journey.page.goto(`${origin}/register?code=stolen&state=${'a'.repeat(43)}&iss=${encodeURIComponent(broker.issuer)}`);
      await refused(journey, 'rejected');
    }));

  it('answered in the name of another issuer is refused', () =>
    travelOnHost(browser, async (journey, { broker }) => {
      broker.misbehave({ issuer: 'wrong' });
      await journey.logIn('adult-resident');
      await journey.shows('register.identify');
      broker.misbehave({});
      await refused(journey, 'rejected');
    }));

  it('whose code was changed on the way is refused by the library', () =>
    travelOnHost(
      browser,
      async (journey, { broker }) => {
        broker.misbehave({ code: 'tampered' });
        await journey.logIn('adult-resident');
        await journey.shows('register.identify');
        broker.misbehave({});
        await refused(journey, 'rejected');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('whose identity was forged ends at the library, and nobody is logged in', () =>
    travelOnHost(
      browser,
      async (journey, { broker, gateway }) => {
        broker.misbehave({ token: 'forged' });
        await journey.logIn('adult-resident');
        await journey.shows('register.identify');
        broker.misbehave({});
        assert.equal(gateway.library.patrons.has('adult-resident'), false);
        await refused(journey, 'provider-failed');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('is used once: the same answer opened again is refused', () =>
    travelOnHost(browser, async (journey) => {
      const answered = journey.page.waitForRequest(/[?&]code=/);
      await journey.logIn('adult-resident');
      const answer = (await answered).url();
      await journey.shows('register.details');
      await journey.page.goto(answer);
      await refused(journey, 'rejected');
    }));

  it('is used once: its answer is not in the history that Back walks', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('adult-resident');
      await journey.shows('register.details');
      await journey.page.goto(journey.page.url().replace('/register', '/elsewhere'));
      await journey.page.goBack();
      await journey.shows('register.identify');
      assert.doesNotMatch(journey.page.url(), /code=|state=/);
      const requests = journey.record.traces.filter(([where, text]) => where === 'request' && text.includes('/signup-api/sessions'));
      assert.equal(requests.filter(([, text]) => text.endsWith('/sessions')).length, 1);
    }));

  it('that took more than half an hour is refused', () =>
    travelOnHost(browser, async (journey) => {
      await journey.leave();
      const { page } = journey;
      const answered = page.waitForRequest(/[?&]code=/);
      // The record is made older before the page's own scripts see it.
      const age = (): void => {
        for (const area of [sessionStorage, localStorage]) {
          for (const key of Object.keys(area).filter((name) => /^library-signup:[\w-]{43}$/.test(name))) {
            const record = JSON.parse(area.getItem(key) ?? '{}') as { createdAt: number };
            area.setItem(key, JSON.stringify({ ...record, createdAt: record.createdAt - 31 * 60_000 }));
          }
        }
      };
      await page.context().addInitScript(`if (location.search.includes('code=')) (${age.toString()})()`);
      await page.locator('button[name="persona"][value="adult-resident"]').click();
      await answered;
      await journey.shows('register.identify');
      assert.equal(await journey.notice(), 'rejected');
    }));
});
