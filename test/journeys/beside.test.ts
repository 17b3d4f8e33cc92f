import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, travelOnHost } from '../support/journey.js';
import { PAGE_SCRIPTS } from '../support/page-scripts.js';

describe('on a page whose scripts change what is built in', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  for (const name of Object.keys(PAGE_SCRIPTS)) {
    it(`a patron registers, goes back on the way, and finds what was typed (${name})`, () =>
      travelOnHost(
        browser,
        async (journey, { gateway }) => {
          await journey.logIn('adult-resident');
          await journey.shows('register.details');
          await journey.field('email').fill('astrid@post.example');
          await journey.page.reload();
          await journey.shows('register.identify');
          await journey.logIn('adult-resident');
          await journey.holds('email', /^astrid@post\.example$/);
          await journey.fillIn();
          await journey.submit();
          await journey.shows('register.done');
          assert.equal(gateway.library.patrons.get('adult-resident')?.email, 'astrid@post.example');
        },
        // The browser's driver trips over Prototype.js 1.6 itself.
        { path: `/beside/${name}`, expected: [/serializedArgs is not an array/] },
      ));
  }
});
