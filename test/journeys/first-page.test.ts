import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { packPackage } from '../support/embedding-app.js';
import { openBrowser, travel } from '../support/journey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In the project's folder, so that msw and vite are found without the registry. */
const FOLDER = join(ROOT, '.cache', 'hosts', 'first-page');
const GUIDE = readFileSync(join(ROOT, 'docs/first-page.md'), 'utf8');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

const fileIn = (name: string): string => new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\`$`, 'ms').exec(GUIDE)?.[1] ?? '';
/** The arguments of a command of the guide. */
const argumentsOf = (command: string): string[] => {
  const line = new RegExp(`^${command} (.*)$`, 'm').exec(GUIDE)?.[1] ?? '';
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
};
const node = (...args: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: FOLDER, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

describe('the guide to a first page', () => {
  let server: Server;
  before(async () => {
    const tarball = packPackage();
    const installed = join(FOLDER, 'node_modules/library-signup');
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    spawnSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    writeFileSync(join(FOLDER, 'package.json'), '{ "name": "sign-up" }');
    node('node_modules/library-signup/dist/cli/library-signup.js', ...argumentsOf('npx library-signup'));
    node(join(ROOT, 'node_modules/msw/cli/index.js'), ...argumentsOf('npx msw'));
    for (const name of ['index.html', 'main.js']) writeFileSync(join(FOLDER, name), fileIn(name));
    await build({ root: FOLDER, configFile: false, logLevel: 'error', build: { target: 'es2022' } });
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = join(FOLDER, 'dist', pathname === '/' ? 'index.html' : pathname);
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
