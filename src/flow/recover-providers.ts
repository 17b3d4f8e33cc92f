import { offer, type Offer, type ProviderFacts } from './audiences.js';

/** Providers for finding a user ID or making a PIN: those that the library names, or all that are open. */
export function recoverProvidersOf(facts: ProviderFacts): Offer {
  const { providers } = facts.config.recover ?? {};
  return offer(facts, providers ?? Object.keys(facts.config.identity.providers), providers ?? []);
}
