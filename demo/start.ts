import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { startBroker } from '../mocks/broker/broker.js';
import type { Broker } from '../mocks/broker/broker.js';
import { auLibrary, copenhagen as copenhagenLibrary } from '../mocks/libraries.js';
import { createMockLibrary } from '../mocks/library.js';
import { personas } from '../mocks/personas.js';
import { freePort } from './free-port.js';
import { demoPages, RETURN_PATHS, type DemoEnvironment } from './demo-pages.js';
import { startGateway } from './gateway/gateway.js';
import type { Gateway } from './gateway/gateway.js';
import { openKeptSystem, type KeptSystemName } from './gateway/kept-system.js';
import { hostPages } from './host/host-pages.js';
import { canOpenBrowser, openBrowser } from './open-browser.js';
import { sitePages } from './site/site-pages.js';

export interface DemoOptions {
  /** 0 takes any free one; else the next free one from there on. */
  pagePort?: number;
  brokerPort?: number;
  gatewayPort?: number;
  /** Further paths on the page's origin that logins may come back to. */
  returnPaths?: readonly string[];
  /** What Copenhagen's gateway keeps over restarts, in a folder of each gateway's own. By default everything is in memory. */
  keep?: { readonly system: KeptSystemName; readonly folder: string; readonly isFresh?: boolean };
  logLevel?: 'info' | 'warn' | 'error' | 'silent';
  /** Serves the pages; by default Vite, from source. */
  servePages?: (environment: DemoEnvironment, port: number) => Promise<{ close(): Promise<void> }>;
}

export interface Demo {
  /** The page to open. */
  url: string;
  brokerUrl: string;
  gatewayUrl: string;
  /** For tests: make it misbehave, look at what the library system holds. */
  broker: Broker;
  gateway: Gateway;
  close(): Promise<void>;
}

const MITID_CLIENT = 'library-signup-demo';
const AU_CLIENT = 'library-signup-demo-au';
const HOST = 'library-signup-demo-catalogue';
const WAYF_CLIENT = 'library-signup-demo-wayf';

const serveFromSource =
  (logLevel: NonNullable<DemoOptions['logLevel']>) =>
  async (environment: DemoEnvironment, port: number): Promise<ViteDevServer> => {
    const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
    const vite = await createServer({
      root: fileURLToPath(new URL('..', import.meta.url)),
      configFile: existsSync(configFile) && configFile,
      appType: 'mpa',
      logLevel,
      clearScreen: false,
      plugins: [hostPages({ gateway: environment.gateway, ...environment.host }), demoPages(environment), sitePages()],
      server: {
        host: 'localhost',
        port,
        strictPort: true,
        open: false,
        // What checks and builds write is nothing to reload for.
        watch: { ignored: ['**/.cache/**', '**/dist/**'] },
      },
    });
    return vite.listen();
  };

/** Starts the library's page, the broker and the gateway, each on an origin of its own. */
export async function startDemo({
  pagePort = 5173,
  brokerPort = 5174,
  gatewayPort = 5175,
  returnPaths = [],
  keep,
  logLevel = 'warn',
  servePages,
}: DemoOptions = {}): Promise<Demo> {
  const atPage = await freePort(pagePort);
  const atBroker = await freePort(brokerPort, [atPage]);
  const atGateway = await freePort(gatewayPort, [atPage, atBroker]);
  // Another name than the servers': to the browser, broker and gateway are other sites, as they are in real life.
  const page = `http://localhost:${atPage}`;
  const redirectUris = [...RETURN_PATHS, ...returnPaths].map((path) => page + path);
  const secret = (): string => randomBytes(32).toString('base64url');
  const secrets = { mitid: secret(), au: secret(), wayf: secret(), host: secret() };

  const broker = await startBroker({
    port: atBroker,
    personas,
    controlOrigins: [page],
    clients: [
      { id: MITID_CLIENT, secret: secrets.mitid, name: 'Københavns Biblioteker (demo)', redirectUris, kind: 'mitid' },
      { id: AU_CLIENT, secret: secrets.au, name: 'AU Library (demo)', redirectUris, kind: 'mitid' },
      { id: WAYF_CLIENT, secret: secrets.wayf, name: 'AU Library (demo)', redirectUris, kind: 'wayf' },
    ],
  });
  const { issuer } = broker;
  const parameters = { acr_values: 'urn:grn:authn:dk:mitid:substantial' };
  const copenhagen = { issuer, clientId: MITID_CLIENT, clientSecret: secrets.mitid };
  const pageUrl = `${page}/demo/recover.html`;
  // By the port, as no two gateways have the same.
  const folder = keep && join(keep.folder, `${keep.system}-${atGateway}`);
  if (folder !== undefined && keep?.isFresh) rmSync(folder, { recursive: true, force: true });
  const kept = keep && folder !== undefined ? await openKeptSystem(folder, keep.system, { ...copenhagenLibrary, pageUrl }) : undefined;
  const gateway = await startGateway({
    port: atGateway,
    allowedOrigins: [page],
    redirectUris,
    // NemID is played for old times' sake, UNI-Login as the example of a provider that the package does not bring.
    providers: { mitid: { ...copenhagen, parameters, level: 'substantial' }, nemid: copenhagen, unilogin: copenhagen },
    // Mailed links lead to the page that is running.
    createLibrary: (ports) =>
      createMockLibrary({ ...ports, hosts: { [HOST]: secrets.host }, library: { pageUrl }, ...(kept && { behind: kept }) }),
    others: {
      au: {
        providers: {
          mitid: { issuer, clientId: AU_CLIENT, clientSecret: secrets.au, parameters, level: 'substantial' },
          wayf: { issuer, clientId: WAYF_CLIENT, clientSecret: secrets.wayf, homeOrganization: 'au.dk' },
          unilogin: { issuer, clientId: AU_CLIENT, clientSecret: secrets.au },
        },
        createLibrary: (ports) => createMockLibrary({ ...ports, library: { ...auLibrary, pageUrl: `${page}/demo/au-recover.html` } }),
      },
    },
  });

  for (const mail of (await kept?.earlierMails()) ?? []) await gateway.library.deliver(mail);
  kept?.start(gateway.library.deliver);

  const environment = { page, broker: broker.issuer, gateway: gateway.url, host: { clientId: HOST, clientSecret: secrets.host } };
  const pages = await (servePages ?? serveFromSource(logLevel))(environment, atPage);

  return {
    url: `${page}/demo/`,
    brokerUrl: broker.issuer,
    gatewayUrl: gateway.url,
    broker,
    gateway,
    async close() {
      await Promise.all([pages.close(), gateway.close(), broker.close()]);
      await kept?.close();
    },
  };
}

/** Where `npm start` keeps what the gateway knows. */
const KEPT = fileURLToPath(new URL('../.cache/demo', import.meta.url));

/** What `npm start` was asked for. Somebody who sits in front of it finds what there was the last time; scripts and tests begin afresh. */
function readOptions(): DemoOptions {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', default: process.stdout.isTTY ? 'postgres' : 'memory' },
      fresh: { type: 'boolean', default: false },
      'no-open': { type: 'boolean' },
    },
  });
  const { system, fresh: isFresh } = values;
  if (system !== 'memory' && system !== 'postgres' && system !== 'fbs') throw new Error('--system: write memory, postgres or fbs');
  const port = Number(process.env.PORT);
  return {
    ...(Number.isInteger(port) && port > 0 && { pagePort: port }),
    ...(system !== 'memory' && { keep: { system, folder: KEPT, isFresh } }),
  };
}

const SYSTEMS = { memory: 'in memory', postgres: `in PostgreSQL, kept in ${KEPT}`, fbs: `in a simulated FBS, kept in ${KEPT}` };

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const options = readOptions();
  const demo = await startDemo(options);
  console.log(`
  Libraries      ${demo.url}  (Copenhagen) · ${demo.url}au.html  (AU Library)
  Catalogue      ${demo.url}login.html  (logs in, and is told of it by a back end of its own)
  Broker         ${demo.brokerUrl}  (plays MitID and WAYF, with test persons)
  Gateway        ${demo.gatewayUrl}  (redeems the login; Copenhagen's patrons are ${SYSTEMS[options.keep?.system ?? 'memory']})

  npm start -- --system fbs puts FBS behind it, --fresh forgets what was kept. Ctrl-C ends all three.
`);
  if (canOpenBrowser()) openBrowser(demo.url);
  const end = (): void => {
    // Ctrl-C comes twice when a parent process passes it on. Whatever does not close in time is dropped.
    setTimeout(() => process.exit(0), 3000).unref();
    void demo.close().finally(() => process.exit(0));
  };
  process
    .once('SIGINT', end)
    .once('SIGTERM', end)
    .on('SIGINT', () => undefined);
}
