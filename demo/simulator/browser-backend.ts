import { startBrowserMocks } from '../../mocks/browser.js';
import { createBrowserBackend, type Backend } from './backend.js';
import { MSW_API } from './configuration.js';

/** Starts the library system in the browser. What it knows lives as long as the tab, over the redirect to the broker's page and back. */
export async function startBrowserBackend(): Promise<Backend> {
  // A worker reaches as far as its folder: static files may lie anywhere, the dev server has the worker at its root.
  const workerUrl = import.meta.env.PROD ? new URL('mockServiceWorker.js', document.baseURI).pathname : '/mockServiceWorker.js';
  const { library } = await startBrowserMocks({ base: MSW_API, workerUrl, storage: sessionStorage });
  return createBrowserBackend(library);
}
