import type { GatewayClient } from '../gateway/client.js';
import type { LoginAdapters, Services } from '../ports.js';
import type { ElementServices } from './adapters.js';

/** The services of a flow: those of the element, with the calls that the flow brings. */
export function withCalls<C extends object>(
  services: ElementServices,
  create: (client: GatewayClient) => C,
): Services<LoginAdapters & { readonly gateway: LoginAdapters['gateway'] & C }> {
  return {
    ...services,
    adapters: async () => {
      const { client, ...adapters } = await services.adapters();
      return { ...adapters, gateway: { ...adapters.gateway, ...create(client) } };
    },
  };
}
