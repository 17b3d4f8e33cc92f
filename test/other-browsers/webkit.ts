import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { Program } from './visitor.js';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(program: string, args: string[], options: { env?: NodeJS.ProcessEnv; stdout?: 'pipe' } = {}): Promise<ChildProcess> {
  const child = spawn(program, args, { env: { ...process.env, ...options.env }, stdio: ['ignore', options.stdout ?? 'ignore', 'ignore'] });
  await Promise.race([
    once(child, 'spawn'),
    once(child, 'error').then(([error]: unknown[]) =>
      assert.fail(`${program} was not found (Debian: apt-get install webkit2gtk-driver xvfb): ${String(error)}`),
    ),
  ]);
  return child;
}

/** A display that nobody sees; its number. */
async function startDisplay(): Promise<{ child: ChildProcess; number: string }> {
  const child = await start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdout: 'pipe' });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, number: line.toString().trim() };
}

async function connect(port: number): Promise<WebDriver> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
        .build();
    } catch (error) {
      if (attempt === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Where an element is in the window, once it has been scrolled to. */
const placeOf = (expression: string): string =>
  `const element = ${expression};
   element.scrollIntoView({ block: 'center', behavior: 'instant' });
   const { left, top, width, height } = element.getBoundingClientRect();
   return { x: Math.round(left + Math.min(width, 40) / 2), y: Math.round(top + height / 2) };`;

/** WebKitGTK, the nearest there is to Safari outside Apple's systems, over WebDriver. */
export async function startWebKit(): Promise<Program> {
  const display = await startDisplay();
  const port = await freePort();
  const server = await start('WebKitWebDriver', [`--port=${port}`], { env: { DISPLAY: `:${display.number}` } });
  return {
    newProfile: async () => {
      const driver = await connect(port);
      // By its place: the driver takes what lies in a shadow root for covered by its host.
      const click = async (expression: string): Promise<void> => {
        const { x, y } = await driver.executeScript<{ x: number; y: number }>(placeOf(expression));
        await driver.actions({ async: true }).move({ x, y }).click().perform();
      };
      return {
        open: (url) => driver.get(url),
        evaluate: (body) => driver.executeScript(body),
        click,
        type: async (expression, text) => {
          await click(expression);
          await driver.actions({ async: true }).sendKeys(text).perform();
        },
        close: () => driver.quit(),
      };
    },
    stop: async () => {
      server.kill();
      display.child.kill();
    },
  };
}
