import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { PersonaId } from '../../mocks/personas.js';
import type { ElementStep } from '../../src/flow/types.js';
import { FAILED_REQUEST, openBrowser, travelOnHost, until, type Journey } from '../support/journey.js';

/** Every end has somebody to turn to, or something to do. */
async function hasAWayOn(journey: Journey): Promise<void> {
  await journey.find('[data-action], a[href]').first().waitFor();
}

describe('who may register', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  for (const [person, persona, online] of [
    ['an adult of the municipality', 'adult-resident', 'e-bøger'],
    ['an adult of another municipality, without e-materials', 'adult-non-resident', 'egen kommune'],
    ['who turns 18 today', 'eighteen-today', 'e-bøger'],
    ['who was deleted for not borrowing', 'lapsed', 'e-bøger'],
  ] as const) {
    it(`takes in ${person}`, () =>
      travelOnHost(browser, async (journey, { gateway }) => {
        await journey.logIn(persona);
        await journey.shows('register.details');
        if (persona === 'lapsed') {
          assert.equal(await journey.notice(), 'lapsed');
          assert.match(await journey.find('[data-notice]').innerText(), /2 år/);
        } else assert.equal(await journey.find('[data-notice]').count(), 0);
        await journey.fillIn();
        await journey.submit();
        await journey.shows('register.done');
        assert.match(await journey.text(), new RegExp(online));
        assert.equal(gateway.library.patrons.get(persona)?.status, 'active');
      }));
  }

  it('greets by first name, and not at all whose name is protected', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('protected');
      await journey.shows('register.details');
      assert.doesNotMatch(await journey.text(), /Ellen|BESKYTTET/i);
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
      assert.doesNotMatch(await journey.text(), /Ellen|BESKYTTET/i);
    }));

  for (const [who, persona, step] of [
    ['is a patron already', 'already-patron', 'register.already-patron'],
    ['is 17', 'seventeen', 'register.under-age'],
    ['is blocked', 'blocked', 'register.blocked'],
    ['has no CPR number', 'no-cpr', 'register.no-registry-data'],
    ['may not register here', 'not-permitted', 'register.not-permitted'],
  ] as const satisfies readonly (readonly [string, PersonaId, ElementStep])[]) {
    it(`tells who ${who} right after the login, with a way on`, () =>
      travelOnHost(
        browser,
        async (journey, { gateway }) => {
          const before = gateway.library.patrons.size;
          await journey.logIn(persona);
          await journey.shows(step);
          await hasAWayOn(journey);
          assert.equal(gateway.library.patrons.size, before);
          if (persona === 'already-patron') {
            const ends = journey.record.events.filter(({ type }) => type === 'signup-complete').map(({ detail }) => detail.outcome);
            assert.deepEqual(ends, ['already-patron']);
          }
        },
        { expected: [FAILED_REQUEST] },
      ));
  }

  it('tells who is not in the registry when the form is sent', () =>
    travelOnHost(
      browser,
      async (journey) => {
        await journey.logIn('no-registry-data');
        await journey.fillIn();
        await journey.submit();
        await journey.shows('register.no-registry-data');
        await hasAWayOn(journey);
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('leaves nothing of who was refused to the next person, on a page that stays where it is, and ends the session', () =>
    travelOnHost(
      browser,
      async (journey) => {
        const ended: (string | undefined)[] = [];
        journey.page.on('request', (request) => {
          if (request.method() === 'DELETE') ended.push(request.headers().authorization);
        });
        const logIn = async (persona: PersonaId): Promise<void> => {
          await journey.shows('register.identify');
          const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
          await popup.locator(`button[value="${persona}"]`).click();
        };
        await logIn('no-registry-data');
        await journey.fillIn();
        await journey.submit();
        await journey.shows('register.no-registry-data');
        await until(
          () => ended.length === 1,
          () => `${ended.length} sessions were ended`,
        );
        assert.match(ended[0] ?? '', /^Bearer ./);
        await journey.act('restart');
        await logIn('adult-resident');
        await journey.shows('register.details');
        assert.deepEqual(await journey.typed(), { email: '', phone: '', branch: '', pin: '', terms: false });
      },
      { path: '/popup', expected: [FAILED_REQUEST] },
    ));

  it('lets the next person begin afresh', () =>
    travelOnHost(browser, async (journey) => {
      await journey.logIn('blocked');
      await journey.shows('register.blocked');
      await journey.act('restart');
      await journey.register('adult-resident');
    }));
});
