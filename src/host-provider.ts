import { downloads } from './downloads/downloads.js';
import type { OidcTraits } from './identity/oidc.js';
import type { IdentityProvider, ProviderFacts } from './identity/provider.js';

/** A provider of a host page that speaks OpenID Connect with PKCE. The protocol itself is fetched on the first click or return. */
export function oidcProvider(facts: ProviderFacts, traits?: OidcTraits): IdentityProvider {
  const provider = async (): Promise<IdentityProvider> => (await downloads().adapters()).oidcProvider(facts, traits);
  return {
    ...facts,
    begin: async (request) => (await provider()).begin(request),
    complete: async (...answer) => (await provider()).complete(...answer),
  };
}
