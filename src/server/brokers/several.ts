import type { Broker } from '../ports.js';
import { GatewayProblem } from '../problem.js';

/** One broker for each provider of the configuration, by its name. */
export function createSeveralBrokers(brokers: Readonly<Record<string, Broker>>): Broker {
  const of = (provider: string): Broker => {
    const broker = Object.hasOwn(brokers, provider) ? brokers[provider] : undefined;
    if (!broker) throw new GatewayProblem('proof-invalid');
    return broker;
  };
  return {
    leavesPkce: (provider) => (Object.hasOwn(brokers, provider) && brokers[provider]?.leavesPkce?.(provider)) === true,
    identify: async (proof) => of(proof.provider).identify(proof),
    authorize: async (request) => {
      const { authorize } = of(request.provider);
      if (!authorize) throw new GatewayProblem('provider-failed');
      return authorize(request);
    },
  };
}
