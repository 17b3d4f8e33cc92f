import type { ProviderConfig } from '../contracts/config.js';
import type { IdentityProvider, ProviderFacts } from './provider.js';

/** How a provider differs from plain OpenID Connect. */
export interface OidcTraits {
  /** Used where the configuration says nothing. */
  readonly defaults?: Partial<ProviderConfig>;
  /** In place of the broker's own; a configuration can still override them, but never the standard ones. */
  parameters?(config: ProviderConfig): Record<string, string>;
  /** Throws where no request may be built. */
  check?(config: ProviderConfig): void;
}

/** A provider that speaks OpenID Connect with PKCE. The protocol itself is loaded on the first click or return. */
export function oidcProvider(facts: ProviderFacts, traits: OidcTraits = {}): IdentityProvider {
  const complete = (config: ProviderConfig): ProviderConfig => ({ ...traits.defaults, ...config });
  return {
    ...facts,
    begin: async (request) => (await import('./oidc.js')).beginOidc({ ...request, config: complete(request.config) }, traits),
    complete: async (parameters, transaction, config) =>
      (await import('./oidc.js')).completeOidc(parameters, transaction, complete(config)),
  };
}
