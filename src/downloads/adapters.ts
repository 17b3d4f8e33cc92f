import { createHttpGateway } from '../gateway/http.js';
import { createIdentity, openReturn } from '../identity/identity-service.js';
import { createMailboxPort } from '../identity/mailbox-service.js';
import { oidcProvider } from '../identity/oidc.js';
import type { SignupConfig } from '../contracts/config.js';
import type { SignupDetail } from '../events.js';
import type { Adapters, Clock, SecretHolder } from '../ports.js';

export { oidcProvider, openReturn };

/** What the adapters of one element are made with. */
export interface Surroundings {
  readonly config: SignupConfig;
  readonly secrets: SecretHolder;
  readonly clock: Clock;
  /** Which element of the page this is. */
  readonly owner: string;
  publicComputer(): boolean;
  /** Tells the host page; `false` when it wants to log the patron in by itself. */
  announce(detail: SignupDetail<'signup-identify'>): boolean;
}

/** What talks to the library system and the identity providers. Needed from the first click on, or on coming back from a login. */
export function createAdapters(surroundings: Surroundings): Adapters {
  const { config, secrets } = surroundings;
  const { url, credentials } = config.gateway;
  const gateway = createHttpGateway({ url, credentials, secrets });
  return { gateway, identity: createIdentity({ ...surroundings, gateway }), mailbox: createMailboxPort({ gateway, secrets }) };
}
