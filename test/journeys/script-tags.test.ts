import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { VERSION } from '../../src/version.js';
import { openBrowser } from '../support/journey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = `/library-signup@${VERSION}/dist`;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const { files } = JSON.parse(read('dist/integrity.json')) as { files: Record<string, string> };
const tags = read('dist/script-tags.html');
const TAGS = {
  'one file': /<script src=.*<\/script>/.exec(tags)?.[0] ?? '',
  'a module': /<script type="importmap">.*<\/script>/s.exec(tags)?.[0] ?? '',
};

const pageWith = (tag: string): string =>
  `<!doctype html><html lang="da">${tag}<body><library-signup><script type="application/json">${read('demo/libraries/copenhagen.json')}</script></library-signup>`;

describe('the files for script tags', () => {
  let server: Server;
  let origin = '';
  /** A file that somebody has changed on the way. */
  let changed = '';

  before(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const tag = TAGS[decodeURI(pathname.slice(1)) as keyof typeof TAGS] as string | undefined;
      const send = (type: string, body: string): unknown =>
        response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
      if (tag !== undefined) return send('text/html; charset=utf-8', pageWith(tag.replaceAll('https://assets.example.org', origin)));
      const path = pathname.replace(FOLDER, 'dist');
      if (!existsSync(join(ROOT, path))) return response.writeHead(404).end();
      return send('text/javascript', read(path) + (changed !== '' && path.includes(changed) ? '\n// changed' : ''));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function visit(name: string, look: (page: Page, refusals: string[]) => Promise<void>): Promise<void> {
    const context = await (await openBrowser()).newContext();
    const page = await context.newPage();
    const refusals: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('integrity')) refusals.push(message.text());
    });
    await page.goto(`${origin}/${name}`);
    await look(page, refusals);
    await context.close();
    changed = '';
  }

  it('say who they are', () => {
    for (const file of Object.keys(files))
      assert.match(read(`dist/${file}`), new RegExp(`^/\\*! library-signup ${VERSION} \\| MIT \\| `), file);
  });

  it('are ASCII, so that a page in any encoding reads them right', () => {
    for (const file of Object.keys(files)) assert.doesNotMatch(read(`dist/${file}`), /[^\x00-\x7F]/, file);
  });

  it('come with a hash each, and with the licences of what is built in', () => {
    const chunks = readdirSync(join(ROOT, 'dist/cdn/chunks')).map((name) => `cdn/chunks/${name}`);
    assert.deepEqual(Object.keys(files).sort(), ['library-signup.js', 'callback.js', 'cdn/library-signup.js', ...chunks].sort());
    for (const folder of ['dist', 'dist/cdn']) {
      const licenses = read(`${folder}/library-signup.licenses.md`);
      for (const library of ['lit-html', 'xstate', 'zod']) assert.match(licenses, new RegExp(`^## ${library} `, 'm'));
    }
  });

  for (const name of Object.keys(TAGS)) {
    it(`run as ${name}, by the tag to paste`, () =>
      visit(name, async (page, refusals) => {
        await page.waitForSelector('library-signup[step="register.audience"]');
        assert.deepEqual(refusals, []);
      }));
  }

  it('are refused when they were changed', async () => {
    changed = 'dist/library-signup.js';
    await visit('one file', async (page, refusals) => {
      await page.waitForLoadState('load');
      assert.equal(await page.locator('library-signup').getAttribute('step'), null);
      assert.equal(refusals.length, 1);
    });
    changed = 'dist/cdn/library-signup.js';
    await visit('a module', async (page, refusals) => {
      await page.waitForLoadState('load');
      assert.equal(await page.locator('library-signup').getAttribute('step'), null);
      assert.equal(refusals.length, 1);
    });
  });

  it('are refused when a file that is fetched later was changed', async () => {
    changed = 'dist/cdn/chunks/';
    await visit('a module', async (page, refusals) => {
      await page.waitForLoadState('load');
      const chunk = Object.keys(files).find((file) => file.startsWith('cdn/chunks/')) ?? '';
      const ran = await page.evaluate(`import('${FOLDER}/${chunk}').then(() => true, () => false)`);
      assert.equal(ran, false);
      assert.ok(refusals.length > 0);
    });
  });
});
