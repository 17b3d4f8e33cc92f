import { configSchema, type ProviderConfig, type SignupConfig } from '../../src/contracts/config.js';
import type { Position, Transaction } from '../../src/contracts/transaction.js';
import type { StorageAreas } from '../../src/identity/transactions.js';

/** What is typed before the hand-off; none of it may ever stand in an address. */
export const position: Position = {
  flow: 'register',
  step: 'register.identify',
  trail: ['register.audience'],
  answers: { audience: 'adult' },
  draft: { email: 'asta.private@example.dk', phone: '+4520304050', sms: true },
};

export const idura: ProviderConfig = {
  adapter: 'mitid',
  broker: 'idura',
  issuer: 'https://library.mitid.dk',
  authorizationEndpoint: 'https://library.mitid.dk/oauth2/authorize',
  clientId: 'urn:library',
};

export function makeConfig(
  providers: Record<string, ProviderConfig> = { mitid: idura },
  identity: Partial<SignupConfig['identity']> = {},
): SignupConfig {
  return configSchema.parse({
    version: 1,
    library: { id: 'DK-710100', name: 'Testbiblioteket' },
    gateway: { type: 'http', url: '/signup-api/' },
    identity: { ...identity, providers },
  });
}

/** Storage of our own, so that nothing is left in the browser's. */
export function makeStorage(): Storage {
  const entries: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => Reflect.set(entries, key, value),
    removeItem: (key: string) => Reflect.deleteProperty(entries, key),
  };
  // Like the real one: its own enumerable keys are the entries.
  return new Proxy(entries as unknown as Storage, {
    get: (_, name) => (Reflect.get(methods, name) as unknown) ?? entries[String(name)],
  });
}

export function makeAreas(): StorageAreas & { sessionStorage: Storage; localStorage: Storage } {
  const session = makeStorage();
  const local = makeStorage();
  return { session: () => session, local: () => local, sessionStorage: session, localStorage: local };
}

export const deniedAreas: StorageAreas = {
  session: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  local: () => {
    throw new DOMException('denied', 'SecurityError');
  },
};

export const NOW = Date.parse('2026-03-01T12:00:00Z');
export const MINUTE = 60_000;

export function makeState(letter = 's'): string {
  return letter.repeat(43);
}

export function makeTransaction(changes: Partial<Transaction> = {}): Transaction {
  return {
    version: 1,
    createdAt: NOW,
    owner: 'first',
    provider: 'mitid',
    state: makeState(),
    nonce: 'n'.repeat(43),
    codeVerifier: 'v'.repeat(43),
    redirectUri: 'https://library.example/register',
    mode: 'redirect',
    position,
    ...changes,
  };
}
