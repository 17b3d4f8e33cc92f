import { setupWorker, type SetupWorker } from 'msw/browser';
import { createHandlers } from './handlers/gateway.js';
import { createMockIdentify, encodeMockCode } from './identify.js';
import { createMockLibrary, type MockLibrary, type MockLibraryOptions } from './library.js';

export { encodeMockCode } from './identify.js';
export { auLibrary } from './libraries.js';
export { personas } from './personas.js';
export { scenarios } from './scenarios.js';

export interface BrowserMockOptions extends Partial<MockLibraryOptions> {
  /** Address of the gateway, as in the configuration. */
  base: string;
  /** Where MSW's worker script is served. Default: `/mockServiceWorker.js`; with static hosting under a path, that path. */
  workerUrl?: string;
  /** Keeps what the library system knows over page loads, e.g. `sessionStorage`: a redirect unloads the page that it runs in. */
  storage?: Pick<Storage, 'getItem' | 'setItem'>;
  /**
   * Who logs in where the configuration leaves the start of a login to the gateway: the broker is passed over, and the browser comes straight back. A
   * persona's id; default `adult-resident`.
   */
  persona?: string;
}

const STORED_AS = 'library-signup-mock-library';

/** Runs a mock library inside the page. Requests that are not for the gateway go out as ever. */
export async function startBrowserMocks({
  base,
  workerUrl = '/mockServiceWorker.js',
  storage,
  persona = 'adult-resident',
  ...options
}: BrowserMockOptions): Promise<{ library: MockLibrary; worker: SetupWorker }> {
  const library = createMockLibrary({
    identify: createMockIdentify(),
    authorize: async ({ redirectUri, state }) => {
      const url = new URL(redirectUri);
      url.searchParams.set('code', encodeMockCode(persona));
      url.searchParams.set('state', state);
      return url.href;
    },
    ...options,
  });
  if (storage) {
    const name = `${STORED_AS}:${library.profile.id}`;
    library.restore(storage.getItem(name));
    addEventListener('pagehide', () => storage.setItem(name, library.save()));
  }
  const worker = setupWorker(...createHandlers({ base, library }));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: workerUrl } });
  return { library, worker };
}
