import type { ElementAdapters, ElementServices, Surroundings } from '../downloads/adapters.js';
import { downloads } from '../downloads/downloads.js';

/** What the flow is backed by. The adapters talk to the outside, which the first screen has no need of, so they come later. */
export function createServices(surroundings: Surroundings): ElementServices {
  const { secrets, clock } = surroundings;
  let adapters: ElementAdapters | undefined;
  return {
    secrets,
    clock,
    surroundings,
    adapters: async () => {
      const { createAdapters } = await downloads().adapters();
      return (adapters ??= createAdapters(surroundings));
    },
  };
}
