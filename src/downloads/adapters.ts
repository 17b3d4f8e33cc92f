import { createGatewayClient, type GatewayClient } from '../gateway/client.js';
import { createSessionCalls } from '../gateway/session-calls.js';
import { createIdentity, openReturn, type IdentityOptions } from '../identity/identity-service.js';
import { oidcProvider } from '../identity/oidc.js';
import type { SignupConfig } from '../contracts/config.js';
import type { SignupDetail } from '../events.js';
import type { HostReferences } from '../flow/types.js';
import type { Clock, LoginAdapters, SecretHolder, Services } from '../ports.js';

export { oidcProvider, openReturn };

/** What the adapters of one element are made with. */
export interface Surroundings {
  readonly config: SignupConfig;
  readonly secrets: SecretHolder;
  readonly clock: Clock;
  /** What a relative address of the gateway is relative to. */
  readonly baseUrl?: string;
  /** Which element of the page this is. */
  readonly owner: string;
  publicComputer(): boolean;
  popup: IdentityOptions['popup'];
  /** Tells the host page; `false` when it wants to log the patron in by itself. */
  announce(detail: SignupDetail<'signup-identify'>): boolean;
  hostReferences(): HostReferences;
  /** Dispatches an event on the element. */
  dispatch(event: Event): void;
}

/** What talks to the outside, for every flow. */
export interface ElementAdapters extends LoginAdapters {
  /** What the flows make their own calls with. */
  readonly client: GatewayClient;
}
export interface ElementServices extends Services<ElementAdapters> {
  readonly surroundings: Surroundings;
}

/** What talks to the library system and the identity providers. Needed from the first click on, or on coming back from a login. */
export function createAdapters(surroundings: Surroundings): ElementAdapters {
  const { config, secrets, clock, baseUrl } = surroundings;
  const { url, credentials } = config.gateway;
  const client = createGatewayClient({ url, baseUrl, credentials, secrets, clock });
  const gateway = createSessionCalls(client);
  return { client, gateway, identity: createIdentity({ ...surroundings, gateway }) };
}
