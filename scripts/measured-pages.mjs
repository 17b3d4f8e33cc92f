// What measurements share: pages that embed the element, a server that plays the gateway and the identity provider, and the way through a registration.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APP = join(ROOT, '.cache', 'pages');
const PAGES = join(APP, 'dist');
export const DIST = join(ROOT, 'dist');
const PATIENCE = 20_000;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

export const config = (origin) => ({
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
  login: {},
});

const SESSION = {
  token: 'size',
  expiresIn: 1200,
  person: { name: 'Test Testesen', age: 34, birthDate: '1992-03-14', hasCpr: true, municipality: { code: '101', name: 'København' } },
  patron: { status: 'none' },
};
export const BRANCHES = {
  branches: [{ id: 'DK-710111', name: 'Hovedbiblioteket', address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' } }],
};
const REGISTRATION = { userId: { type: 'cpr', hint: '140392-••••' }, resident: true, card: 'health-card' };

const ANSWERS = {
  'POST /api/sessions': [201, SESSION],
  'GET /api/sessions/current': [200, SESSION],
  'DELETE /api/sessions/current': [204],
  'POST /api/patrons': [201, REGISTRATION],
  'GET /api/libraries': [200, { libraries: [] }],
};

export const page = (
  script,
) => `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>size</title><link rel="icon" href="data:,">${script}</head>
<body><library-signup config-src="/config.json"></library-signup></body></html>`;

/** Empties the folder of the pages. */
export function clearPages() {
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
}

/** What Vite makes of a page with one script, as integrators do it. */
export async function bundlePage(name, script, html = page(`<script type="module" src="./${name}.js"></script>`)) {
  writeFileSync(join(APP, `${name}.html`), html);
  writeFileSync(join(APP, `${name}.js`), script);
  await build({
    root: APP,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: PAGES,
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: join(APP, `${name}.html`) },
    },
  });
}

/** A page as it is. */
export function writePage(name, html) {
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(join(PAGES, `${name}.html`), html);
}

/**
 * Serves the pages, the package in `dist`, the gateway and an identity provider that says yes. Each answer waits for `latency` milliseconds. `assets`: the
 * size of each script that was loaded, in bytes of `gzip -9`.
 */
export async function serve({ dist = DIST, latency = 0, branches = BRANCHES } = {}) {
  const assets = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const origin = `http://localhost:${server.address().port}`;
    const send = (status, body, type = 'application/json', headers = {}) => {
      setTimeout(() => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body), latency);
    };
    const call = url.pathname === '/api/branches' ? [200, branches] : ANSWERS[`${request.method} ${url.pathname}`];
    if (call) return send(call[0], call[1] && JSON.stringify(call[1]));
    if (url.pathname === '/config.json') return send(200, JSON.stringify(config(origin)));
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri'));
      for (const [name, value] of Object.entries({ code: 'size', state: url.searchParams.get('state'), iss: origin }))
        back.searchParams.set(name, value);
      return send(302, '', 'text/plain', { Location: back.href });
    }
    const name = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    const path = name.startsWith('/dist/') ? join(dist, name.slice(6)) : join(PAGES, name);
    if (!existsSync(path)) return send(404, `Nothing at ${url.pathname}`, 'text/plain');
    const body = readFileSync(path);
    const type = extname(path);
    if (type === '.js' || type === '.css') assets.set(url.pathname, gzipSync(body, { level: 9 }).length);
    send(200, body, TYPES[type]);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { origin: `http://localhost:${server.address().port}`, assets, close: () => server.close() };
}

/** Waits until the element shows the screen. */
export async function reach(tab, step) {
  await tab.waitForSelector(`library-signup[step="${step}"]`, { timeout: PATIENCE }).catch(async () => {
    const now = await tab
      .$eval('library-signup', (element) => `${element.getAttribute('step')}: ${element.shadowRoot?.textContent?.trim().slice(0, 300)}`)
      .catch(String);
    throw new Error(`${step} was not reached; the element shows ${now}`);
  });
}

/** Waits until the button to the provider can be pressed. */
export async function firstScreen(tab) {
  await reach(tab, 'register.identify');
  await tab.locator('library-signup [data-action=identify]').first().waitFor({ timeout: PATIENCE });
}

/** From the first screen to the last. `onDetails` is done on the form before it is filled in. */
export async function register(tab, onDetails = async () => {}) {
  await tab.locator('library-signup [data-action=identify]').first().click();
  await reach(tab, 'register.details');
  await onDetails();
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
