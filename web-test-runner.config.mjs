import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, FIREFOX_PREFERENCES, findBrowser } from './scripts/browsers.mjs';
import { bundledDependencies, rawText } from './test/support/wtr-dependencies.mjs';
import { emulationPlugin } from './test/support/wtr-emulation.mjs';
import { figuresReporter } from './test/support/wtr-figures.mjs';

// WTR_BROWSERS=chromium limits a run to one browser.
const wanted = (process.env.WTR_BROWSERS ?? 'chromium,firefox').split(',');
const chromium = wanted.includes('chromium') ? findBrowser('headless-chromium') : undefined;
const firefox = wanted.includes('firefox') ? findBrowser('firefox') : undefined;

const browsers = [
  chromium &&
    chromeLauncher({
      launchOptions: { executablePath: chromium, args: CHROMIUM_ARGS },
      createPage: async ({ context }) => {
        const page = await context.newPage();
        // Test files share a window: each page must believe that it has the focus.
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  firefox &&
    chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: {
        browser: 'firefox',
        executablePath: firefox,
        // Lets test/support/wtr-emulation.mjs set preferences of the browser.
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: FIREFOX_PREFERENCES,
      },
      // One page at a time: Firefox gives the focus to the page in front only.
      concurrency: 1,
    }),
].filter(Boolean);
if (browsers.length === 0) throw new Error('No browser was found: install Chromium or Firefox, or set CHROME_PATH or FIREFOX_PATH.');

const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Folders whose tests run in Node; those of `demo` are among what runs in one browser. */
const IN_NODE = ['node', 'journeys', 'hosts', 'servers', 'other-browsers', 'types', 'support', 'pages'];
/** What no browser can change, and takes long: docs/testing.md says why. Without Chromium, Firefox does it. */
const IN_ONE_BROWSER = [
  'test/flow/paths.test.ts',
  'test/flow/login-paths.test.ts',
  'test/ui/second-opinion.test.ts',
  'test/demo/*.test.ts',
];
/**
 * What walks through the browser's history comes first. Test files follow each other in one window, which remembers 50 entries: when they are used up,
 * Chromium drops the oldest that nobody asked for by a key or a click, and those are the test's own.
 */
const WALKS = ['test/element/random-walk.test.ts', 'test/ui/controllers/history-controller.test.ts', 'test/element/lifecycle.test.ts'];
const apart = [...IN_ONE_BROWSER, ...WALKS].map((file) => `!${file}`);
const groups = [{ name: 'walks through history', files: WALKS }]
  .concat(
    readdirSync(new URL('./test', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !IN_NODE.includes(entry.name) && entry.name !== 'demo')
      .filter(({ name }) =>
        readdirSync(new URL(`./test/${name}`, import.meta.url), { recursive: true }).some((file) => file.endsWith('.test.ts')),
      )
      .map(({ name }) => ({ name, files: [`test/${name}/**/*.test.ts`, ...apart] })),
  )
  .concat({ name: 'in one browser', files: IN_ONE_BROWSER, browsers: browsers.slice(0, 1) });

/** What the second engine says of a colour that it can't read (axe judges colours), several hundred times. */
const isNoise = ({ args }) => String(args[0]).includes('unable to get color combo');

export default {
  filterBrowserLogs: (log) => !isNoise(log),
  // `--files` on the command line means those files only.
  ...(process.argv.includes('--files') ? {} : { groups }),
  browsers,
  concurrentBrowsers: 2,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // XState's ES build hides behind the `module` condition; without it the CommonJS build would come in.
  nodeResolve: { exportConditions: ['browser', 'module', 'import', 'default'], browser: true },
  plugins: [
    rawText(),
    bundledDependencies(),
    emulationPlugin(),
    esbuildPlugin({ ts: true, json: false, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  middleware: [
    (context, next) => {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'text/javascript';
      context.set('Service-Worker-Allowed', '/');
      context.body = readFileSync(worker, 'utf8');
    },
  ],
  // WTR_FIGURES names a file for the figures of the run; the bar that redraws itself is for people who watch.
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(process.env.WTR_FIGURES ? [figuresReporter(process.env.WTR_FIGURES)] : []),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>library-signup tests</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
};
