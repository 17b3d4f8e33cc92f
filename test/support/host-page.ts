import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Gateway } from '../../demo/gateway/gateway.js';
import type { Broker } from '../../mocks/broker/broker.js';
import { startHostServices } from './host-services.js';
import { PAGE_SCRIPTS } from './page-scripts.js';

const read = (path: string): Promise<Buffer> => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
const ONE = '<library-signup config-src="/config.json"></library-signup>';
const SCRIPT = '<script src="/library-signup.js" defer></script>';

/** Pages of a library that embeds what is shipped, each with what makes it hard. */
const PAGES: Readonly<Record<string, string>> = {
  '/register': SCRIPT + ONE,
  '/popup': `${SCRIPT}<library-signup config-src="/config.json?mode=popup"></library-signup>`,
  '/public-popup': `${SCRIPT}<library-signup config-src="/config.json?mode=popup" public-computer></library-signup>`,
  '/public': `${SCRIPT}<library-signup config-src="/config.json" public-computer></library-signup>`,
  '/twice': `${SCRIPT}<script type="module" src="/library-signup.js?again"></script>${ONE}`,
  '/beside-lit': `<script src="/other-lit.js" defer></script>${SCRIPT}<other-lit></other-lit>${ONE}`,
  '/two': `${SCRIPT}<library-signup id="one" config-src="/config.json"></library-signup><library-signup id="two" config-src="/config.json"></library-signup>`,
  '/old-encoding': SCRIPT + ONE,
  '/elsewhere': '<p>Elsewhere</p>',
  // Behind these no policy stands, as such scripts know nothing of one.
  ...Object.fromEntries(
    Object.keys(PAGE_SCRIPTS).map((name) => [`/beside/${name}`, `<script src="/beside/${name}.js"></script>${SCRIPT}${ONE}`]),
  ),
};
export type HostPath =
  | '/register'
  | '/popup'
  | '/public'
  | '/public-popup'
  | '/twice'
  | '/beside-lit'
  | '/two'
  | '/old-encoding'
  | '/elsewhere'
  | `/beside/${string}`;

const pageOf = (body: string, encoding = 'utf-8'): string =>
  `<!doctype html><html lang="da"><head><meta charset="${encoding}"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>Library</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css"></head><body>` +
  `<h1>Library</h1><main>${body}</main><p id="below">Below</p></body></html>`;

/** A second copy of Lit, as another component of the page would bring it. */
async function otherLit(): Promise<string> {
  const contents = `import { LitElement, html } from 'lit';
    customElements.define('other-lit', class extends LitElement { render() { return html\`<p>\${'Other'}</p>\`; } });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

export interface HostPage {
  readonly origin: string;
  readonly broker: Broker;
  readonly gateway: Gateway;
  url(path?: HostPath): string;
  close(): Promise<void>;
}

/**
 * A library's page under a strict Content-Security-Policy, with the one-file script that is shipped, before the demo's own broker and gateway. Everything
 * is new each time, so that journeys can run beside each other.
 */
export async function startHostPage(): Promise<HostPage> {
  const { server, origin, broker, gateway, ...services } = await startHostServices([...Object.keys(PAGES), '/callback.html']);

  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    `connect-src 'self' ${new URL(gateway.url).origin}`,
  ].join('; ');
  const config = async (mode: string | null): Promise<string> => {
    // One audience, so that the first screen is the login; the demo's own pages have the others.
    const { register, ...rest } = await services.config();
    const adult = JSON.stringify({ ...rest, register: { ...register, audiences: register.audiences.filter(({ id }) => id === 'adult') } });
    return mode === 'popup' ? adult.replace('"mode":"redirect"', '"mode":"popup"') : adult;
  };
  const answers: Readonly<Record<string, (query: URLSearchParams) => Promise<readonly [type: string, body: string | Buffer]>>> = {
    '/config.json': async (query) => ['application/json', await config(query.get('mode'))],
    '/library-signup.js': async () => ['text/javascript', await read('dist/library-signup.js')],
    '/callback.html': async () => ['text/html; charset=utf-8', await read('dist/callback.html')],
    '/callback.js': async () => ['text/javascript', await read('dist/callback.js')],
    '/other-lit.js': async () => ['text/javascript', await otherLit()],
    '/icon.svg': async () => ['image/svg+xml', await read('demo/icon.svg')],
    ...Object.fromEntries(
      Object.entries(PAGE_SCRIPTS).map(([name, read]) => [`/beside/${name}.js`, async () => ['text/javascript', await read()] as const]),
    ),
    '/page.css': async () => ['text/css', 'body { font: 16px sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; }'],
  };
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const page = PAGES[pathname];
    const answer =
      page === undefined
        ? answers[pathname]?.(searchParams)
        : Promise.resolve(
            pathname === '/old-encoding'
              ? (['text/html', pageOf(page, 'iso-8859-1')] as const)
              : (['text/html; charset=utf-8', pageOf(page)] as const),
          );
    if (!answer) return void response.writeHead(404).end();
    answer.then(
      ([type, body]) =>
        void response
          .writeHead(200, { 'Content-Type': type, ...(pathname.startsWith('/beside/') ? {} : { 'Content-Security-Policy': policy }) })
          .end(body),
      (error: unknown) => void response.writeHead(500).end(String(error)),
    );
  });

  return {
    origin,
    broker,
    gateway,
    url: (path = '/register') => origin + path,
    close: () => services.close(),
  };
}
