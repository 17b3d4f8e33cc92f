import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Demo } from '../../demo/start.js';
import { openDemo } from '../support/demo.js';
import { openBrowser, travel, type Journey } from '../support/journey.js';

/** A4 in points, of 1/72 inch. */
const A4 = [595, 842];

/** What stands on the paper; it has to be one sheet of A4. */
async function print({ page }: Journey): Promise<string> {
  const sheet = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
  assert.equal(sheet.numPages, 1);
  const [, , width = 0, height = 0] = (await sheet.getPage(1)).view;
  assert.deepEqual([Math.floor(width), Math.floor(height)], A4);
  return (await extractText(sheet, { mergePages: true })).text;
}

/** In this order, for a form is read from its top. */
function assertInOrder(text: string, words: readonly string[]): void {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    assert.ok(found >= 0, `${word} is not on the paper, or not where it belongs: ${text}`);
    at = found + word.length;
  }
}

const GUARDIAN = ['Forælder eller værge', 'Navn', 'CPR-nummer', 'Adresse', 'E-mail'];
const LINES = ['Afhentningssted', 'Jeg hæfter for det, barnet låner', 'Dato', 'Underskrift', 'Udfyldes af biblioteket', 'Lånernummer'];

describe('the form on paper', () => {
  let browser: Browser;
  let demo: Demo;
  before(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
  });

  const open = async (journey: Journey): Promise<void> => {
    await journey.shows('register.identify');
    await journey.act('paper');
    await journey.shows('register.child-form');
  };

  it('is one sheet with a place for everything, and nothing of the page around it', () =>
    travel(browser, `${demo.url}?audience=child`, async (journey) => {
      await open(journey);
      const page = await journey.page.locator('body').innerText();
      const text = await print(journey);
      assertInOrder(text, ['Indmeldelse af barn eller ung', 'Københavns Biblioteker', '+45 00 12 34 56']);
      assertInOrder(text, ['Barnets CPR-nummer', '10 cifre', 'Barnets navn', 'Vælg en pinkode til barnet', '(frivilligt)', '4 cifre']);
      // A group's name and its circles are drawn apart.
      for (const choice of ['Du er barnets', 'Forælder', 'Værge']) assert.ok(text.includes(choice), choice);
      assertInOrder(text, [...GUARDIAN, 'Mobilnummer', '(frivilligt)', ...LINES]);
      for (const screenOnly of ['Udskriv', 'Tilbage', 'Søg på navn']) assert.ok(!text.includes(screenOnly), screenOnly);
      // Name and contact stand on both.
      const around = page.split('\n').filter((line) => line.trim().length > 3 && !/københavns|bibliotek|example\.org|\+45/i.test(line));
      assert.ok(around.length > 10, 'the page has words of its own');
      for (const line of around) assert.ok(!text.includes(line.trim()), `of the page: ${line}`);
    }));

  it('says where and when to hand it in to whoever has not chosen a branch', () =>
    travel(browser, `${demo.url}?audience=child`, async (journey) => {
      await open(journey);
      await journey.find('.recipient', { hasText: 'Bemandet' }).waitFor();
      assertInOrder(await print(journey), [
        'Aflever den på biblioteket, når der er personale.',
        'Hovedbiblioteket, Krystalgade 15, 1172 København K',
        'Bemandet: man.–fre.',
      ]);
    }));

  it('bears what was typed, and says where and when to hand it in; nothing typed leaves the browser', () =>
    travel(browser, `${demo.url}?audience=child`, async (journey) => {
      const sent: string[] = [];
      journey.page.on('request', (request) =>
        sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
      );
      await open(journey);
      await journey.field('childCpr').fill('700515-4321');
      await journey.field('childName').fill('Asta Prøvensen');
      await journey.find('[name="relation"][value="guardian"]').check();
      await journey.field('pin').fill('8413');
      await journey.field('email').fill('karen@post.example');
      await journey.field('phone').fill('20304050');
      await journey.chooseBranch('Østerbro');
      await journey.field('liability').check();
      const text = await print(journey);
      assertInOrder(text, ['Østerbro Bibliotek', 'Dag Hammarskjölds Allé', '2100 København Ø', 'Bemandet: man.–fre.']);
      assertInOrder(text, [
        'Barnets CPR-nummer',
        '700515-4321',
        'Barnets navn',
        'Asta Prøvensen',
        ...GUARDIAN,
        'karen@post.example',
        'Mobilnummer',
      ]);
      assertInOrder(text, ['20304050', ...LINES]);
      assert.match(text, /8 ?4 ?1 ?3/);
      // In the browser's memory only: no request, no storage, no history, no event, no console bears the number, the name or the PIN.
      await journey.page.reload();
      await journey.shows('register.child-form');
      assert.equal(await journey.field('childCpr').inputValue(), '');
      const kept = await journey.page.evaluate(() =>
        JSON.stringify([localStorage, sessionStorage, history.state, document.title, location.href]),
      );
      const seen = [...sent, kept, ...journey.record.traces.map(([, trace]) => trace)];
      for (const trace of seen)
        assert.doesNotMatch(decodeURIComponent(trace.replace(/%(?![\da-f]{2})/gi, '%25')), /700515-?4321|Asta|8413/);
      assert.ok(sent.length > 0);
    }));
});
