import { Counter, Histogram, Registry } from 'prom-client';
import pino from 'pino';
import { createGateway } from './gateway.js';
import type { GatewayConfiguration } from './configuration.js';
import { createLoginBibDkBroker } from './brokers/login-bib-dk.js';
import { createOpenIdBroker } from './brokers/openid.js';
import { createSeveralBrokers } from './brokers/several.js';
import { createFbsLibrarySystem } from './fbs/fbs-library-system.js';
import { createSmtpDelivery } from './mail/smtp.js';
import { serve, type NodeServer } from './node.js';
import type { Broker, LibrarySystem, Log } from './ports.js';
import { openEmbedded, openPostgres, type GatewayDatabase } from './postgres/database.js';
import { createOutbox } from './postgres/outbox.js';
import { createPostgresLibrarySystem } from './postgres/patrons.js';
import { createPostgresStore } from './postgres/postgres-store.js';
import { createSealer, type Sealer } from './postgres/sealed.js';

export interface RunningGateway {
  /** Base of the contract's calls. */
  readonly url: string;
  readonly server: NodeServer;
  readonly database: GatewayDatabase;
  /** Takes no more requests, answers those that run, and lets the mail under way go out. */
  stop(): Promise<void>;
}

const PURGE_EVERY = 600_000;
/** Milliseconds between two looks for what an instance that has ended has left undone. */
const TASKS_EVERY = 15_000;

/** JSON lines. Nothing personal is ever handed to it; what would be by mistake is left out. */
function createLog(write?: (line: string) => void): Log {
  const options = { base: null, redact: ['cpr', 'pin', 'token', 'email', 'authorization'].flatMap((name) => [name, `*.${name}`]) };
  const logger = write ? pino(options, { write }) : pino(options);
  return { info: (event, facts = {}) => logger.info({ event, ...facts }), error: (event, facts = {}) => logger.error({ event, ...facts }) };
}

function brokerOf({ providers, redirectUris }: GatewayConfiguration): Broker {
  return createSeveralBrokers(
    Object.fromEntries(
      Object.entries(providers).map(([name, provider]) => {
        if (provider.kind === 'login.bib.dk') return [name, createLoginBibDkBroker({ ...provider, provider: name, redirectUris })];
        const { kind: _kind, ...facts } = provider;
        return [name, createOpenIdBroker({ providers: { [name]: facts }, redirectUris })];
      }),
    ),
  );
}

function librarySystemOf({ librarySystem }: GatewayConfiguration, database: GatewayDatabase, sealer: Sealer): LibrarySystem {
  if (librarySystem.kind === 'postgres') return createPostgresLibrarySystem(database, sealer, { branches: librarySystem.branches });
  const { kind: _kind, ...options } = librarySystem;
  return createFbsLibrarySystem(options);
}

/** Counts, for Prometheus: calls by name and status, and how long they took. */
function createMetrics() {
  const registry = new Registry();
  const calls = new Counter({
    name: 'signup_calls_total',
    help: 'Calls of the contract',
    labelNames: ['call', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    ...{ name: 'signup_call_seconds', help: 'How long calls took', labelNames: ['call'], registers: [registry] },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  return {
    note: (facts: Readonly<Record<string, string | number | boolean>>) => {
      const { call = '', status = 0, milliseconds = 0 } = facts;
      calls.inc({ call: String(call), status: String(status) });
      seconds.observe({ call: String(call) }, Number(milliseconds) / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Starts a gateway by its configuration: the contract's calls, `/health/live`, `/health/ready` and `/metrics`. */
export async function runGateway(
  configuration: GatewayConfiguration,
  { writeLog }: { writeLog?: (line: string) => void } = {},
): Promise<RunningGateway> {
  const { store: storeOptions, secret, library, basePath, allowedOrigins, hosts, host, port, mail: smtp } = configuration;
  const logger = createLog(writeLog);
  const metrics = createMetrics();
  const log: Log = {
    info: (event, facts) => {
      if (event === 'call' && facts) metrics.note(facts);
      logger.info(event, facts);
    },
    error: logger.error,
  };
  const sealer = createSealer(secret);
  const database = storeOptions.kind === 'postgres' ? await openPostgres(storeOptions.url) : await openEmbedded(storeOptions.folder);
  const store = createPostgresStore(database, sealer);
  const outbox = createOutbox(database, sealer, log);
  const gateway = createGateway({
    ...{ library, basePath, allowedOrigins, hosts, store, log },
    librarySystem: librarySystemOf(configuration, database, sealer),
    broker: brokerOf(configuration),
    mail: outbox,
    pairwiseSalt: sealer.name('hosts'),
  });
  let isStopping = false;
  const isReady = async (): Promise<boolean> =>
    !isStopping &&
    (await database.db
      .selectFrom('counters')
      .select('name')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      ));

  const server = await serve(
    async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/health/live') return new Response('live\n');
      if (pathname === '/health/ready') return (await isReady()) ? new Response('ready\n') : new Response('not ready\n', { status: 503 });
      if (pathname === '/metrics') return new Response(await metrics.text(), { headers: { 'Content-Type': metrics.contentType } });
      return gateway(request);
    },
    { host, port },
  );
  const delivery = smtp && createSmtpDelivery(smtp);
  const stopMails = delivery && outbox.start(delivery.deliver);
  void gateway.runTasks();
  const leftOver = setInterval(() => void gateway.runTasks(), TASKS_EVERY);
  leftOver.unref();
  const purging = setInterval(() => void store.purge().catch(() => log.error('purge')), PURGE_EVERY);
  purging.unref();
  log.info('started', { port: Number(new URL(server.origin).port) });
  return {
    url: server.origin + basePath,
    server,
    database,
    stop: async () => {
      isStopping = true;
      clearInterval(purging);
      clearInterval(leftOver);
      await server.close();
      await stopMails?.();
      delivery?.close();
      await database.close();
      log.info('stopped');
    },
  };
}
