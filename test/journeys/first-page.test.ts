import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { openGuide, PROGRAM, ROOT } from '../support/guide.js';
import { openBrowser, travel } from '../support/journey.js';

const guide = openGuide('first-page');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

const node = (...args: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: guide.folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

describe('the guide to a first page', () => {
  let server: Server;
  before(async () => {
    guide.install({ name: 'sign-up' });
    node(PROGRAM, ...guide.argumentsOf('npx library-signup'));
    node(join(ROOT, 'node_modules/msw/cli/index.js'), ...guide.argumentsOf('npx msw'));
    guide.write('index.html', 'main.js');
    await build({ root: guide.folder, configFile: false, logLevel: 'error', build: { target: 'es2022' } });
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = join(guide.folder, 'dist', pathname === '/' ? 'index.html' : pathname);
      if (!existsSync(path)) return void response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('leads to a registered patron, as it is written', async () => {
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await travel(await openBrowser(), url, async (journey) => {
      await journey.chooseAudience('adult');
      await journey.shows('register.identify');
      await journey.act('identify');
      await journey.fillIn();
      await journey.submit();
      await journey.shows('register.done');
    });
  });
});
