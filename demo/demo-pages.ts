import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Pages of the demo that logins may come back to. The broker compares them exactly, as a real one would. */
export const RETURN_PATHS = [
  '/demo/',
  '/demo/index.html',
  '/demo/au.html',
  '/demo/recover.html',
  '/demo/au-recover.html',
  '/demo/login.html',
  '/demo/callback.html',
  '/dist/callback.html',
  '/callback.html',
];

export interface DemoEnvironment {
  /** Origin of the library's page. */
  page: string;
  /** Issuer of the broker. */
  broker: string;
  /** Base of the gateway's calls, with a slash at the end. */
  gateway: string;
  /** Of the host whose back end redeems logins, at the first library's gateway. */
  host: { clientId: string; clientSecret: string };
}

/**
 * Puts the addresses of the running servers in the place of `__PAGE__`, `__BROKER__`, `__GATEWAY_ORIGIN__` and `__GATEWAY__`, the base of the
 * first library's calls (which takes the slash after it along).
 */
export function fillIn(text: string, { page, broker, gateway }: Pick<DemoEnvironment, 'page' | 'broker' | 'gateway'>): string {
  return text
    .replace(/__GATEWAY__\/?/g, gateway)
    .replaceAll('__GATEWAY_ORIGIN__', new URL(gateway).origin)
    .replaceAll('__BROKER__', broker)
    .replaceAll('__PAGE__', page);
}

const MSW_WORKER = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Serves the libraries' configurations with the addresses filled in, and MSW's worker, and leads from `/` to the demo. */
export function demoPages(environment: DemoEnvironment): Plugin {
  return {
    name: 'library-signup-demo',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', environment.page);
        if (pathname === '/') {
          response.writeHead(302, { Location: '/demo/' }).end();
          return;
        }
        if (pathname === '/mockServiceWorker.js') {
          readFile(MSW_WORKER).then((script) => void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script), next);
          return;
        }
        const library = /^\/demo\/(libraries\/[\w-]+\.json)$/.exec(pathname)?.[1];
        if (library === undefined) return next();
        readFile(fileURLToPath(new URL(library, import.meta.url)), 'utf8').then(
          (text) =>
            void response
              .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
              .end(fillIn(text, environment)),
          () => next(),
        );
      });
    },
  };
}
