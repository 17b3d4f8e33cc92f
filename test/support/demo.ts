import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { fillIn, type DemoEnvironment } from '../../demo/demo-pages.js';
import { answerAsHost } from '../../demo/host/host-pages.js';
import { startDemo, type Demo } from '../../demo/start.js';

const DEMO = fileURLToPath(new URL('../../demo', import.meta.url));
const WORKER = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The demo's pages as `npm start` has them, but bundled once: from source each page is a hundred requests, half of a journey's processor time. From
 * source they are tried in npm-start.test.ts.
 */
async function servePages(environment: DemoEnvironment, port: number): Promise<{ close(): Promise<void> }> {
  const { output } = (await build({
    configFile: join(DEMO, 'vite.config.ts'),
    logLevel: 'error',
    define: { 'import.meta.env.PROD': 'false' },
    build: { write: false, minify: false, reportCompressedSize: false },
  })) as Rolldown.RolldownOutput;
  const built = new Map(output.map((file) => [`/demo/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
  const contentOf = async (path: string): Promise<string | Uint8Array | undefined> => {
    if (path === '/mockServiceWorker.js') return readFile(WORKER);
    if (path.startsWith('/demo/libraries/')) return fillIn(await readFile(join(DEMO, path.slice(6)), 'utf8'), environment);
    return built.get(path);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', environment.page);
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const asHost = answerAsHost(request, response, {
      credentials: { gateway: environment.gateway, ...environment.host },
      render: async (url) => String(built.get(url)),
    });
    const answer = async (): Promise<unknown> => ((await asHost) ? response : contentOf(path));
    answer().then(
      (content) => {
        if (content === response) return undefined;
        if (content === undefined) return response.writeHead(404).end();
        const headers = {
          'Content-Type': TYPES[extname(path)] ?? 'text/plain',
          'Cache-Control': 'no-store',
          'Service-Worker-Allowed': '/',
        };
        return response.writeHead(200, headers).end(content as string | Uint8Array);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

let opened: Promise<Demo> | undefined;

/** One for all journeys of this process, as it was when it started. It goes when the last test has ended. */
export async function openDemo(): Promise<Demo> {
  opened ??= startDemo({ pagePort: 0, brokerPort: 0, gatewayPort: 0, logLevel: 'error', servePages });
  const demo = await opened;
  demo.gateway.library.reset();
  demo.gateway.others.au?.reset();
  return demo;
}
after(async () => (await opened)?.close());
