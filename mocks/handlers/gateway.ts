import { http, type RequestHandler } from 'msw';
import type { MockLibrary } from '../library.js';

export interface HandlerOptions {
  /** Address of the gateway, as in the configuration, e.g. `/signup-api/`. */
  base: string;
  library: MockLibrary;
}

/** The gateway of the contract, answered by a mock library. Override one call with a handler of your own put before these (`worker.use`). */
export function createHandlers({ base, library }: HandlerOptions): RequestHandler[] {
  const address = new URL(base, globalThis.location?.href);
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return [http.all(`${address.origin}${address.pathname}*`, ({ request }) => library.fetch(request, address.pathname))];
}
