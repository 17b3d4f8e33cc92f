// `npm run size`: what a patron's browser loads, measured in Chromium against the bars. 1 KB = 1024 bytes of `gzip -9`.
// dist/es is bundled as an integrator would do it; one local server plays the page, the gateway and the identity provider.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_ARGS, findBrowser } from './browsers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APP = join(ROOT, '.cache', 'size');
const PAGES = join(APP, 'dist');
const DIST = join(ROOT, 'dist');
const SCRIPT = join(DIST, 'library-signup.js');
const KB = 1024;
/** Each answer waits this long, so that what follows what can be read from the clock. */
const LATENCY = 120;
const PATIENCE = 20_000;

/** Measured the same way. */
const PEERS = { firstScreen: 'aim 43 · Hanko 43.3 · floor of our libraries 26.5 · Descope 236 · Clerk 383 · Okta 477', requests: 'Descope 24' };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const config = (origin) => ({
  version: 1,
  library: {
    id: 'DK-710100',
    name: { da: 'Københavns Biblioteker', en: 'Copenhagen Libraries' },
    municipality: '101',
    userIds: ['cpr', 'card'],
    inactiveYears: 2,
  },
  gateway: { type: 'http', url: '/api/' },
  identity: {
    providers: {
      mitid: { adapter: 'mitid', broker: 'idura', issuer: origin, authorizationEndpoint: `${origin}/authorize`, clientId: 'size' },
    },
  },
  register: {
    audiences: [{ id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 }],
    terms: { version: '1', url: 'https://example.org/terms' },
  },
});

const SESSION = {
  token: 'size',
  expiresIn: 1200,
  person: { name: 'Test Testesen', age: 34, birthDate: '1992-03-14', hasCpr: true, municipality: { code: '101', name: 'København' } },
  patron: { status: 'none' },
};
const BRANCHES = {
  branches: [{ id: 'DK-710111', name: 'Hovedbiblioteket', address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' } }],
};
const REGISTRATION = { userId: { type: 'cpr', hint: '140392-••••' }, resident: true, card: 'health-card' };

const ANSWERS = {
  'POST /api/sessions': [201, SESSION],
  'GET /api/sessions/current': [200, SESSION],
  'DELETE /api/sessions/current': [204],
  'GET /api/branches': [200, BRANCHES],
  'POST /api/patrons': [201, REGISTRATION],
};

const page = (
  script,
) => `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>size</title><link rel="icon" href="data:,">${script}</head>
<body><library-signup config-src="/config.json"></library-signup></body></html>`;

/** The bundle of a page that does nothing but embed the element. */
async function bundle() {
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  writeFileSync(join(APP, 'index.html'), page('<script type="module" src="./main.js"></script>'));
  writeFileSync(join(APP, 'main.js'), `import ${JSON.stringify(join(ROOT, 'dist', 'es', 'define.js'))};\n`);
  await build({
    root: APP,
    configFile: false,
    logLevel: 'error',
    build: { outDir: PAGES, modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
  writeFileSync(join(PAGES, 'script.html'), page('<script src="/library-signup.js"></script>'));
  writeFileSync(join(PAGES, 'cdn.html'), page('<script type="module" src="/cdn/library-signup.js"></script>'));
}

/** Serves the page, its assets, the gateway and an identity provider that says yes. */
async function serve() {
  const assets = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const origin = `http://localhost:${server.address().port}`;
    const send = (status, body, type = 'application/json', headers = {}) => {
      setTimeout(() => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body), LATENCY);
    };
    const call = ANSWERS[`${request.method} ${url.pathname}`];
    if (call) return send(call[0], call[1] && JSON.stringify(call[1]));
    if (url.pathname === '/config.json') return send(200, JSON.stringify(config(origin)));
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri'));
      for (const [name, value] of Object.entries({ code: 'size', state: url.searchParams.get('state'), iss: origin }))
        back.searchParams.set(name, value);
      return send(302, '', 'text/plain', { Location: back.href });
    }
    const isBuilt = url.pathname === '/library-signup.js' || url.pathname.startsWith('/cdn/');
    const path = isBuilt ? join(DIST, normalize(url.pathname)) : join(PAGES, normalize(url.pathname === '/' ? '/index.html' : url.pathname));
    if (!existsSync(path)) return send(404, `Nothing at ${url.pathname}`, 'text/plain');
    const body = readFileSync(path);
    const type = extname(path);
    if (type === '.js' || type === '.css') assets.set(url.pathname, gzipSync(body, { level: 9 }).length);
    send(200, body, TYPES[type]);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { origin: `http://localhost:${server.address().port}`, assets, close: () => server.close() };
}

/** Notes in the page when each screen appeared; resource timing has the same clock. */
function watchSteps() {
  window.steps = {};
  const note = () => {
    const step = document.querySelector('library-signup')?.getAttribute('step');
    if (step) window.steps[step] ??= performance.now();
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['step'] });
}

const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0);

/** How many requests in a row had to wait for each other. */
function longestChain(requests) {
  const depths = [];
  for (const { start } of [...requests].sort((a, b) => a.start - b.start)) {
    const before = depths.filter(({ end }) => end <= start).map(({ depth }) => depth);
    depths.push({ depth: 1 + Math.max(0, ...before), end: start + LATENCY });
  }
  return Math.max(0, ...depths.map(({ depth }) => depth));
}

async function reach(tab, step) {
  await tab.waitForSelector(`library-signup[step="${step}"]`, { timeout: PATIENCE }).catch(async () => {
    const now = await tab
      .$eval('library-signup', (element) => `${element.getAttribute('step')}: ${element.shadowRoot?.textContent?.trim().slice(0, 300)}`)
      .catch(String);
    throw new Error(`${step} was not reached; the element shows ${now}`);
  });
}

async function openFirstScreen(tab, url) {
  await tab.addInitScript(watchSteps);
  await tab.goto(url);
  await reach(tab, 'register.identify');
  const before = await tab.evaluate(() => {
    const until = window.steps['register.identify'];
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime, name }) => startTime <= until && !name.startsWith('data:'))
      .map(({ name, startTime }) => ({ path: new URL(name).pathname, start: startTime }));
  });
  await tab.locator('library-signup [data-action=identify]').first().waitFor({ timeout: PATIENCE });
  return before;
}

async function register(tab) {
  await tab.locator('library-signup [data-action=identify]').first().click();
  await reach(tab, 'register.details');
  const field = (name) => tab.locator(`library-signup [name=${name}]`);
  await field('email').fill('test@example.org');
  await field('branch').click();
  await field('branch').pressSequentially('Hoved');
  await tab.locator(`library-signup [data-value="${BRANCHES.branches[0].id}"]`).click();
  await field('pin').fill('4071');
  await field('terms').check();
  await tab.locator('library-signup button[type=submit]').click();
  await reach(tab, 'register.done');
}

function row(name, figure, bar, unit, peers = '') {
  const text = (number) => (unit === 'KB' ? (number / KB).toFixed(1) : String(number));
  const mark = figure <= bar ? '✓' : '✗';
  return {
    ok: figure <= bar,
    line: `${mark} ${name.padEnd(44)} ${`${text(figure)} ${unit}`.padStart(10)}   bar ${`${text(bar)} ${unit}`.padStart(8)}   ${peers}`,
  };
}

/** Registers somebody on a page, and tells what was loaded until the first screen and in all. */
async function journey(browser, server, path) {
  const tab = await browser.newPage();
  server.assets.clear();
  const first = await openFirstScreen(tab, server.origin + path);
  const firstBytes = sum(first.map((request) => server.assets.get(request.path) ?? 0));
  await register(tab);
  const asked = first.map((request) => request.path);
  if (process.argv.includes('--chunks')) {
    console.log(path);
    for (const [asset, size] of [...server.assets].sort((a, b) => b[1] - a[1]))
      console.log(`  ${asked.includes(asset) ? 'first screen' : 'later       '} ${String(size).padStart(7)} B  ${asset}`);
  }
  const total = sum(server.assets.values());
  await tab.close();
  return { first, firstBytes, total };
}

async function measure() {
  await bundle();
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_ARGS, headless: true });
  try {
    const bundled = await journey(browser, server, '/');
    const modules = await journey(browser, server, '/cdn.html');
    const script = await journey(browser, server, '/script.html');
    const scriptBytes = gzipSync(readFileSync(SCRIPT), { level: 9 }).length;
    return [
      row('JavaScript + CSS until the first screen', bundled.firstBytes, 45 * KB, 'KB', PEERS.firstScreen),
      row('the whole register journey', bundled.total, 62 * KB, 'KB'),
      row('first screen from dist/cdn', modules.firstBytes, 46 * KB, 'KB'),
      row('the whole journey from dist/cdn', modules.total, 64 * KB, 'KB'),
      row('the one-file script', scriptBytes, 88 * KB, 'KB'),
      ...[
        ['', bundled],
        [', dist/cdn', modules],
        [', one file', script],
      ].flatMap(([name, { first }]) => [
        row(`requests until the first screen${name}`, first.length, 4, '', PEERS.requests),
        row(`… of which one waits for the other${name}`, longestChain(first), 2, ''),
      ]),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

if (!existsSync(SCRIPT)) throw new Error('dist is not there: npm run build');
console.log('Sizes in KB of 1024 bytes, gzip -9, as loaded by Chromium');
const rows = await measure();
for (const { line } of rows) console.log(line.trimEnd());
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
process.exit();
