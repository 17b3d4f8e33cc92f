import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NodeServerOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Milliseconds that a client has for its whole request. */
  readonly requestTimeout?: number;
}

export interface NodeServer {
  /** `http://127.0.0.1:8787` */
  readonly origin: string;
  readonly server: Server;
  /** Takes no more requests, and ends when those that run are answered, or after `patience` milliseconds. */
  close(patience?: number): Promise<void>;
}

/** The largest body that is read before the handler refuses it. */
const MAXIMUM_BODY = 65_536;

async function readBody(incoming: IncomingMessage): Promise<Buffer | 'too-large' | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY) return 'too-large';
    chunks.push(chunk);
  }
  return size === 0 ? undefined : Buffer.concat(chunks);
}

async function toRequest(incoming: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request | 'too-large'> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value);
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(incoming);
  if (body === 'too-large') return body;
  return new Request(new URL(incoming.url ?? '/', origin), { method, headers, signal, ...(body && { body: new Uint8Array(body) }) });
}

/** `Response.error()` and a body that breaks off cut the socket. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') return void outgoing.destroy();
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk);
  } catch {
    // As far as it came, and no further.
    if (chunks.length === 0) outgoing.destroy();
    else outgoing.writeHead(response.status).write(Buffer.concat(chunks), () => outgoing.destroy());
    return;
  }
  // Whole, so that it leaves at once and says how long it is.
  outgoing.writeHead(response.status).end(chunks.length === 0 ? undefined : Buffer.concat(chunks));
}

/** Runs a Web-standard handler on Node's own server. TLS is a proxy's, in front. */
export async function serve(handler: (request: Request) => Promise<Response>, options: NodeServerOptions = {}): Promise<NodeServer> {
  const { port = 0, host = '127.0.0.1', requestTimeout = 15_000 } = options;
  let origin = '';
  const server = createServer({ requestTimeout, headersTimeout: requestTimeout }, (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const answer = async (): Promise<void> => {
      const request = await toRequest(incoming, origin, gone.signal);
      if (request === 'too-large') {
        const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', Connection: 'close' };
        return void outgoing
          .writeHead(413, headers)
          .end(JSON.stringify({ type: 'about:blank', title: 'The body is too large', status: 413 }));
      }
      await send(await handler(request), outgoing);
    };
    answer().catch(() => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(500).end()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    server,
    close: (patience = 10_000) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
