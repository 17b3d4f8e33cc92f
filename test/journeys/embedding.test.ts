import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { findPersona } from '../../mocks/personas.js';
import { openBrowser, travelOnHost, until, type Journey } from '../support/journey.js';

/** Within a word of letters and digits, such as a `state`, four digits mean nothing. */
const alone = (text: string): RegExp => new RegExp(`(?<![\\w-])${text}(?![\\w-])`, 'i');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the page itself still holds. */
const heldBy = ({ page }: Journey): Promise<string> =>
  page.evaluate(() =>
    [
      location.href,
      document.referrer,
      document.title,
      JSON.stringify(history.state),
      ...Object.entries(sessionStorage),
      ...Object.entries(localStorage),
    ].join('\n'),
  );

describe('a library’s page under a strict policy', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  for (const [what, path] of [
    ['with the script loaded twice', '/twice'],
    ['beside another copy of Lit', '/beside-lit'],
    ['in a popup', '/popup'],
    ['on a page in another encoding', '/old-encoding'],
  ] as const) {
    it(`registers without a violation ${what}`, () =>
      travelOnHost(
        browser,
        async (journey) => {
          if (path === '/old-encoding') {
            await journey.shows('register.identify');
            assert.match(await journey.text(), /Bliv låner hos Københavns Biblioteker/);
          }
          if (path !== '/popup') return journey.register();
          await journey.shows('register.identify');
          const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
          const closed = popup.waitForEvent('close');
          await journey.shows('register.leaving');
          await popup.locator('button[value="adult-resident"]').click();
          await journey.fillIn();
          await closed;
          await journey.submit();
          await journey.shows('register.done');
        },
        { path },
      ));
  }

  it('learns nothing personal from a whole journey', () =>
    travelOnHost(browser, async (journey) => {
      let token = '';
      journey.page.on('response', (response) => {
        if (response.url().endsWith('/signup-api/sessions') && response.request().method() === 'POST') {
          void response.json().then((body: { token: string }) => (token = body.token));
        }
      });
      await journey.logIn('adult-resident');
      await journey.fillIn({ email: 'reader@post.example', phone: '20304050', branch: 'Østerbro', pin: '2580' });
      const midway = await heldBy(journey);
      await journey.submit();
      await journey.shows('register.done');
      await until(
        () => token.length >= 16,
        () => 'no token was seen',
      );
      const { name, cpr = '' } = findPersona('adult-resident')?.claims ?? { name: '' };
      const personal = [...name.split(' '), cpr, `${cpr.slice(0, 6)}-?${cpr.slice(6)}`, '2580', token].map(alone);
      const traces: (readonly [string, string])[] = [...journey.record.traces, ['page', midway], ['page', await heldBy(journey)]];
      for (const [where, text] of traces) {
        for (const secret of personal) assert.doesNotMatch(decoded(text), secret, where);
      }
    }));

  it('has no trace of the login’s answer once the patron is back', () =>
    travelOnHost(browser, async (journey, { origin }) => {
      await journey.logIn('adult-resident');
      await journey.shows('register.details');
      assert.equal(journey.page.url(), `${origin}/register`);
      assert.doesNotMatch(await heldBy(journey), /code=|state=|library-signup:[\w-]{43}/);
      const { traces } = journey.record;
      const cleaned = traces.findLastIndex(([where, text]) => where === 'history' && text.endsWith(`${origin}/register`));
      assert.ok(cleaned > 0, 'the address was never cleaned');
      for (const [where, text] of traces.slice(cleaned)) {
        if (where === 'referrer' || where === 'request' || where === 'history') assert.doesNotMatch(text, /[?&](code|state)=/, where);
      }
    }));

  it('keeps two elements apart', () =>
    travelOnHost(
      browser,
      async (page) => {
        const [one, two] = [page.at('#one'), page.at('#two')];
        await one.logIn('adult-resident');
        await two.shows('register.identify');
        assert.equal(await two.find('[data-notice]').count(), 0);
        await one.fillIn();
        await two.logIn('adult-non-resident');
        await two.shows('register.details');
        // Meanwhile the page was left: the first element remembers, and knows nothing of the second one's person.
        await one.shows('register.identify');
        assert.equal(await one.notice(), 'resumed');
        await two.fillIn({ email: 'two@post.example', branch: 'Hoved', pin: '2580' });
        await two.submit();
        await two.shows('register.done');
        await one.logIn('adult-resident');
        await one.shows('register.details');
        assert.equal(await one.field('email').inputValue(), 'astrid@post.example');
        const ends = page.record.events.filter(({ type }) => type === 'signup-complete').map(({ target }) => target);
        assert.deepEqual(ends, ['two']);
      },
      { path: '/two' },
    ));

  it('is not moved about, but for what lies below the element as it grows', (t) =>
    travelOnHost(browser, async (journey) => {
      await journey.register();
      await journey.page.waitForTimeout(300);
      const { shifts } = journey.record;
      t.diagnostic(`layout shifts: ${shifts.map(({ value, moved }) => `${moved.join('+')} ${value.toFixed(4)}`).join(', ') || 'none'}`);
      const elsewhere = shifts.filter(({ moved }) => moved.some((what) => what !== 'p#below.'));
      assert.deepEqual(elsewhere, []);
    }));

  it('tells how long a slow processor is kept busy by a screen', (t) =>
    travelOnHost(browser, async (journey) => {
      const devtools = await journey.page.context().newCDPSession(journey.page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await journey.register();
      // Absolute times depend on the machine and on what else it does, so they are told and not judged.
      const { longTasks } = journey.record;
      t.diagnostic(
        `tasks over 50 ms, CPU slowed 4×: ${longTasks.map(([step, duration]) => `${step} ${Math.round(duration)} ms`).join(', ') || 'none'}`,
      );
      assert.ok(longTasks.every(([, duration]) => duration < 5000));
    }));
});
