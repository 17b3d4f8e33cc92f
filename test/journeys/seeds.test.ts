import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import type { PersonaId } from '../../mocks/personas.js';
import { openDemo } from '../support/demo.js';
import { FAILED_REQUEST, openBrowser, travel, type Journey } from '../support/journey.js';

/** AU's form: it has no terms of its own. */
async function registerAtAu(journey: Journey, email: string): Promise<void> {
  await journey.shows('register.details');
  await journey.field('email').fill(email);
  await journey.chooseBranch('Nobelparken');
  await journey.field('pin').fill('8413');
  await journey.submit();
  await journey.shows('register.done');
  assert.match(await journey.text(), /CPR-nummer/);
}

/** Each person comes once, so that the paths need no library of their own. */
describe('the paths of the pages that this replaces', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  const at = (page: string, audience: string): string => `${demo.url}${page}?audience=${audience}`;
  const au = (): NonNullable<Demo['gateway']['others'][string]> => {
    const { au: library } = demo.gateway.others;
    assert.ok(library);
    return library;
  };

  it('take a child’s application from a guardian, but not for an adult, nor for the guardian', () =>
    travel(browser, at('', 'child'), async (journey) => {
      await journey.logIn('adult-resident');
      await journey.shows('register.child');
      const { cpr, adult } = { cpr: '700515-4321', adult: '720386-1234' };
      await journey.field('childCpr').fill(adult);
      await journey.field('childName').fill('Asta Prøvensen');
      await journey.find('[name="relation"][value="parent"]').check();
      await journey.field('email').fill('astrid@post.example');
      await journey.chooseBranch('Østerbro');
      await journey.field('liability').check();
      await journey.submit();
      assert.match(await journey.find('#childCpr-error').innerText(), /under 18 år/);
      await journey.field('childCpr').fill(cpr);
      await journey.submit();
      await journey.shows('register.application-received');
      assert.match(await journey.text(), /Sagsnummer\s+\S+/);
      for (const [where, trace] of journey.record.traces) assert.doesNotMatch(trace, /700515-?4321|Asta/, where);
    }));

  it('send students and employees without a CPR number to the desk, or to what works already', () =>
    travel(browser, `${demo.url}au.html`, async (journey) => {
      for (const [audience, bring, loan] of [
        ['student', /Dit studiekort, dit AU-id og legitimation med billede\./, /lånernummer/],
        ['employee', /Dit AU-id og legitimation med billede\./, /lånerkort/],
      ] as const) {
        await journey.shows('register.audience');
        await journey.choose('audience', audience);
        await journey.shows('register.has-cpr');
        await journey.choose('hasCpr', 'no');
        await journey.shows('register.needs-loans');
        await journey.choose('needsLoans', 'no');
        await journey.shows('register.e-access');
        assert.match(await journey.text(), /Artikler, e-bøger og databaser virker.* Enkelte er dog kun for bestemte fagområder\./);
        await journey.page.goBack();
        await journey.shows('register.needs-loans');
        await journey.choose('needsLoans', 'yes');
        await journey.shows('register.desk');
        await journey.find('details').first().waitFor();
        const text = await journey.text();
        assert.match(text, bring);
        assert.match(text, loan);
        assert.match(text, /Nobelparken/);
        await journey.act('restart');
      }
    }));

  it('mail a PIN to a student, who is a patron already', () =>
    travel(browser, at('au.html', 'student'), async (journey) => {
      await journey.shows('register.has-cpr');
      await journey.choose('hasCpr', 'yes');
      await journey.shows('register.pin-route');
      assert.match(await journey.text(), /Måske ligger den allerede i en mail fra biblioteket\./);
      assert.match(await journey.text(), /Har du en privat lånerkonto, bliver den opgraderet\./);
      await journey.choose('pinRoute', 'email');
      await journey.shows('register.pin-order');
      await journey.field('userId').fill('740402-5245');
      await journey.submit();
      await journey.shows('register.pin-ordered');
      const mail = au().mails.at(-1);
      assert.equal(mail?.to, 'laura@post.au.example');
      assert.equal(mail?.code, au().patrons.get('student')?.pin);
    }));

  it('register an employee by WAYF, who is not a patron yet', () =>
    travel(browser, at('au.html', 'employee'), async (journey) => {
      await journey.shows('register.has-cpr');
      await journey.choose('hasCpr', 'yes');
      await journey.shows('register.pin-route');
      await journey.choose('pinRoute', 'login');
      await journey.logIn('employee');
      await registerAtAu(journey, 'mads@au.example');
      assert.equal(au().patrons.get('employee')?.status, 'active');
    }));

  it('register hospital staff by WAYF, who have a login', () =>
    travel(browser, at('au.html', 'hospital'), async (journey) => {
      await journey.shows('register.has-login');
      await journey.choose('hasLogin', 'yes');
      await journey.logIn('hospital');
      await registerAtAu(journey, 'nanna@post.example');
      assert.equal(au().patrons.get('hospital')?.status, 'active');
    }));

  it('register a private user by MitID', () =>
    travel(browser, at('au.html', 'private'), async (journey) => {
      await journey.logIn('adult-non-resident');
      await registerAtAu(journey, 'bertil@post.example');
      assert.equal(au().patrons.get('adult-non-resident')?.status, 'active');
      assert.doesNotMatch(await journey.text(), /E.materialer|kommune/);
      assert.match(await journey.text(), /Dit sundhedskort er dit lånerkort\. Lån på automaterne/);
    }));

  it('say nothing of a municipality where the library belongs to none, and nothing of children where it registers none', async () => {
    for (const [audience, answers, words] of [
      [
        'student',
        { hasCpr: 'yes', pinRoute: 'login' },
        /Du skal have et login fra dit universitet\..*En ny pinkode\. Er du ikke låner endnu/s,
      ],
      ['hospital', { hasLogin: 'yes' }, /Du logger ind hos\s+au\.dk/],
      ['private', {}, /Er du under 18 år\? Spørg på biblioteket\./],
    ] as const) {
      await travel(browser, at('au.html', audience), async (journey) => {
        for (const [name, value] of Object.entries(answers)) await journey.choose(name, value);
        await journey.shows('register.identify');
        assert.match(await journey.text(), words);
        assert.doesNotMatch(await journey.text(), /kommune|E.materialer|forælder/, audience);
      });
    }
  });

  it('send whom the CPR register says nothing of to the library, with health card and identification', () =>
    travel(browser, at('au.html', 'private'), async (journey) => {
      await journey.logIn('no-cpr');
      await journey.shows('register.no-registry-data');
      assert.match(
        await journey.text(),
        /med dit sundhedskort og anden legitimation\. Uden CPR-nummer kan kun studerende og ansatte blive lånere\./,
      );
      await journey.find('[data-action="contact"]').first().waitFor();
    }));

  it('tell companies whom to ask, and whoever comes by an old link that NemID has closed', () =>
    travel(browser, `${demo.url}au.html`, async (journey) => {
      await journey.shows('register.audience');
      assert.match(await journey.text(), /Virksomheder kontakter biblioteket\./);
      await journey.page.goto(`${at('au.html', 'private')}&provider=nemid`);
      await journey.shows('register.identify');
      assert.equal(await journey.notice(), 'nemid-closed');
      assert.equal(await journey.find('[data-action="identify"]').getAttribute('data-provider'), 'mitid');
    }));

  for (const [who, persona] of [
    ['no CPR number', 'wayf-no-cpr'],
    ['a constructed one', 'constructed-cpr'],
  ] as const satisfies readonly (readonly [string, PersonaId])[]) {
    it(`help a student kindly whose university login has ${who}`, () =>
      travel(browser, at('au.html', 'student'), async (journey) => {
        await journey.shows('register.has-cpr');
        await journey.choose('hasCpr', 'yes');
        await journey.shows('register.pin-route');
        await journey.choose('pinRoute', 'login');
        await journey.logIn(persona);
        await journey.shows('register.needs-loans');
        assert.equal(await journey.notice(), 'no-cpr');
        await journey.choose('needsLoans', 'yes');
        await journey.shows('register.desk');
      }));
  }

  it('refuse who logs in at another university, with the way back at hand', () =>
    travel(
      browser,
      at('au.html', 'student'),
      async (journey) => {
        await journey.shows('register.has-cpr');
        await journey.choose('hasCpr', 'yes');
        await journey.shows('register.pin-route');
        await journey.choose('pinRoute', 'login');
        await journey.logIn('other-institution');
        await journey.shows('register.not-permitted');
        await journey.find('[data-action="contact"]').first().waitFor();
        await journey.act('restart');
        await journey.shows('register.has-cpr');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('fit a window of 320 by 256 pixels, as 400 % zoom makes it, on every page, and scroll one way only', () =>
    travel(
      browser,
      demo.url,
      async (journey) => {
        for (const page of ['', 'au.html', 'recover.html', 'au-recover.html']) {
          await journey.page.goto(demo.url + page);
          await journey.find('button[type="submit"]').click();
          await journey.find('[data-error-summary]').waitFor();
          const width = await journey.page.evaluate(() => document.documentElement.scrollWidth);
          assert.equal(width, 320, page);
          // What has the focus is not under anything that stays where it is.
          assert.equal(
            await journey.element.evaluate(({ shadowRoot }) => {
              const { left, top, width: across, height } = shadowRoot!.activeElement!.getBoundingClientRect();
              const middle = Math.min(top + height / 2, innerHeight - 1);
              return shadowRoot!.elementFromPoint(left + across / 2, middle)?.closest('[data-error-summary]') !== null;
            }),
            true,
            `${page}: the error summary is hidden`,
          );
        }
      },
      { context: { viewport: { width: 320, height: 256 } } },
    ));
});
