import { findProvider, type IdentityProvider } from './provider.js';
import { mitid } from './providers/mitid.js';

/** By adapter name. Most people choose the first one, so the others are fetched for those who choose them. */
const BUILT_IN: Readonly<Partial<Record<string, () => IdentityProvider | Promise<IdentityProvider>>>> = {
  mitid: () => mitid,
  wayf: async () => (await import('./providers/wayf.js')).wayf,
  nemid: async () => (await import('./providers/nemid.js')).nemid,
  library: async () => (await import('./providers/library.js')).library,
  host: async () => (await import('./providers/host.js')).host,
};

/** The provider of this adapter name: one that the host page has registered, else one of the package's. Rejects where it can't be fetched. */
export const providerOf = async (adapter: string): Promise<IdentityProvider | undefined> =>
  findProvider(adapter) ?? (Object.hasOwn(BUILT_IN, adapter) ? BUILT_IN[adapter]?.() : undefined);
