import type { PrivateFacts, PrivateHolder } from './ports.js';

/** The one room for PIN, CPR number, name and tokens: a closure, so nothing enumerates or serialises it. */
export function createPrivateHolder(): PrivateHolder {
  let facts: PrivateFacts = {};
  return {
    get: (name) => facts[name],
    set: (name, value) => {
      facts = { ...facts, [name]: value };
    },
    clear: (...names) => {
      if (names.length === 0) facts = {};
      else facts = Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as keyof PrivateFacts)));
    },
  };
}
