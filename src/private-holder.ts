import type { PrivateFacts, PrivateHolder } from './ports.js';

/** The one room for PIN, CPR number, name and tokens: a closure, so nothing enumerates or serialises it. */
export function createPrivateHolder(): PrivateHolder {
  const facts = new Map<keyof PrivateFacts, unknown>();
  return {
    get: <K extends keyof PrivateFacts>(name: K) => facts.get(name) as PrivateFacts[K],
    set: (name, value) => void facts.set(name, value),
    clear: (...names) => {
      if (names.length === 0) facts.clear();
      for (const name of names) facts.delete(name);
    },
  };
}
