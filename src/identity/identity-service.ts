import type { ProviderConfig, SignupConfig } from '../contracts/config.js';
import { TRANSACTION_VERSION, type Transaction } from '../contracts/transaction.js';
import type { Gateway, HandOffReturn, IdentityPort, SecretHolder } from '../ports.js';
import { providerOf } from './built-in-providers.js';
import { addressToLeaveFor, createHandOffSecrets, failure } from './oidc.js';
import { isFramed, takePreparedPopup } from './popup-window.js';
import type { listenForAnswer, PopupAnswer } from './popup.js';
import type { IdentityProvider } from './provider.js';
import { matchResponse, readResponse, type CapturedResponse } from './return.js';
import { freshTransactions, removeTransaction, storeTransaction, type StorageAreas } from './transactions.js';

export interface IdentityOptions {
  config: SignupConfig;
  gateway: Pick<Gateway, 'startAuthorization'>;
  secrets: SecretHolder;
  clock: { now(): number };
  /** Which element of the page this is. */
  owner: string;
  publicComputer(): boolean;
  /** Tells the host page; `false` when it logs the patron in by itself. */
  announce(detail: { provider: string; url: string; mode: 'redirect' | 'popup' }): boolean;
  /** Fetches what listens to a popup, where the configuration wants popups. */
  popup(): Promise<{ readonly listenForAnswer: typeof listenForAnswer }>;
  areas?: StorageAreas;
  navigate?: (url: string) => void;
  /** Opens the page in a tab of its own, where it lies in a frame of another site. `false`: the browser did not let it. */
  openTab?: (url: string) => boolean;
  framed?: () => boolean;
}

interface HandOff {
  transaction: Transaction;
  popup?: Window;
  answer?: PopupAnswer;
}

async function configuredProvider(
  { identity: { providers } }: SignupConfig,
  name: string,
): Promise<[IdentityProvider, ProviderConfig] | undefined> {
  const settings = Object.hasOwn(providers, name) ? providers[name] : undefined;
  const provider = settings && (await providerOf(settings.adapter));
  return provider && [provider, settings];
}

/**
 * Where the provider sends the patron back to: from the configuration or the page's own path, never from its query. A popup ends on the callback
 * page; where it was blocked, the page itself takes the answer, so both addresses have to be registered with the broker.
 */
function redirectUriFor({ mode, redirectUri }: SignupConfig['identity'], actual: 'redirect' | 'popup'): string {
  const configured = mode === actual ? redirectUri : undefined;
  return new URL(configured ?? (actual === 'popup' ? 'callback.html' : ''), location.origin + location.pathname).href;
}

/** Without `noopener`, which would hide whether it was let open; the new page is cut off right after. */
function openInTab(url: string): boolean {
  const tab = window.open(url, '_blank');
  if (tab) tab.opener = null;
  return tab !== null;
}

/** Opens what `captureReturn` took, puts the proof into the secret holder and says what came of it. Rejects where the provider failed. */
export async function openReturn(
  { parameters, transaction }: CapturedResponse,
  config: SignupConfig,
  secrets: SecretHolder,
): Promise<HandOffReturn> {
  const { provider: name, position } = transaction;
  const [provider, settings] = (await configuredProvider(config, name)) ?? [];
  const completion = provider && settings ? await provider.complete(parameters, transaction, settings) : { refused: 'rejected' as const };
  if ('refused' in completion) return { outcome: 'refused', notice: completion.refused, provider: name, position };
  secrets.set('proof', completion);
  return { outcome: 'code', provider: name, position };
}

/** The hand-off to identity providers. Popup mode needs `preparePopup` in the click, before this is loaded or asked. */
export function createIdentity(options: IdentityOptions): IdentityPort {
  const { config, gateway, secrets, clock, owner, publicComputer, announce, areas } = options;
  const navigate = options.navigate ?? ((url: string) => location.assign(url));
  const openTab = options.openTab ?? openInTab;
  let current: HandOff | undefined;

  const abandon = (): void => {
    if (!current) return;
    current.answer?.stop();
    current.popup?.close();
    removeTransaction(current.transaction, areas);
    current = undefined;
  };

  const start: IdentityPort['begin'] = async ({ provider: name, language, position, library, prepare }, signal) => {
    if ((options.framed ?? isFramed)()) {
      // What is stored in a frame of another site is out of reach for a page of its own, so the login starts over there. First, as long as the click counts.
      return { mode: openTab(location.href) ? 'tab' : 'blocked' };
    }
    const popup = takePreparedPopup() ?? undefined;
    // Closed in the end, unless the login goes on in it.
    let unused = popup;
    try {
      abandon();
      const [provider, settings] = (await configuredProvider(config, name)) ?? [];
      if (!provider || !settings) throw failure('config-invalid', `identity.providers.${name}.adapter: nobody has registered it`);
      const { state, nonce, codeVerifier, codeChallenge } = await createHandOffSecrets();
      const mode = popup && !provider.byHost ? 'popup' : 'redirect';
      // Fetched before the host is told or anything is stored.
      const listen = mode === 'popup' ? (await options.popup()).listenForAnswer : undefined;
      const redirectUri = redirectUriFor(config.identity, mode);
      const request = { provider: name, redirectUri, state, nonce, codeChallenge, language };
      const { url } = await provider.begin({
        ...request,
        config: library === undefined ? settings : { ...settings, adapter: 'library', agency: library },
        publicComputer: publicComputer(),
        startAuthorization: () => gateway.startAuthorization({ ...request, ...(library !== undefined && { library }) }, signal),
      });
      const prepared = await prepare?.(codeChallenge);
      signal?.throwIfAborted();
      // Empty where the host page has no login page of its own to name.
      if (url) addressToLeaveFor(url);
      if (!announce({ provider: name, url, mode }) || !url) return { mode: 'host' };
      if (!provider.byHost) {
        const createdAt = clock.now();
        // For its effect: what is too old goes.
        freshTransactions(createdAt, areas);
        const transaction: Transaction = {
          version: TRANSACTION_VERSION,
          createdAt,
          owner,
          provider: name,
          state,
          nonce,
          codeVerifier,
          redirectUri,
          mode,
          position: { ...position, ...prepared },
        };
        const isKept = storeTransaction(transaction, publicComputer(), areas);
        current = { transaction, popup, answer: listen?.(state) };
        // Coming back, the page would have nothing to compare the answer with.
        if (!isKept && mode === 'redirect') {
          abandon();
          throw failure('storage-denied', 'web storage is denied');
        }
      }
      if (mode === 'popup') {
        popup?.location.replace(url);
        unused = undefined;
      } else navigate(url);
      return { mode };
    } finally {
      unused?.close();
    }
  };

  return {
    begin: start,
    async awaitReturn(signal) {
      const handOff = current;
      if (!handOff?.answer) throw failure('provider-failed', 'no popup');
      signal.addEventListener('abort', () => {
        if (current === handOff) abandon();
      });
      const parameters = readResponse(await handOff.answer.parameters);
      const { provider, position } = handOff.transaction;
      const captured = parameters && matchResponse(parameters, owner, clock.now(), areas);
      abandon();
      if (!captured) return { outcome: 'refused', notice: 'rejected', provider, position };
      return captured.outcome === 'refused' ? captured : openReturn(captured, config, secrets);
    },
  };
}
