import type { SessionRequest } from '../../contracts/session.js';
import type { IdentityProvider } from '../provider.js';

/**
 * A login that the host page does, such as a CMS with login.bib.dk. It listens for `signup-identify`, or names the page of its login as
 * `authorizationEndpoint`, and sets `element.identity` afterwards.
 */
export const host: IdentityProvider = {
  adapter: 'host',
  name: 'host',
  byHost: true,
  begin: ({ config }) =>
    Promise.resolve({ url: config.authorizationEndpoint === undefined ? '' : new URL(config.authorizationEndpoint, location.href).href }),
  complete: () => Promise.resolve({ refused: 'rejected' }),
};

/** What the gateway is asked with after the host has set `element.identity`. */
export function hostProof(provider: string, token: string): SessionRequest {
  return { method: 'host', provider, token };
}
