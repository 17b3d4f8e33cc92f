import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { fillIn } from '../../demo/demo-pages.js';
import { startGateway, type Gateway } from '../../demo/gateway/gateway.js';
import { startBroker, type Broker } from '../../mocks/broker/broker.js';
import { createMockLibrary } from '../../mocks/library.js';
import { personas } from '../../mocks/personas.js';

/** A server of a page, at an address of its own, and what logins and registrations need behind it. */
export interface HostServices {
  readonly server: Server;
  readonly origin: string;
  readonly broker: Broker;
  readonly gateway: Gateway;
  /** The first library's configuration, with the addresses of these servers. */
  config(): Promise<HostConfig>;
  close(): Promise<void>;
}

export interface HostConfig {
  register: { audiences: { id: string }[] };
}

/** `paths`: what logins may come back to. */
export async function startHostServices(paths: readonly string[]): Promise<HostServices> {
  const secret = randomBytes(32).toString('base64url');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Another name than broker and gateway: to the browser they are other sites, as in real life.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const redirectUris = paths.map((path) => origin + path);
  const broker = await startBroker({
    personas,
    clients: [{ id: 'library-signup-demo', secret, name: 'Library', redirectUris, kind: 'mitid' }],
  });
  const gateway = await startGateway({
    allowedOrigins: [origin],
    redirectUris,
    providers: { mitid: { issuer: broker.issuer, clientId: 'library-signup-demo', clientSecret: secret } },
    createLibrary: (ports) => createMockLibrary(ports),
  });
  return {
    server,
    origin,
    broker,
    gateway,
    async config() {
      const text = await readFile(fileURLToPath(new URL('../../demo/libraries/copenhagen.json', import.meta.url)), 'utf8');
      return JSON.parse(fillIn(text, { page: origin, broker: broker.issuer, gateway: gateway.url })) as HostConfig;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, broker.close(), gateway.close()]);
    },
  };
}
