import { findProvider, type IdentityProvider } from './provider.js';
import { mitid } from './providers/mitid.js';

const OTHERS: readonly string[] = ['host', 'nemid', 'wayf'];

/** The provider of this adapter name: the host page's own, else the package's, which are loaded when a configuration names them. */
export async function loadProvider(adapter: string): Promise<IdentityProvider | undefined> {
  const own = findProvider(adapter);
  // MitID is one line that nearly every library needs.
  if (own || adapter === mitid.adapter) return own ?? mitid;
  if (!OTHERS.includes(adapter)) return undefined;
  const others: Readonly<Record<string, IdentityProvider>> = await import('./other-providers.js');
  return others[adapter];
}
