import type { SignupConfig } from '../contracts/config.js';
import { offersOf, type IsOffered } from '../flow/offers.js';
import { readCapabilities } from '../gateway/capabilities.js';

export type Offers = (gateway: SignupConfig['gateway'], what: string) => boolean;

/**
 * Knows what a gateway can, so that nothing else is offered. It is asked once. No screen waits for the answer: until it has come, and where a gateway
 * doesn't tell, everything is offered.
 */
export function createOffers(baseUrl: string, onAnswer: () => void): Offers {
  const answers = new Map<SignupConfig['gateway'], IsOffered | undefined>();
  const ask = async (gateway: SignupConfig['gateway']): Promise<void> => {
    answers.set(gateway, undefined);
    const capabilities = await readCapabilities(gateway, baseUrl);
    if (!capabilities) return;
    answers.set(gateway, offersOf(capabilities));
    onAnswer();
  };
  return (gateway, what) => {
    if (!answers.has(gateway)) void ask(gateway);
    return answers.get(gateway)?.(what) ?? true;
  };
}
