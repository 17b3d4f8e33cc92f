import { findProvider, type IdentityProvider } from './provider.js';
import { mitid } from './providers/mitid.js';

/**
 * The providers of the package by adapter name, loaded when a configuration names them. MitID is one line that nearly every library needs:
 * a file of its own would only cost a request.
 */
const BUILT_IN: Readonly<Record<string, () => Promise<IdentityProvider>>> = {
  mitid: () => Promise.resolve(mitid),
  wayf: async () => (await import('./providers/wayf.js')).wayf,
  nemid: async () => (await import('./providers/nemid.js')).nemid,
  host: async () => (await import('./providers/host.js')).host,
};

/** The provider of this adapter name: the host page's own, else the package's. */
export async function loadProvider(adapter: string): Promise<IdentityProvider | undefined> {
  return findProvider(adapter) ?? (Object.hasOwn(BUILT_IN, adapter) ? BUILT_IN[adapter]?.() : undefined);
}
