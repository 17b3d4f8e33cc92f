import { createServer } from 'node:net';

/** `localhost` can be either; a port counts as free when nobody listens on one of them. */
const LOOPBACKS = ['127.0.0.1', '::1'];

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody listening there.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : undefined);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/**
 * The first free port from `preferred` on that is not in `taken`; any free one for 0. All the demo's addresses have to be known before its
 * servers start, because each has the others' in its allow-list.
 */
export async function freePort(preferred: number, taken: readonly number[] = []): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const candidate = preferred === 0 ? await tryPort(0, '127.0.0.1') : preferred + attempt;
    if (candidate === undefined || candidate > 65_535 || taken.includes(candidate)) continue;
    const found = await Promise.all(LOOPBACKS.map((host) => tryPort(candidate, host)));
    if (found.every((port) => port !== undefined)) return candidate;
  }
  throw new Error(`No free port was found from ${preferred} on.`);
}
