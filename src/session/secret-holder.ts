import type { SecretHolder, Secrets } from '../ports.js';

/** The one room for PIN, CPR number, name and tokens: a closure, so nothing enumerates or serialises it. */
export function createSecretHolder(): SecretHolder {
  const secrets = new Map<keyof Secrets, unknown>();
  return {
    get: <K extends keyof Secrets>(name: K) => secrets.get(name) as Secrets[K],
    set: (name, value) => void secrets.set(name, value),
    clear: (...names) => {
      if (names.length === 0) secrets.clear();
      for (const name of names) secrets.delete(name);
    },
  };
}
