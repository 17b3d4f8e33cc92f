import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { answerInteraction } from './interaction.js';
import { misbehave, parseMisbehaviour } from './misbehaviour.js';
import type { Misbehaviour } from './misbehaviour.js';
import { brokerErrorPage, setPageHeaders } from './pages.js';
import type { BrokerPersona } from './persona.js';
import { providerConfiguration } from './provider-configuration.js';
import type { BrokerClient } from './provider-configuration.js';

export type { BrokerClient, BrokerPersona, Misbehaviour };

export interface BrokerOptions {
  /** 0 (default) takes a free one. */
  port?: number;
  /** Default: 127.0.0.1, which is another site than a page on localhost. */
  host?: string;
  /** Default: `http://<host>:<port>`. */
  issuer?: string;
  clients: readonly BrokerClient[];
  personas: readonly BrokerPersona[];
  misbehaviour?: Misbehaviour;
  /** Origins of pages that may set the misbehaviour over HTTP (`PUT /_demo/misbehaviour`). */
  controlOrigins?: readonly string[];
}

export interface Broker {
  readonly issuer: string;
  /** Replaces how the broker misbehaves; `{}` makes it behave. */
  misbehave(misbehaviour: Misbehaviour): void;
  close(): Promise<void>;
}

/**
 * Drops the login session that the browser offers and the one that the provider would give: every login shows the picker, and a second
 * person in the same browser is not taken for the first.
 */
function forgetSession(request: IncomingMessage, response: ServerResponse): void {
  const others = (request.headers.cookie ?? '').split(/;\s*/).filter((cookie) => !/^_session(\.\w+)*=/.test(cookie));
  request.headers.cookie = others.join('; ');
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === 'set-cookie' && Array.isArray(value)
      ? setHeader(
          name,
          value.filter((cookie: string) => !/^_session(\.\w+)*=/.test(cookie)),
        )
      : setHeader(name, value);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Starts an OpenID provider that plays MitID (and WAYF) behind a Danish broker, with test persons only. */
export async function startBroker({
  port = 0,
  host = '127.0.0.1',
  issuer,
  clients,
  personas,
  misbehaviour = {},
  controlOrigins = [],
}: BrokerOptions): Promise<Broker> {
  const styles = await readFile(new URL('broker.css', import.meta.url));
  let current = misbehaviour;
  // The port is part of the issuer, so it has to be known before there is somebody to answer.
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(issuer ?? origin, providerConfiguration(clients, personas));
  provider.use(misbehave(() => current, origin));
  const answerProtocol = provider.callback();

  const control = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const from = request.headers.origin;
    if (from !== undefined) {
      if (!controlOrigins.includes(from)) return void response.writeHead(403).end();
      response.setHeader('Access-Control-Allow-Origin', from).setHeader('Vary', 'Origin');
      response.setHeader('Access-Control-Allow-Methods', 'GET, PUT').setHeader('Access-Control-Allow-Headers', 'Content-Type');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.method === 'PUT') {
      const wanted = parseMisbehaviour(await readJson(request));
      if (!wanted) return void response.writeHead(422).end();
      current = wanted;
    }
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(current));
  };

  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    const failed = (): void => {
      if (response.headersSent) return void response.destroy();
      setPageHeaders((name, value) => response.setHeader(name, value));
      response.writeHead(500).end(brokerErrorPage('da', 'server_error'));
    };
    if (pathname === '/broker.css') response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8' }).end(styles);
    else if (pathname === '/_demo/misbehaviour') control(request, response).catch(failed);
    else if (pathname.startsWith('/interaction/')) answerInteraction({ provider, clients, personas }, request, response).catch(failed);
    else {
      forgetSession(request, response);
      void answerProtocol(request, response);
    }
  });

  return {
    issuer: provider.issuer,
    misbehave(wanted) {
      current = wanted;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
