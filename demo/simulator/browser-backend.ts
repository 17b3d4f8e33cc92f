import { startBrowserMocks } from '../../mocks/browser.js';
import { auLibrary, copenhagen } from '../../mocks/libraries.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { isSiteName, SITES, type Site } from '../site/site.js';
import { createBrowserBackend, type Backend } from './backend.js';
import { mswApi } from './configuration.js';

/** Starts the library's system in the browser. What it knows lives as long as the tab, over the redirect to the broker's page and back. */
export async function startBrowserBackend({ library: { id } }: SignupConfigInput): Promise<Backend> {
  // A worker reaches as far as its folder: static files may lie anywhere, the dev server has the worker at its root.
  const workerUrl = import.meta.env.PROD ? new URL('mockServiceWorker.js', document.baseURI).pathname : '/mockServiceWorker.js';
  const { site } = document.documentElement.dataset;
  const profile = [auLibrary, copenhagen].find((known) => known.id === id) ?? copenhagen;
  const { recover }: Site['pages'] = isSiteName(site) ? SITES[site].pages : {};
  // Mailed links lead to the page where one can choose a new PIN.
  const pageUrl = new URL(recover?.href ?? location.pathname, document.baseURI).href;
  const { library } = await startBrowserMocks({ base: mswApi(id), workerUrl, storage: sessionStorage, library: { ...profile, pageUrl } });
  return createBrowserBackend(library);
}
