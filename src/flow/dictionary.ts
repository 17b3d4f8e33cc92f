import { createMachine, type setup as xstateSetup } from 'xstate';

interface Dictionary {
  readonly actors?: object;
  readonly actions?: object;
  readonly guards?: object;
  readonly delays?: object;
}

const KINDS = ['actions', 'guards', 'delays'] as const;

/**
 * XState's `setup` without the action creators that it carries along (0.8 KB): all of its types, and of its functions those that the flow uses,
 * `createMachine`, `createStateConfig` and `extend`. See docs/decisions/own-setup.md.
 */
export const setup = ((dictionary: Dictionary) => ({
  createStateConfig: (config: object) => config,
  createMachine: (config: object) => createMachine(config, dictionary),
  extend: (more: Dictionary) =>
    setup({ ...dictionary, ...Object.fromEntries(KINDS.map((kind) => [kind, { ...dictionary[kind], ...more[kind] }])) }),
})) as unknown as typeof xstateSetup;
