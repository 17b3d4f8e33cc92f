import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, travelOnHost, Journey } from '../support/journey.js';
import type { HostPage } from '../support/host-page.js';

/** What the first person typed, and is called. */
const TRACES = /astrid@|20 ?30 ?40 ?50|2580|Astrid/i;

/** All that the next person can see or find: text, fields, storage, history, address. Of the broker's page, which is another site, nothing. */
const heldBy = ({ page }: Journey, { origin }: HostPage): Promise<string> =>
  page.url().startsWith(origin)
    ? page.evaluate(() => {
        const root = document.querySelector('library-signup')?.shadowRoot;
        const fields = [...(root?.querySelectorAll('input') ?? [])].map(({ value }) => value);
        const stored = [...Object.entries(sessionStorage), ...Object.entries(localStorage)];
        return JSON.stringify([
          root?.textContent,
          fields,
          stored,
          history.state,
          location.href,
          document.title,
          window.name,
          document.cookie,
        ]);
      })
    : Promise.resolve('');

const typing = async (journey: Journey): Promise<void> => {
  await journey.logIn('adult-resident');
  await journey.fillIn();
};
const typingAfterPopup = async (journey: Journey): Promise<void> => {
  await journey.shows('register.identify');
  const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
  await popup.locator('button[value="adult-resident"]').click();
  await journey.fillIn();
};
const finish = async (journey: Journey): Promise<void> => {
  await journey.submit();
  await journey.shows('register.done');
};
const elsewhere = (journey: Journey, { origin }: HostPage): Promise<unknown> => journey.page.goto(`${origin}/elsewhere`);

/** Presses Back or Forward, wherever that leads: a page out of the cache tells no driver that it has come. */
async function walk({ page }: Journey, steps: 1 | -1): Promise<void> {
  await page.evaluate((by) => setTimeout(() => history.go(by)), steps);
  await page.waitForTimeout(350);
}

/** How the first person leaves. */
const LEAVES: Readonly<Record<string, (journey: Journey, host: HostPage) => Promise<unknown>>> = {
  'is done, and goes': async (journey) => {
    await typing(journey);
    await finish(journey);
  },
  'fills the form in, and goes to another page': async (journey, host) => {
    await typing(journey);
    await elsewhere(journey, host);
  },
  'fills the form in, and walks away from it by Back': async (journey) => {
    await typing(journey);
    await walk(journey, -1);
  },
  'cancels the form': async (journey) => {
    await typing(journey);
    await journey.act('cancel');
    await journey.shows('register.identify');
  },
  'goes back, starts the login again, and walks away': async (journey, host) => {
    await typing(journey);
    await walk(journey, -1);
    await journey.page.goto(host.url('/public'));
    await journey.leave();
  },
  'switches the language, and goes to another page': async (journey, host) => {
    await typing(journey);
    await journey.page.evaluate(() => (document.documentElement.lang = 'en'));
    await elsewhere(journey, host);
  },
};

/** The same in a window of its own: the page stays where it is. */
const LEAVES_AFTER_POPUP: typeof LEAVES = {
  'logs in by popup, is done, and goes': async (journey) => {
    await typingAfterPopup(journey);
    await finish(journey);
  },
  'logs in by popup, fills the form in, and goes to another page': async (journey, host) => {
    await typingAfterPopup(journey);
    await elsewhere(journey, host);
  },
  'logs in by popup, and cancels the form': async (journey) => {
    await typingAfterPopup(journey);
    await journey.act('cancel');
    await journey.shows('register.identify');
  },
};

/** How a tab ends; the next person opens another one. */
const ENDS: Readonly<Record<string, (journey: Journey) => Promise<unknown>>> = {
  'closes the tab with the form': async (journey) => {
    await typing(journey);
    await journey.page.close();
  },
  'closes the tab at the login': async (journey) => {
    await journey.leave();
    await journey.page.close();
  },
  'has the tab crash with the form': async (journey) => {
    await typing(journey);
    const client = await journey.page.context().newCDPSession(journey.page);
    const crash = journey.page.waitForEvent('crash');
    // Never answers.
    client.send('Page.crash').catch(() => undefined);
    await crash;
  },
};

/** How the next one comes. */
const COMES: Readonly<Record<string, (journey: Journey, host: HostPage) => Promise<unknown>>> = {
  Back: (journey) => walk(journey, -1),
  'Back again': (journey) => walk(journey, -1),
  Forward: (journey) => walk(journey, 1),
  'Forward again': (journey) => walk(journey, 1),
  'the same address': ({ page }, { url }) => page.goto(url('/public')),
  reload: ({ page }) => page.reload(),
};

describe('on a public computer the next person finds nothing of the one before, who', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser('whole');
  });
  for (const [how, leave] of Object.entries({ ...LEAVES, ...LEAVES_AFTER_POPUP })) {
    const path = how in LEAVES ? '/public' : '/public-popup';
    it(how, () =>
      travelOnHost(
        browser,
        async (journey, host) => {
          await leave(journey, host);
          for (const [what, come] of Object.entries(COMES)) {
            // Whoever is done stays before the screen with the card until the next one comes.
            await come(journey, { ...host, url: () => host.url(path) });
            assert.doesNotMatch(await heldBy(journey, host), TRACES, `${what} shows what the one before has typed`);
          }
        },
        { path },
      ),
    );
  }

  for (const [how, end] of Object.entries(ENDS)) {
    it(how, () =>
      travelOnHost(
        browser,
        async (journey, host) => {
          const context = journey.page.context();
          await end(journey);
          const page = await context.newPage();
          await page.goto(host.url('/public'));
          const next = new Journey(page, journey.record);
          await next.shows('register.identify');
          assert.doesNotMatch(await heldBy(next, host), TRACES);
          const stored = await page.evaluate(() => [...Object.entries(sessionStorage), ...Object.entries(localStorage)]);
          assert.deepEqual(stored, [], 'nothing is left for another tab');
        },
        { path: '/public' },
      ),
    );
  }
});
