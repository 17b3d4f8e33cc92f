import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fillIn } from '../../demo/demo-pages.js';
import { freePort } from '../../demo/free-port.js';
import { canOpenBrowser } from '../../demo/open-browser.js';
import { startDemo } from '../../demo/start.js';
import type { Demo } from '../../demo/start.js';

describe('starting the demo', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo({ pagePort: 0, brokerPort: 0, gatewayPort: 0, logLevel: 'silent' });
  });
  after(() => demo.close());

  it('puts page, broker and gateway on origins of their own, the last two on another site than the page', () => {
    const [page, broker, gateway] = [demo.url, demo.brokerUrl, demo.gatewayUrl].map((url) => new URL(url));
    assert.equal(page?.hostname, 'localhost');
    assert.equal(broker?.hostname, '127.0.0.1');
    assert.equal(gateway?.hostname, '127.0.0.1');
    assert.equal(new Set([page?.port, broker?.port, gateway?.port]).size, 3);
  });

  it('tells the library’s configuration where broker and gateway are', async () => {
    const config = (await (await fetch(new URL('libraries/copenhagen.json', demo.url))).json()) as {
      gateway: { url: string };
      identity: { providers: { mitid: { issuer: string; authorizationEndpoint: string; clientId: string } } };
    };
    assert.equal(config.gateway.url, demo.gatewayUrl);
    const { mitid } = config.identity.providers;
    assert.equal(mitid.issuer, demo.brokerUrl);
    const discovery = (await (await fetch(`${demo.brokerUrl}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    assert.equal(mitid.authorizationEndpoint, discovery.authorization_endpoint);
  });

  it('gives each library a system of its own, behind one gateway', async () => {
    const { gateway, identity } = (await (await fetch(new URL('libraries/au.json', demo.url))).json()) as {
      gateway: { url: string };
      identity: { providers: { wayf: { issuer: string } } };
    };
    assert.equal(gateway.url, new URL('/au/signup-api/', demo.gatewayUrl).href);
    assert.equal(identity.providers.wayf.issuer, demo.brokerUrl);
    const names = async (base: string): Promise<string[]> => {
      const { branches } = (await (await fetch(new URL('branches', base))).json()) as { branches: { name: string }[] };
      return branches.map(({ name }) => name);
    };
    assert.match((await names(gateway.url)).join(), /AU Library/);
    assert.doesNotMatch((await names(demo.gatewayUrl)).join(), /AU Library/);
    assert.equal((await fetch(new URL('../_demo/mails', gateway.url))).status, 200);
  });

  it('mails links to a page with the element, of the library that sends them', async () => {
    const mailed = async (base: string, email: string): Promise<string | undefined> => {
      await fetch(new URL('pin-resets', base), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      const mails = (await (await fetch(new URL('../_demo/mails', base))).json()) as { link?: string }[];
      return mails.at(-1)?.link;
    };
    for (const [base, email, page] of [
      [demo.gatewayUrl, 'gorm@post.example', 'recover.html'],
      [new URL('/au/signup-api/', demo.gatewayUrl).href, 'laura@post.au.example', 'au-recover.html'],
    ] as const) {
      const link = new URL((await mailed(base, email)) ?? '');
      assert.equal(link.origin + link.pathname, new URL(page, demo.url).href);
      assert.ok(new URLSearchParams(link.hash.slice(1)).get('pin-reset'));
      assert.match(await (await fetch(link)).text(), /<library-signup flow="recover"/);
    }
  });

  it('puts the site around the tag of each page, and each has what an integrator adds', async () => {
    for (const [page, title] of [
      ['', 'Bliv låner'],
      ['recover.html', 'Jeg har glemt …'],
      ['au.html', 'Bliv bruger'],
      ['au-recover.html', 'Jeg har glemt …'],
    ] as const) {
      const text = await (await fetch(new URL(page, demo.url))).text();
      assert.match(text, new RegExp(`<h1 data-text="title">${title}</h1>`));
      assert.match(text, /<script type="module" src="[^"]*define\.ts"/);
      assert.match(text, /<library-signup [^>]*config-src="libraries\/\w+\.json"/);
      assert.doesNotMatch(text, /\{\{|undefined/);
    }
  });

  it('leads from / to the demo', async () => {
    const answer = await fetch(new URL('/', demo.url), { redirect: 'manual' });
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('Location'), '/demo/');
    assert.equal((await fetch(demo.url)).status, 200);
  });

  it('lets the page call the gateway', async () => {
    const { origin } = new URL(demo.url);
    const answer = await fetch(new URL('branches', demo.gatewayUrl), { headers: { Origin: origin } });
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(answer.status, 200);
  });
});

describe('the parts of starting', () => {
  it('takes the next port when the wanted one is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const taken = typeof address === 'object' && address ? address.port : 0;
    const found = await freePort(taken);
    assert.ok(found > taken);
    assert.notEqual(await freePort(taken, [found]), found);
    await new Promise((resolve) => server.close(resolve));
  });

  it('fills in addresses with one slash, however the configuration writes them', () => {
    const where = { page: 'http://localhost:1', broker: 'http://127.0.0.1:2', gateway: 'http://127.0.0.1:3/signup-api/' };
    assert.equal(
      fillIn('__GATEWAY__ __GATEWAY__/ __BROKER__/auth __PAGE__/demo/', where),
      `${where.gateway} ${where.gateway} ${where.broker}/auth ${where.page}/demo/`,
    );
  });

  it('opens no browser in CI or when told not to', () => {
    const env = { DISPLAY: ':0' };
    assert.equal(canOpenBrowser(['node', 'start', '--no-open'], env), false);
    assert.equal(canOpenBrowser([], { ...env, CI: 'true' }), false);
    assert.equal(canOpenBrowser([], { ...env, BROWSER: 'none' }), false);
  });
});
