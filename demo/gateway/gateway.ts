import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MockLibrary } from '../../mocks/library.js';
import type { SessionPorts } from '../../mocks/library/sessions.js';
import { LibraryProblem, problemResponse } from '../../mocks/problem.js';
import { createCodeRedemption } from './code-redemption.js';
import type { GatewayProvider } from './code-redemption.js';
import { answerDemoControl } from './demo-control.js';

export type { GatewayProvider };

/** One library behind the gateway: who may log in, and the system that knows the patrons. */
export interface LibrarySystem {
  /** By the provider's name in the configuration of the library. */
  providers: Readonly<Record<string, GatewayProvider>>;
  /** Builds the library system, which asks back who somebody is and where a login starts. */
  createLibrary(ports: SessionPorts): MockLibrary;
}

export interface GatewayOptions extends LibrarySystem {
  /** 0 (default) takes a free one. */
  port?: number;
  host?: string;
  /** Further libraries, each a system of its own, under a path of its own: `au` is served at `/au/signup-api/`. */
  others?: Readonly<Record<string, LibrarySystem>>;
  /** Compared exactly, here as well as at the broker. */
  redirectUris: readonly string[];
  /** Pages that may call, exactly. */
  allowedOrigins: readonly string[];
}

export interface Gateway {
  /** Base of the contract's calls, with a slash at the end. */
  readonly url: string;
  readonly library: MockLibrary;
  /** The further libraries' systems. */
  readonly others: Readonly<Record<string, MockLibrary>>;
  close(): Promise<void>;
}

export const BASE_PATH = '/signup-api/';
/** The largest body of the contract is a child's application, below 1 KB. */
const MAXIMUM_BODY = 16_384;

class BodyRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`body refused: ${status}`);
    this.status = status;
  }
}

async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY) throw new BodyRefused(413);
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) throw new BodyRefused(415);
  return Buffer.concat(chunks).toString('utf8');
}

async function toRequest(incoming: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value);
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(incoming);
  return new Request(new URL(incoming.url ?? '/', origin), { method, headers, signal, ...(body !== undefined && { body }) });
}

/** Exact origins, and no cookies: the session token travels in `Authorization`. */
function corsHeaders(origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Access-Control-Max-Age': '600',
  };
}

/** Scenarios of lost connections arrive as `Response.error()` or as a body that breaks off: then the socket is cut. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') return void outgoing.destroy();
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  outgoing.writeHead(response.status);
  try {
    for await (const chunk of response.body ?? []) outgoing.write(chunk);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/**
 * Starts the server that a library would run: redeems codes with its secret and hands the contract's calls to the library system. One server
 * for several libraries, because the demo has two.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port = 0, host = '127.0.0.1', redirectUris, allowedOrigins, others: systems = {} } = options;
  const open = ({ providers, createLibrary }: LibrarySystem): MockLibrary => createLibrary(createCodeRedemption(providers, redirectUris));
  const library = open(options);
  const others = Object.fromEntries(Object.entries(systems).map(([name, system]) => [name, open(system)]));
  let origin = '';

  const route = async (incoming: IncomingMessage, signal: AbortSignal): Promise<Response> => {
    const request = await toRequest(incoming, origin, signal);
    const { pathname } = new URL(request.url);
    const name = Object.keys(others).find((prefix) => pathname.startsWith(`/${prefix}/`));
    const [prefix, asked] = name === undefined ? ['', library] : [`/${name}`, others[name] ?? library];
    if (pathname.startsWith(`${prefix}/_demo/`)) return answerDemoControl(request, asked);
    if (!pathname.startsWith(prefix + BASE_PATH)) throw new LibraryProblem('not-found');
    return asked.fetch(request, prefix + BASE_PATH);
  };

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const from = incoming.headers.origin;
    outgoing.setHeader('Vary', 'Origin').setHeader('Cache-Control', 'no-store').setHeader('X-Content-Type-Options', 'nosniff');
    if (from !== undefined) {
      if (!allowedOrigins.includes(from)) return void outgoing.writeHead(403).end();
      for (const [name, value] of Object.entries(corsHeaders(from))) outgoing.setHeader(name, value);
    }
    if (incoming.method === 'OPTIONS') return void outgoing.writeHead(204).end();
    // Whoever has gone is not waited for.
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    try {
      await send(await route(incoming, gone.signal), outgoing);
    } catch (error) {
      if (outgoing.headersSent) return void outgoing.destroy();
      if (error instanceof BodyRefused) return void outgoing.writeHead(error.status, { Connection: 'close' }).end();
      // A fault of the demo's own: its message is shown, what the patron sent is not.
      if (!(error instanceof LibraryProblem))
        console.error('[library-signup] gateway:', error instanceof Error ? error.message : 'unknown fault');
      await send(problemResponse(error instanceof LibraryProblem ? error : new LibraryProblem('unavailable')), outgoing);
    }
  };

  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  origin = `http://${host}:${(server.address() as AddressInfo).port}`;

  return {
    url: origin + BASE_PATH,
    library,
    others,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
