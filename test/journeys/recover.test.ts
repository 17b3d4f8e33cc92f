import assert from 'node:assert/strict';
import { before, beforeEach, describe, it, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../demo/start.js';
import { findPersona } from '../../mocks/personas.js';
import type { ElementStep } from '../../src/flow/types.js';
import { openDemo } from '../support/demo.js';
import { FAILED_REQUEST, openBrowser, travel, travelOnHost, type Journey } from '../support/journey.js';

/** The value that this share of the numbers stays below. */
function quantile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
}

/** What somebody who watches the page can learn from one answer. */
interface Answer {
  took: number;
  seen: unknown;
}

/** Submits the form, and looks at everything that can be looked at when the next screen is there. */
async function submitAndLook(journey: Journey, end: ElementStep): Promise<Answer> {
  const from = journey.record.events.length;
  const { took, ...shown } = await journey.element.evaluate(async (element, step) => {
    const root = element.shadowRoot!;
    const start = performance.now();
    const arrived = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (element.getAttribute('step') !== step) return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(element, { attributeFilter: ['step'] });
    });
    root.querySelector<HTMLElement>('button[type="submit"]')!.click();
    const took = await arrived;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return {
      took,
      // Lit marks its places with comments, and numbers them.
      dom: root
        .querySelector('.card')!
        .outerHTML.replace(/<!--.*?-->/gs, '')
        .replace(/\s+/g, ' '),
      focus: root.activeElement?.outerHTML.replace(/<!--.*?-->/gs, ''),
      title: document.title,
      address: location.href,
      history: JSON.stringify(history.state),
    };
  }, end);
  return { took, seen: { ...shown, events: journey.record.events.slice(from).map(({ type, detail }) => ({ type, detail })) } };
}

describe('help by e-mail', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });
  beforeEach(() => {
    demo.gateway.library.reset();
    demo.gateway.others.au?.reset();
  });
  const at = (page: string, query: Record<string, string> = {}): string => {
    const url = new URL(page, demo.url);
    url.search = new URLSearchParams(query).toString();
    return url.href;
  };

  const ROUNDS = 5;
  const recovering =
    (forgotten: string, form: ElementStep) =>
    async (journey: Journey): Promise<void> => {
      await journey.shows('recover.which');
      await journey.choose('forgotten', forgotten);
      await journey.shows(`recover.${forgotten}` as ElementStep);
      await journey.choose('route', 'email');
      await journey.shows(form);
    };
  for (const { what, page, query, form, end, field, known, unknown, go } of [
    {
      what: 'a reminder of the user ID',
      page: 'recover.html',
      query: {},
      form: 'recover.reminder',
      end: 'recover.reminder-sent',
      field: 'email',
      known: 'gorm@post.example',
      unknown: 'olaf@post.example',
      go: recovering('library', 'recover.reminder'),
    },
    {
      what: 'a link to a new PIN',
      page: 'recover.html',
      query: {},
      form: 'recover.pin-reset',
      end: 'recover.pin-reset-sent',
      field: 'email',
      known: 'gorm@post.example',
      unknown: 'olaf@post.example',
      go: recovering('pin', 'recover.pin-reset'),
    },
    {
      what: 'a PIN',
      page: 'au.html',
      query: { audience: 'student' },
      form: 'register.pin-order',
      end: 'register.pin-ordered',
      field: 'userId',
      known: findPersona('student')?.claims.cpr ?? '',
      unknown: '7109991234',
      go: async (journey: Journey): Promise<void> => {
        await journey.shows('register.has-cpr');
        await journey.choose('hasCpr', 'yes');
        await journey.shows('register.pin-route');
        await journey.choose('pinRoute', 'email');
        await journey.shows('register.pin-order');
      },
    },
  ] as const) {
    it(`answers everyone alike who asks for ${what}: words, events, focus and time`, async (t: TestContext) => {
      const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
      await travel(browser, at(page, query), async (journey) => {
        await go(journey);
        let first: unknown;
        const ask = async (who: string): Promise<number> => {
          await journey.field(field).fill(who);
          const { took, seen } = await submitAndLook(journey, end);
          assert.doesNotMatch(JSON.stringify(seen), new RegExp(who));
          assert.deepEqual(seen, (first ??= seen), who === known ? 'known' : 'unknown');
          await journey.page.goBack();
          await journey.shows(form);
          return took;
        };
        // The first answer fetches its screen; only who asks next is timed.
        await ask(unknown);
        for (let round = 0; round < ROUNDS; round += 1) {
          // In turns, and each first as often, so that what else the machine does falls on both.
          for (const who of round % 2 === 0 ? [known, unknown] : [unknown, known]) times[who]?.push(await ask(who));
        }
      });
      const { mails } = page === 'au.html' ? (demo.gateway.others.au ?? demo.gateway.library) : demo.gateway.library;
      assert.equal(mails.length, ROUNDS, 'who is known gets a mail each time, who is not gets none');
      const [knowns = [], unknowns = []] = [times[known], times[unknown]];
      const [one, other] = [quantile(knowns, 0.5), quantile(unknowns, 0.5)];
      const both = [...knowns, ...unknowns];
      // What a busy machine does to the answers is more than what they differ by.
      const noise = Math.max(25, quantile(both, 0.75) - quantile(both, 0.25));
      t.diagnostic(`${what}: known ${one.toFixed(1)} ms, unknown ${other.toFixed(1)} ms (medians of ${ROUNDS})`);
      assert.ok(Math.abs(one - other) < noise, `known ${one} ms, unknown ${other} ms, noise ${noise} ms`);
    });
  }

  /** Asks for a link; what the mail says. */
  async function askForLink(journey: Journey): Promise<string> {
    await journey.shows('recover.pin-reset');
    await journey.field('email').fill('gorm@post.example');
    await journey.submit();
    await journey.shows('recover.pin-reset-sent');
    return demo.gateway.library.mails.at(-1)?.link ?? '';
  }
  async function useLink(journey: Journey, link: string, pin: string): Promise<void> {
    await journey.page.goto(link);
    await journey.shows('recover.new-pin');
    assert.doesNotMatch(journey.page.url(), /pin-reset/);
    await journey.field('pin').fill(pin);
    await journey.submit();
  }

  it('mails a link that works once; used, too old and unknown ones say so and lead to a new one', () =>
    travel(
      browser,
      at('recover.html'),
      async (journey) => {
        await recovering('pin', 'recover.pin-reset')(journey);
        const link = await askForLink(journey);
        await useLink(journey, link, '8413');
        await journey.shows('recover.pin-changed');
        assert.equal(demo.gateway.library.patrons.get('already-patron')?.pin, '8413');

        await useLink(journey, link, '7351');
        await journey.shows('recover.pin-reset');
        assert.equal(await journey.notice(), 'link-expired');
        assert.match(await journey.text(), /Linket er brugt eller for gammelt/);
        assert.equal(demo.gateway.library.patrons.get('already-patron')?.pin, '8413', 'a used link changes nothing');

        const second = await askForLink(journey);
        assert.notEqual(second, link);
        demo.gateway.library.scenario.set({ name: 'expired', call: 'pin-resets', times: 1 });
        await useLink(journey, second, '7351');
        await journey.shows('recover.pin-reset');
        assert.equal(await journey.notice(), 'link-expired');

        await useLink(journey, at('recover.html', { 'pin-reset': 'nobody-knows-this-one' }), '7351');
        await journey.shows('recover.pin-reset');
        assert.equal(await journey.notice(), 'link-unknown');
        assert.match(await journey.text(), /Linket virker ikke/);
        await useLink(journey, await askForLink(journey), '7351');
        await journey.shows('recover.pin-changed');
        assert.equal(demo.gateway.library.patrons.get('already-patron')?.pin, '7351');
      },
      { expected: [FAILED_REQUEST] },
    ));
});

describe('a mailed link', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('is out of the address bar before any other script of the page can read it there', () =>
    travelOnHost(
      browser,
      async (journey, { url }) => {
        await journey.page.goto(`${url('/register')}?from=mail&pin-reset=secret-token#top`);
        await journey.shows('recover.new-pin');
        assert.equal(journey.page.url(), `${url('/register')}?from=mail#top`, 'the rest of the address is the page’s');
        // Whatever a script could look at from the page's first moment of its own on.
        const read = await journey.page.evaluate(() => (window as unknown as { read: string[] }).read);
        assert.ok(read.length >= 3);
        for (const text of read) assert.doesNotMatch(text, /secret-token/);
        const held = await journey.page.evaluate(() => JSON.stringify([history.state, localStorage, sessionStorage, document.title]));
        assert.doesNotMatch(held + JSON.stringify(journey.record.events), /secret-token/);
        const { traces } = journey.record;
        const cleaned = traces.findLastIndex(([where, text]) => where === 'history' && text.endsWith('from=mail#top'));
        assert.ok(cleaned > 0, 'the address was never cleaned');
        for (const [where, text] of traces.slice(cleaned)) assert.doesNotMatch(text, /secret-token/, where);
        // Back leads to where the patron came from, not to the link.
        await journey.page.goBack();
        assert.doesNotMatch(journey.page.url(), /secret-token/);
      },
      {
        before: () => {
          const read: string[] = ((window as unknown as { read: string[] }).read = []);
          const look = (): void => void read.push(`${location.href} ${document.URL} ${document.referrer}`);
          // Scripts that a page puts after the element's, its listeners, and what follows.
          document.addEventListener('DOMContentLoaded', look);
          document.addEventListener('signup-step', look);
          addEventListener('load', look);
        },
      },
    ));
});
