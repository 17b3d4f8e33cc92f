import { findProvider, type IdentityProvider } from './provider.js';
import { host } from './providers/host.js';
import { mitid } from './providers/mitid.js';
import { nemid } from './providers/nemid.js';
import { wayf } from './providers/wayf.js';

const BUILT_IN: readonly IdentityProvider[] = [mitid, wayf, nemid, host];

/** The provider of this adapter name: one that the host page has registered, else one of the package's. */
export const providerOf = (adapter: string): IdentityProvider | undefined =>
  findProvider(adapter) ?? BUILT_IN.find((provider) => provider.adapter === adapter);
