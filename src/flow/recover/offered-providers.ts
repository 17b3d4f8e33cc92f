import { offer, type Choice, type OfferedProviders } from '../identify/offered-providers.js';

/** The providers for finding a user ID or choosing a new PIN: those that the library names, or all that are open. */
export function recoverProviders(context: Choice): OfferedProviders {
  const named = context.config.recover?.providers;
  return offer(context, named ?? Object.keys(context.config.identity.providers), named ?? []);
}
