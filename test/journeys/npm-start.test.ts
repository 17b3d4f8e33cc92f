import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../demo/free-port.js';
import { openBrowser, travel } from '../support/journey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The command of `npm start`. It stays in this process's group, so it goes when that is stopped from outside. */
function start(port: number): { child: ChildProcess; url: Promise<string> } {
  const child = spawn(process.execPath, ['scripts/set-up.mjs', '--start', '--no-open'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = new Promise<string>((resolve, reject) => {
    let said = '';
    const take = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, found] = /(http:\/\/localhost:\d+\/\S*)/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    setTimeout(() => reject(new Error(`npm start printed no address: ${said}`)), 90_000).unref();
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  return { child, url };
}

describe('npm start', () => {
  let running: ReturnType<typeof start>;
  before(async () => {
    running = start(await freePort(0));
  });
  after(async () => {
    const { child } = running;
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  });

  it('prints the address of a page on which one can register', async () => {
    const url = await running.url;
    const browser = await openBrowser('whole');
    await travel(browser, url, async (journey) => {
      await journey.chooseAudience('adult');
      await journey.register();
    });
  });

  it('ends when it is told to, and nothing answers any more', async () => {
    const { child } = running;
    const url = await running.url;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    // 143 is how Vite says that a signal ended it (128 + 15).
    assert.ok([0, 143].includes((await ended) ?? 0));
    await assert.rejects(fetch(url));
  });
});
