import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import type { PersonaId } from '../../mocks/personas.js';
import type { ElementStep } from '../../src/flow/types.js';
import { openDemo } from '../support/demo.js';
import { FAILED_REQUEST, openBrowser, travel, type Journey } from '../support/journey.js';

/** From any screen with the provider's button; `Journey.logIn` starts on `register.identify` only. */
async function logIn(journey: Journey, persona: PersonaId): Promise<void> {
  await journey.act('identify');
  await journey.page.locator(`button[name="persona"][value="${persona}"]`).click();
}

describe('detours and the browser’s own buttons', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
    demo.gateway.others.au?.reset();
  });

  it('lead from the login to a forgotten MitID user ID and back, with answers and a half-filled form kept, over a reload and a redirect', () =>
    travel(browser, demo.url, async (journey) => {
      await journey.shows('register.audience');
      await journey.chooseAudience('adult');
      await journey.logIn('adult-resident');
      await journey.shows('register.details');
      await journey.field('email').fill('astrid@post.example');
      await journey.chooseBranch('Østerbro');
      await journey.field('pin').fill('2580');
      // Half-filled: back to the login, as after a session that has ended.
      await journey.page.reload();
      await journey.shows('register.identify');
      await journey.act('forgot-user-id');
      await journey.shows('recover.mitid');
      await journey.find('[name="document"][value="danish"]').check();
      await journey.choose('app', 'yes');
      await journey.shows('recover.mitid-app');
      await journey.find('.guide input[type="checkbox"]').first().check();
      await journey.page.reload();
      await journey.shows('recover.mitid-app');
      assert.equal(await journey.find('.guide input[type="checkbox"]').first().isChecked(), true, 'what was ticked off is kept');
      await journey.act('return');
      await journey.shows('register.identify');
      await journey.logIn('adult-resident');
      await journey.shows('register.details');
      await journey.holds('branch', /Østerbro/);
      const { email, pin } = await journey.typed();
      assert.equal(email, 'astrid@post.example');
      assert.equal(pin, '', 'a PIN is kept nowhere');
      await journey.field('pin').fill('2580');
      await journey.field('terms').check();
      await journey.submit();
      await journey.shows('register.done');
      assert.equal(demo.gateway.library.patrons.get('adult-resident')?.email, 'astrid@post.example');
    }));

  it('lead back to the first question after a login, and never to the page of the login', () =>
    travel(browser, demo.url, async (journey) => {
      await journey.shows('register.audience');
      await journey.chooseAudience('adult');
      await journey.logIn('already-patron');
      await journey.shows('register.already-patron');
      await journey.act('back');
      await journey.shows('register.audience');
      await journey.page.waitForTimeout(500);
      assert.equal(journey.page.url(), demo.url);
      assert.equal(await journey.find('input:checked').getAttribute('value'), 'adult');
      await journey.chooseAudience('child');
      await journey.shows('register.identify');
      await journey.page.goBack();
      await journey.shows('register.audience');
      await journey.page.goForward();
      await journey.shows('register.identify');
    }));

  it('lead from "already a patron" to a new PIN and back, by another login in the middle of it', () =>
    travel(
      browser,
      demo.url,
      async (journey) => {
        await journey.shows('register.audience');
        await journey.chooseAudience('adult');
        await journey.logIn('already-patron');
        await journey.shows('register.already-patron');
        await journey.act('new-pin');
        await journey.shows('recover.new-pin');
        await journey.field('pin').fill('8413');
        demo.gateway.library.expireSessions();
        await journey.submit();
        await journey.shows('recover.identify');
        assert.equal(await journey.notice(), 'session-expired');
        await logIn(journey, 'already-patron');
        await journey.shows('recover.new-pin');
        await journey.field('pin').fill('8413');
        await journey.submit();
        await journey.shows('recover.pin-changed');
        assert.equal(demo.gateway.library.patrons.get('already-patron')?.pin, '8413');
        await journey.act('return');
        await journey.shows('register.already-patron');
        assert.match(await journey.text(), /810563-••••/);
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('lead back to "already a patron" over a reload in the middle of it, after another login', () =>
    travel(browser, demo.url, async (journey) => {
      await journey.shows('register.audience');
      await journey.chooseAudience('adult');
      await journey.logIn('already-patron');
      await journey.shows('register.already-patron');
      await journey.act('new-pin');
      await journey.shows('recover.new-pin');
      // The session was in memory only, so the login comes again; the detour is still one.
      await journey.page.reload();
      await journey.shows('recover.pin');
      await journey.choose('route', 'login');
      await journey.shows('recover.identify');
      await logIn(journey, 'already-patron');
      await journey.shows('recover.new-pin');
      await journey.act('return');
      await journey.shows('register.already-patron');
    }));

  /** Each way through the questions, up to where a login or an end is. */
  const answer =
    (name: string, value: string) =>
    (journey: Journey): Promise<void> =>
      journey.choose(name, value);
  const send =
    (name: string, value: string) =>
    async (journey: Journey): Promise<void> => {
      await journey.field(name).fill(value);
      await journey.submit();
    };
  const click =
    (action: string) =>
    (journey: Journey): Promise<void> =>
      journey.act(action);
  const mitid =
    (document: string, app: string) =>
    async (journey: Journey): Promise<void> => {
      await journey.find(`[name="document"][value="${document}"]`).check();
      await journey.choose('app', app);
    };
  const help =
    (value: string) =>
    (journey: Journey): Promise<void> =>
      journey.find(`[data-action="help"][value="${value}"]`).click();
  type Move = readonly [go: (journey: Journey) => Promise<void>, step: ElementStep];
  const ways: readonly (readonly [name: string, page: string, first: ElementStep, ...moves: Move[]])[] = [
    [
      'a student without a CPR number',
      'au.html',
      'register.audience',
      [answer('audience', 'student'), 'register.has-cpr'],
      [answer('hasCpr', 'no'), 'register.needs-loans'],
      [answer('needsLoans', 'no'), 'register.e-access'],
    ],
    [
      'an employee who wants a PIN',
      'au.html',
      'register.audience',
      [answer('audience', 'employee'), 'register.has-cpr'],
      [answer('hasCpr', 'yes'), 'register.pin-route'],
      [answer('pinRoute', 'login'), 'register.identify'],
    ],
    [
      'hospital staff without a login',
      'au.html',
      'register.audience',
      [answer('audience', 'hospital'), 'register.has-login'],
      [answer('hasLogin', 'no'), 'register.kaldemail'],
    ],
    [
      'a guardian who takes the paper, and forgot the user ID',
      '',
      'register.audience',
      [answer('audience', 'child'), 'register.identify'],
      [click('paper'), 'register.child-form'],
    ],
    [
      'a detour from the login',
      '',
      'register.audience',
      [answer('audience', 'adult'), 'register.identify'],
      [click('forgot-user-id'), 'recover.mitid'],
      [mitid('danish', 'no'), 'recover.mitid-phone'],
      [help('in-person'), 'recover.mitid-in-person'],
    ],
    [
      'a forgotten MitID user ID',
      'recover.html',
      'recover.which',
      [answer('forgotten', 'mitid'), 'recover.mitid'],
      [mitid('foreign-with-cpr', 'yes'), 'recover.mitid-app'],
      [help('phone'), 'recover.mitid-phone'],
    ],
    [
      'a forgotten library user ID',
      'recover.html',
      'recover.which',
      [answer('forgotten', 'library'), 'recover.library'],
      [answer('route', 'email'), 'recover.reminder'],
      [send('email', 'gorm@post.example'), 'recover.reminder-sent'],
    ],
    [
      'a forgotten PIN',
      'recover.html',
      'recover.which',
      [answer('forgotten', 'pin'), 'recover.pin'],
      [answer('route', 'login'), 'recover.identify'],
    ],
  ];
  for (const [name, path, first, ...moves] of ways) {
    it(`walk back and forward through ${name}, with nothing in the address`, () =>
      travel(browser, demo.url + path, async (journey) => {
        const { page } = journey;
        await journey.shows(first);
        const address = page.url();
        const assertClean = async (): Promise<void> => {
          assert.equal(page.url(), address);
          assert.match(await page.evaluate(() => JSON.stringify(history.state)), /^\{"library-signup:[\w-]+":\[\d,\d\]\}$/);
        };
        for (const [go, step] of moves) {
          await go(journey);
          await journey.shows(step);
          await assertClean();
        }
        const steps = [first, ...moves.map(([, step]) => step)];
        for (const step of steps.slice(0, -1).reverse()) {
          await page.goBack();
          await journey.shows(step);
          await assertClean();
        }
        for (const step of steps.slice(1)) {
          await page.goForward();
          await journey.shows(step);
          await assertClean();
        }
        // What was answered is still there.
        await page.goBack();
        await journey.shows(steps.at(-2) ?? first);
        const asked = await journey.find('input[type="radio"]').count();
        if (asked > 0) assert.ok((await journey.find('input[type="radio"]:checked').count()) > 0, 'the answer is kept');
      }));
  }
});
