import type { ProviderConfig } from '../contracts/config.js';
import type { SessionRequest } from '../contracts/session.js';
import type { Language } from '../contracts/text.js';
import type { Transaction } from '../contracts/transaction.js';
import type { HandOffNotice } from '../ports.js';

/** What a provider gets to build the address to leave for. Nothing here is personal. */
export interface BeginRequest {
  /** Name in `identity.providers` of the configuration. */
  readonly provider: string;
  readonly config: ProviderConfig;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** PKCE, S256. */
  readonly codeChallenge: string;
  readonly language: Language;
  /** On a shared computer a provider is asked not to use somebody's session. */
  readonly publicComputer: boolean;
  /** Has the gateway start the hand-off (`POST authorizations`). */
  startAuthorization(): Promise<{ url: string }>;
}

export type Completion = SessionRequest | { readonly refused: HandOffNotice };

/** What a screen needs to draw a provider's button; there without loading the protocol. */
export interface ProviderFacts {
  /** As `adapter` in the configuration. */
  readonly adapter: string;
  /** What people call it; a `label` in the configuration goes before. */
  readonly name: string;
  /** The host page logs the patron in: nothing comes back through the address bar. */
  readonly byHost?: boolean;
}

/** An identity provider: one object in one file, made known by {@link registerProvider}. */
export interface IdentityProvider extends ProviderFacts {
  /** The address to leave for. Rejects with a `SignupError`. */
  begin(request: BeginRequest): Promise<{ url: string }>;
  /** What the gateway is to be asked with, or why not. `parameters` hold each name once; state and age are already checked. */
  complete(parameters: URLSearchParams, transaction: Transaction, config: ProviderConfig): Promise<Completion>;
}

const providers = new Map<string, IdentityProvider>();

/** Makes a provider known under its adapter name. The last one registered under a name counts. */
export function registerProvider(provider: IdentityProvider): void {
  providers.set(provider.adapter, provider);
}

export function findProvider(adapter: string): IdentityProvider | undefined {
  return providers.get(adapter);
}
