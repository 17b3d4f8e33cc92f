import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import { openDemo } from '../support/demo.js';
import { openBrowser, travel, type Journey } from '../support/journey.js';

/** Opens the newest mail in the simulator's inbox. */
async function openMail({ page }: Journey, subject: string): Promise<void> {
  await page.locator('signup-inbox summary', { hasText: subject }).first().click();
}

describe('the demo’s pages', () => {
  let browser: Browser;
  let demo: Demo;
  /** With the simulator open. */
  const at = (page: string, query: Record<string, string> = {}): string => {
    const url = new URL(page, demo.url);
    url.search = new URLSearchParams({ open: 'true', ...query }).toString();
    return url.href;
  };
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
    demo.gateway.others.au?.reset();
  });

  it('lead to each other, and back to the same library', () =>
    travel(browser, at(''), async ({ page }) => {
      const follow = async (label: string, site: string, name: string): Promise<void> => {
        await page.locator('signup-simulator nav a', { hasText: label }).click();
        await page.locator(`html[data-site="${site}"][data-page="${name}"]`).waitFor({ state: 'attached' });
        await page.locator('signup-simulator nav a[aria-current="page"]', { hasText: label }).waitFor();
      };
      await follow('AU Library', 'au', 'register');
      await follow('Jeg har glemt', 'au', 'recover');
      await follow('København', 'copenhagen', 'register');
      await page.getByRole('link', { name: 'Glemt pinkode eller bruger-id' }).click();
      await page.locator('library-signup[step="recover.which"]').waitFor({ state: 'attached' });
    }));

  for (const backend of ['real', 'msw']) {
    it(`mail a link that opens a new PIN, in the inbox and once (${backend})`, () =>
      travel(browser, at('recover.html', { backend }), async (journey) => {
        await journey.shows('recover.which');
        await journey.choose('forgotten', 'pin');
        await journey.shows('recover.pin');
        await journey.choose('route', 'email');
        await journey.shows('recover.pin-reset');
        await journey.field('email').fill('gorm@post.example');
        await journey.submit();
        await journey.shows('recover.pin-reset-sent');
        await openMail(journey, 'Vælg en ny pinkode');
        await journey.page.locator('signup-inbox a').click();
        await journey.shows('recover.new-pin');
        assert.doesNotMatch(journey.page.url(), /pin-reset/);
        await journey.field('pin').fill('8413');
        await journey.submit();
        await journey.shows('recover.pin-changed');
      }));
  }

  it('let hospital staff use the code from the inbox', () =>
    travel(browser, at('au.html', { audience: 'hospital' }), async (journey) => {
      await journey.shows('register.has-login');
      await journey.choose('hasLogin', 'no');
      await journey.shows('register.kaldemail');
      await journey.field('email').fill('nanna.proevensen@auh.rm.dk');
      await journey.submit();
      await journey.shows('register.kaldemail-code');
      await openMail(journey, 'Din kode');
      await journey.page.locator('signup-inbox button.use').click();
      await journey.holds('code', /^\d{6}$/);
      await journey.submit();
      await journey.logIn('hospital');
      await journey.shows('register.details');
      await journey.field('email').fill('nanna@post.example');
      await journey.chooseBranch('Nobelparken');
      await journey.field('pin').fill('8413');
      await journey.submit();
      await journey.shows('register.done');
      assert.equal(demo.gateway.others.au?.patrons.get('hospital')?.status, 'active');
      assert.equal(demo.gateway.library.patrons.has('hospital'), false);
    }));

  it('take a student to a new PIN by WAYF, with servers and without', async () => {
    for (const backend of ['real', 'msw']) {
      await travel(browser, at('au.html', { audience: 'student', backend }), async (journey) => {
        await journey.shows('register.has-cpr');
        await journey.choose('hasCpr', 'yes');
        await journey.shows('register.pin-route');
        await journey.choose('pinRoute', 'login');
        await journey.leave();
        assert.match(await journey.page.locator('main').innerText(), /WAYF-simulator[^]*idp\.au\.example[^]*Studerende/);
        await journey.page.locator('button[value="student"]').click();
        await journey.shows('recover.new-pin');
      });
    }
  });

  it('hold the tag’s configuration back where the simulator changes it, before the element has read it', async () => {
    for (const [query, times] of [
      [{ nemid: 'true' }, 1],
      [{ backend: 'msw' }, 1],
    ] as const) {
      const asked: string[] = [];
      await travel(browser, 'about:blank', async (journey) => {
        journey.page.on('request', (request) => request.url().includes('/libraries/') && asked.push(request.url()));
        await journey.page.goto(at('', { audience: 'adult', ...query }));
        await journey.shows('register.identify');
      });
      assert.equal(asked.length, times, asked.join());
    }
  });

  it('say that NemID has closed to whoever comes by an old link, and play it where it is switched on', async () => {
    await travel(browser, at('', { audience: 'adult', provider: 'nemid' }), async (journey) => {
      await journey.shows('register.identify');
      assert.equal(await journey.notice(), 'nemid-closed');
      assert.equal(await journey.find('[data-action="identify"]').getAttribute('data-provider'), 'mitid');
    });
    await travel(browser, at('', { audience: 'adult', nemid: 'true' }), async (journey) => {
      await journey.shows('register.identify');
      await journey.find('[data-action="identify"][data-provider="nemid"]').click();
      await journey.page.getByText('NemID-simulator').waitFor();
      await journey.page.locator('button[value="adult-resident"]').click();
      await journey.shows('register.details');
    });
  });

  it('register by a provider that the package does not bring, with servers and without', async () => {
    for (const backend of ['real', 'msw']) {
      await travel(browser, at('', { audience: 'adult', example: 'true', backend }), async (journey) => {
        await journey.shows('register.identify');
        const button = journey.find('[data-action="identify"][data-provider="unilogin"]');
        assert.match(await button.innerText(), /UNI-Login/);
        await button.click();
        await journey.page.locator('button[value="pupil"]').click();
        await journey.fillIn();
        await journey.submit();
        await journey.shows('register.done');
      });
    }
  });
});
