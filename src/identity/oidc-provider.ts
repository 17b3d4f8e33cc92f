import type { OidcTraits } from './oidc.js';
import type { IdentityProvider, ProviderFacts } from './provider.js';

export type { OidcTraits };

/** A provider of a host page that speaks OpenID Connect with PKCE. The protocol itself is loaded on the first click or return. */
export function oidcProvider(facts: ProviderFacts, traits?: OidcTraits): IdentityProvider {
  const load = async (): Promise<IdentityProvider> => (await import('./oidc.js')).lateOidcProvider(facts, traits);
  return {
    ...facts,
    begin: async (request) => (await load()).begin(request),
    complete: async (...answer) => (await load()).complete(...answer),
  };
}
