// `npm run size`: what a patron's browser loads, measured in Chromium against the bars. 1 KB = 1024 bytes of `gzip -9`.
// Three pages embed the element: one bundled by Vite from dist/es, as an integrator does it, one with dist/cdn by a module script, and one with the
// one-file script. One local server plays the pages, the gateway and the identity provider. `--chunks` names every file.
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
const KB = 1024;
/** Each answer waits this long, so that what follows what can be read from the clock. */
const LATENCY = 120;
const PATIENCE = 20_000;

/** docs/decisions/size-bars.md says where they come from. */
const BARS = {
  bundled: { first: 45, journey: 62 },
  cdn: { first: 46, journey: 64 },
  script: { first: 88 },
  requests: 4,
  chain: 2,
};
/** Measured in the same way. */
const PEERS = { first: 'Hanko 43.3 · floor of our libraries 26.5 · Descope 236 · Clerk 383 · Okta 477', requests: 'Descope 24' };
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

/** The pages, by their address. `bundled` is what Vite makes of a page that does nothing but embed the element. */
async function makePages() {
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  writeFileSync(join(APP, 'index.html'), page('<script type="module" src="./main.js"></script>'));
  writeFileSync(join(APP, 'main.js'), `import ${JSON.stringify(join(DIST, 'es', 'define.js'))};\n`);
  await build({
    root: APP,
    configFile: false,
    logLevel: 'error',
    build: { outDir: PAGES, modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
  writeFileSync(join(PAGES, 'cdn.html'), page('<script type="module" src="/dist/cdn/library-signup.js"></script>'));
  writeFileSync(join(PAGES, 'script.html'), page('<script src="/dist/library-signup.js"></script>'));
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
    const name = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    const path = name.startsWith('/dist/') ? join(ROOT, name) : join(PAGES, name);
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
  const text = unit === 'KB' ? figure.toFixed(1) : String(figure);
  const isMet = figure <= bar;
  const line = `${isMet ? '✓' : '✗'} ${name.padEnd(48)} ${`${text} ${unit}`.padStart(8)}   bar ${`${bar} ${unit}`.padStart(5)}   ${peers}`;
  return { isMet, line: line.trimEnd() };
}

/** What a page loads until its first screen, and until the patron is registered. */
async function visit(browser, server, path) {
  server.assets.clear();
  const context = await browser.newContext();
  const tab = await context.newPage();
  const requests = await openFirstScreen(tab, server.origin + path);
  const early = new Set(requests.map((request) => request.path));
  const first = sum([...early].map((name) => server.assets.get(name) ?? 0)) / KB;
  await register(tab);
  if (process.argv.includes('--chunks')) {
    console.log(path);
    for (const [name, size] of [...server.assets].sort((a, b) => b[1] - a[1]))
      console.log(`  ${early.has(name) ? 'first screen' : 'later       '} ${String(size).padStart(7)} B  ${name}`);
  }
  await context.close();
  return { first, journey: sum(server.assets.values()) / KB, requests: requests.length, chain: longestChain(requests) };
}

async function measure() {
  await makePages();
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_ARGS, headless: true });
  try {
    const bundled = await visit(browser, server, '/');
    const cdn = await visit(browser, server, '/cdn.html');
    const script = await visit(browser, server, '/script.html');
    return [
      row('bundled: JavaScript + CSS until the first screen', bundled.first, BARS.bundled.first, 'KB', PEERS.first),
      row('bundled: the whole register journey', bundled.journey, BARS.bundled.journey, 'KB'),
      row('bundled: requests until the first screen', bundled.requests, BARS.requests, '', PEERS.requests),
      row('bundled: … the longest chain of them', bundled.chain, BARS.chain, ''),
      row('dist/cdn: until the first screen', cdn.first, BARS.cdn.first, 'KB'),
      row('dist/cdn: the whole register journey', cdn.journey, BARS.cdn.journey, 'KB'),
      row('dist/cdn: requests until the first screen', cdn.requests, BARS.requests, ''),
      row('dist/cdn: … the longest chain of them', cdn.chain, BARS.chain, ''),
      row('one-file script: everything', script.first, BARS.script.first, 'KB'),
      row('one-file script: requests until the first screen', script.requests, BARS.requests, ''),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

if (!existsSync(DIST)) throw new Error('dist is not there: npm run build');
console.log('Sizes in KB of 1024 bytes, gzip -9, as loaded by Chromium');
const rows = await measure();
for (const { line } of rows) console.log(line);
if (rows.some(({ isMet }) => !isMet)) process.exitCode = 1;
process.exit();
