import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import { LIBRARIES } from '../../mocks/directory/libraries.js';
import type { PersonaId } from '../../mocks/personas.js';
import type { Redemption } from '../../src/contracts/login.js';
import { openDemo } from '../support/demo.js';
import { FAILED_REQUEST, openBrowser, travel, until, type Journey, type JourneyOptions } from '../support/journey.js';

const RESEARCH = 'Dansk Polarforskningsbibliotek';
const CARD = { userId: 'astrid', pin: 'Polar-2580' };

async function choose(journey: Journey, search: string, id: string): Promise<void> {
  await journey.shows('login.library');
  await journey.field('library').fill(search);
  await journey.find(`[role="option"][data-value="${id}"]`).click();
}

async function useCard(journey: Journey, { userId, pin } = CARD): Promise<void> {
  await journey.shows('login.method');
  await journey.act('card');
  await journey.shows('login.card');
  await journey.field('userId').fill(userId);
  await journey.field('pin').fill(pin);
  await journey.submit();
}

async function atBroker(journey: Journey, persona: PersonaId): Promise<void> {
  await journey.act('identify');
  await journey.page.locator(`button[name="persona"][value="${persona}"]`).click();
}

/** What the host's back end shows that it was told. */
async function told(journey: Journey): Promise<Redemption> {
  await journey.page.waitForURL('**/demo/login/done');
  return JSON.parse(await journey.page.locator('#told').innerText()) as Redemption;
}

/** Everything that a page keeps where others could read it. */
const kept = (journey: Journey): Promise<string> =>
  journey.page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href, history.state, document.referrer]),
  );

describe('logging in on a host’s page', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
  });
  const go = (journey: (journey: Journey) => Promise<void>, options: JourneyOptions = {}, query = ''): Promise<void> =>
    travel(browser, `${demo.url}login.html${query}`, journey, options);

  it('takes the card of a public library, and tells the host’s back end who it is', async () => {
    await go(async (journey) => {
      await choose(journey, 'kbh', LIBRARIES.public);
      await useCard(journey, { userId: '810563-1239', pin: '2580' });
      const facts = await told(journey);
      assert.equal(facts.method, 'library-card');
      assert.equal(facts.library, LIBRARIES.public);
      assert.equal(facts.profile, 'linked');
      assert.doesNotMatch(JSON.stringify(facts), /8105631239|2580/);
      assert.doesNotMatch(await kept(journey), /8105631239|810563|2580|Bearer/);
      assert.doesNotMatch(JSON.stringify(journey.record.events), /8105631239|810563-1239|"code"/);
    });
  });

  it('gives a code that works once, and for whom it was made', async () => {
    await go(async (journey) => {
      let code = '';
      await journey.page.route('**/demo/login/complete', async (route) => {
        code = new URLSearchParams(route.request().postData() ?? '').get('code') ?? '';
        await route.continue();
      });
      await choose(journey, 'UCN', LIBRARIES.syncing);
      await useCard(journey, { userId: 'astrid@ucn.example', pin: 'Studie-25' });
      await told(journey);
      assert.ok(code.length > 20);
      const redeem = (headers: Record<string, string>): Promise<Response> =>
        fetch(`${demo.gatewayUrl}handovers/redemptions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify({ code, verifier: 'stolen' }),
        });
      assert.equal((await redeem({})).status, 401);
      assert.equal((await redeem({ Authorization: `Basic ${btoa('library-signup-demo-catalogue:guess')}` })).status, 401);
    });
  });

  it('offers to link a research library, and takes its proof through the redirect to MitID', async () => {
    await go(async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey);
      await journey.shows('login.link-offer');
      await journey.choose('link', 'now');
      await journey.shows('login.identify');
      await atBroker(journey, 'adult-resident');
      const facts = await told(journey);
      assert.deepEqual([facts.method, facts.profile], ['eid', 'linked']);
      assert.deepEqual(
        demo.gateway.library.profiles.get('adult-resident')?.map(({ library }) => library),
        [LIBRARIES.research],
      );
    });
    // From now on the card asks for MitID.
    await go(async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey);
      await journey.shows('login.belongs-to-profile');
      await journey.choose('next', 'detach');
      await journey.act('remove');
      assert.equal((await told(journey)).profile, 'none');
      assert.deepEqual(demo.gateway.library.profiles.get('adult-resident'), []);
    });
  });

  for (const [answer, profile] of [
    ['later', 'none'],
    ['never', 'none'],
  ] as const)
    it(`logs in without a profile (${answer}), and asks the next time or doesn’t`, async () => {
      await go(async (journey) => {
        await choose(journey, 'polar', LIBRARIES.research);
        await useCard(journey);
        await journey.shows('login.link-offer');
        await journey.choose('link', answer);
        assert.deepEqual([(await told(journey)).profile, demo.gateway.library.profiles.get('adult-resident')], [profile, undefined]);
      });
      await go(async (journey) => {
        await choose(journey, 'polar', LIBRARIES.research);
        await useCard(journey);
        if (answer === 'later') await journey.shows('login.link-offer');
        else assert.equal((await told(journey)).profile, 'none');
      });
    });

  it('links by a window of its own, too', async () => {
    const whole = await openBrowser('whole');
    await travel(whole, `${demo.url}login.html?mode=popup`, async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey);
      await journey.shows('login.link-offer');
      await journey.choose('link', 'now');
      await journey.shows('login.identify');
      const [popup] = await Promise.all([journey.page.waitForEvent('popup'), journey.act('identify')]);
      await popup.locator('button[name="persona"][value="adult-resident"]').click();
      assert.equal((await told(journey)).profile, 'linked');
    });
    assert.deepEqual(
      demo.gateway.library.profiles.get('adult-resident')?.map(({ library }) => library),
      [LIBRARIES.research],
    );
  });

  it('says so when MitID was another person’s, and goes on', async () => {
    await go(
      async (journey) => {
        await choose(journey, 'polar', LIBRARIES.research);
        await useCard(journey);
        await journey.shows('login.link-offer');
        await journey.choose('link', 'now');
        await journey.shows('login.identify');
        await atBroker(journey, 'adult-non-resident');
        await journey.shows('login.link-refused');
        assert.match(await journey.text(), /et andet CPR-nummer/);
        await journey.act('login');
        assert.equal((await told(journey)).profile, 'linked');
      },
      { expected: [FAILED_REQUEST] },
    );
  });

  it('asks for the card again when MitID was cancelled, with the library kept', async () => {
    await go(async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey);
      await journey.shows('login.link-offer');
      await journey.choose('link', 'now');
      await journey.shows('login.identify');
      await journey.act('identify');
      await journey.page.locator('button[name="refuse"][value="cancelled"]').click();
      await journey.shows('login.card');
      assert.equal(await journey.notice(), 'cancelled');
      assert.match(await journey.heading(), new RegExp(RESEARCH));
      assert.equal(await journey.field('pin').inputValue(), '');
    });
  });

  it('logs in with MitID in one press, before any library is chosen and while there are hits', async () => {
    await go(async (journey) => {
      await journey.shows('login.library');
      await journey.field('library').fill('a');
      await journey.find('[role="option"]').first().waitFor();
      await atBroker(journey, 'already-patron');
      const facts = await told(journey);
      assert.deepEqual([facts.method, facts.profile, facts.patron.status], ['eid', 'linked', 'active']);
    });
  });

  it('keeps the library over a reload and Back, and never the PIN', async () => {
    await go(async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await journey.shows('login.method');
      await journey.act('card');
      await journey.field('userId').fill('astrid');
      await journey.field('pin').fill('Polar-2580');
      await journey.page.reload();
      await journey.shows('login.card');
      assert.match(await journey.heading(), new RegExp(RESEARCH));
      assert.deepEqual([await journey.field('userId').inputValue(), await journey.field('pin').inputValue()], ['', '']);
      await journey.act('back');
      await journey.shows('login.method');
      await journey.page.goBack();
      await journey.shows('login.library');
    });
  });

  it('says at the field how many tries are left, then until when it is closed; the same for user IDs that nobody has', async () => {
    for (const userId of ['astrid', 'nobody-at-all']) {
      await go(
        async (journey) => {
          await choose(journey, 'polar', LIBRARIES.research);
          await useCard(journey, { userId, pin: 'wrong-1' });
          await journey.find('#pin-error').waitFor();
          assert.match(await journey.text(), /2 forsøg tilbage/);
          for (const pin of ['wrong-2', 'wrong-3']) {
            await journey.field('pin').fill(pin);
            await journey.submit();
            await until(
              async () => (await journey.element.getAttribute('step')) === 'login.failed' || /1 forsøg/.test(await journey.text()),
              () => 'expected the next answer',
            );
          }
          await journey.shows('login.failed');
          assert.match(await journey.text(), /20 minutter/);
        },
        { expected: [FAILED_REQUEST] },
      );
    }
  });

  it('remembers the library after the login only, and not on a public computer', async () => {
    for (const isPublic of [false, true]) {
      await go(
        async (journey) => {
          await choose(journey, 'UCN', LIBRARIES.syncing);
          assert.equal(await journey.page.evaluate(() => localStorage.getItem('library-signup-libraries')), null);
          await useCard(journey, { userId: 'astrid@ucn.example', pin: 'Studie-25' });
          await told(journey);
          await journey.page.goto(`${demo.url}login.html${isPublic ? '?publicComputer=true' : ''}`);
          await journey.shows('login.library');
          assert.equal(await journey.find('.recent').count(), isPublic ? 0 : 1);
          if (isPublic) return;
          await journey.act('forget');
          await until(
            async () => (await journey.find('.recent').count()) === 0,
            () => 'expected the list to go',
          );
          assert.equal(await journey.page.evaluate(() => localStorage.getItem('library-signup-libraries')), null);
        },
        {},
        isPublic ? '?publicComputer=true' : '',
      );
    }
  });
});

describe('logging in with what goes wrong', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
  });

  it('goes on without the profile that a card belongs to', () =>
    travel(browser, `${demo.url}login.html`, async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey, { userId: 'inga', pin: 'Polar-2580' });
      await journey.shows('login.belongs-to-profile');
      await journey.choose('next', 'without');
      const facts = await told(journey);
      assert.deepEqual([facts.method, facts.profile], ['library-card', 'withheld']);
    }));

  it('searches again after a search that failed, and hands over again after a hand-over that failed', () =>
    travel(
      browser,
      `${demo.url}login.html`,
      async (journey) => {
        await journey.shows('login.library');
        demo.gateway.library.scenario.set({ name: 'unavailable', call: 'libraries' });
        await journey.field('library').fill('polar');
        await journey.find('[data-action="retry"]').waitFor();
        demo.gateway.library.scenario.set('default');
        await journey.act('retry');
        await journey.field('library').fill('polarf');
        await journey.find(`[role="option"][data-value="${LIBRARIES.research}"]`).click();
        await useCard(journey, { userId: 'inga', pin: 'Polar-2580' });
        await journey.shows('login.belongs-to-profile');
        demo.gateway.library.scenario.set({ name: 'unavailable', call: 'handovers', times: 1 });
        await journey.choose('next', 'without');
        await journey.shows('login.failed');
        await journey.act('retry');
        assert.equal((await told(journey)).profile, 'withheld');
      },
      { expected: [FAILED_REQUEST] },
    ));

  it('says so when nobody knows the library that the page asks for', () =>
    travel(
      browser,
      `${demo.url}login.html?library=DK-999999`,
      async (journey) => {
        await journey.shows('login.library');
        assert.equal(await journey.notice(), 'library-unknown');
      },
      { expected: [FAILED_REQUEST] },
    ));
});

describe('ordering and libraries', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
  });
  /** The page with another purpose, as its host writes it. */
  const go = (purpose: string, journey: (journey: Journey) => Promise<void>, options: JourneyOptions = {}): Promise<void> =>
    travel(browser, `${demo.url}login.html?purpose=${purpose}`, journey, options);

  it('takes an order without a login where the library wants it so', async () => {
    await go('order', async (journey) => {
      await choose(journey, 'søfart', LIBRARIES.guests);
      await journey.shows('login.guest');
      assert.match(await journey.text(), /Nummeret på dit skibskort/);
      await journey.submit();
      await journey.find('[data-error-summary]').waitFor();
      await journey.field('cardno').fill('4711');
      await journey.field('userName').fill('Astrid Prøvensen');
      await journey.field('userMail').fill('astrid@post.example');
      await journey.submit();
      const facts = await told(journey);
      assert.deepEqual([facts.method, facts.guest?.['cardno'], facts.profile], ['guest', '4711', 'none']);
    });
  });

  it('asks somebody with a profile for the research library’s own PIN', async () => {
    await go(
      'order',
      async (journey) => {
        await choose(journey, 'polar', LIBRARIES.research);
        await journey.shows('login.method');
        await atBroker(journey, 'already-patron');
        await journey.shows('login.order-pin');
        await journey.field('pin').fill('wrong');
        await journey.submit();
        await journey.find('#pin-error').waitFor();
        await journey.field('pin').fill('Polar-2580');
        await journey.submit();
        assert.equal((await told(journey)).profile, 'linked');
      },
      { expected: [FAILED_REQUEST] },
    );
  });

  it('adds a research library to the profile by its card, without another MitID, and removes it', async () => {
    await go('libraries', async (journey) => {
      await journey.shows('login.identify');
      await atBroker(journey, 'adult-resident');
      await journey.shows('login.my-libraries');
      await journey.act('add');
      await choose(journey, 'polar', LIBRARIES.research);
      await journey.shows('login.card');
      await journey.field('userId').fill(CARD.userId);
      await journey.field('pin').fill(CARD.pin);
      await journey.submit();
      await journey.shows('login.my-libraries');
      const remove = journey.find(`[data-action="remove"][data-library="${LIBRARIES.research}"]`);
      await remove.click();
      await remove.waitFor({ state: 'detached' });
      await journey.act('login');
      assert.equal((await told(journey)).profile, 'linked');
    });
  });
});

describe('logging in with everything in the browser', () => {
  it('links a library through the redirect, with MSW in place of the servers', async () => {
    const [browser, demo] = await Promise.all([openBrowser('whole'), openDemo()]);
    await travel(browser, `${demo.url}login.html?backend=msw`, async (journey) => {
      await choose(journey, 'polar', LIBRARIES.research);
      await useCard(journey);
      await journey.shows('login.link-offer');
      await journey.choose('link', 'now');
      await journey.shows('login.identify');
      await atBroker(journey, 'adult-resident');
      await journey.shows('login.linked');
      assert.match(await journey.heading(), new RegExp(RESEARCH));
      assert.doesNotMatch(await kept(journey), /Polar-2580|7203861234/);
    });
  });
});
