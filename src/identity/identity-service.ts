import type { ProviderConfig, SignupConfig } from '../contracts/config.js';
import { TRANSACTION_VERSION, type Transaction } from '../contracts/transaction.js';
import { SignupError } from '../errors.js';
import type { Gateway, HandOffReturn, IdentityPort, PrivateHolder } from '../ports.js';
import { loadProvider } from './built-in-providers.js';
import { addressToLeaveFor, createSecrets } from './oidc.js';
import { isFramed, takePreparedPopup } from './popup-window.js';
import type { PopupAnswer } from './popup.js';
import type { IdentityProvider } from './provider.js';
import { matchResponse, readResponse, type CapturedReturn } from './return.js';
import { storeTransaction, sweepTransactions, takeTransaction, type StorageAreas } from './transactions.js';

export interface IdentityOptions {
  config: SignupConfig;
  gateway: Pick<Gateway, 'startAuthorization'>;
  facts: PrivateHolder;
  clock: { now(): number };
  /** Which element of the page this is. */
  owner: string;
  publicComputer(): boolean;
  /** Tells the host page; `false` when it logs the patron in by itself. */
  announce(detail: { provider: string; url: string; mode: 'redirect' | 'popup' }): boolean;
  areas?: StorageAreas;
  navigate?: (url: string) => void;
  /** Opens the page in a tab of its own, where it lies in a frame of another site. */
  openTab?: (url: string) => void;
  framed?: () => boolean;
}

interface HandOff {
  transaction: Transaction;
  popup?: Window;
  answer?: PopupAnswer;
}

async function providerOf({ identity: { providers } }: SignupConfig, name: string): Promise<[IdentityProvider, ProviderConfig]> {
  const settings = Object.hasOwn(providers, name) ? providers[name] : undefined;
  const provider = settings && (await loadProvider(settings.adapter));
  if (settings && provider) return [provider, settings];
  throw new SignupError(
    { code: 'config-invalid', retryable: false },
    { cause: new Error(`[library-signup] identity.providers.${name}: no provider is registered for this adapter.`) },
  );
}

/**
 * Where the provider sends the patron back to: from the configuration or the page's own path, never from its query. A popup ends on the callback
 * page; where it was blocked, the page itself takes the answer, so both addresses have to be registered with the broker.
 */
function redirectUriFor({ mode, redirectUri }: SignupConfig['identity'], actual: 'redirect' | 'popup'): string {
  const page = new URL(location.href);
  page.search = page.hash = '';
  if (actual === 'popup') return new URL(redirectUri ?? 'callback.html', page).href;
  return mode === 'redirect' && redirectUri !== undefined ? new URL(redirectUri, page).href : page.href;
}

/** Opens what `captureReturn` took, puts the proof into the private holder and says what came of it. Never rejects. */
export async function resolveReturn(captured: CapturedReturn, config: SignupConfig, facts: PrivateHolder): Promise<HandOffReturn> {
  if (captured.outcome === 'refused') return captured;
  const { parameters, transaction } = captured;
  const { provider: name, position } = transaction;
  try {
    const [provider, settings] = await providerOf(config, name);
    const completion = await provider.complete(parameters, transaction, settings);
    if ('refused' in completion) return { outcome: 'refused', notice: completion.refused, provider: name, position };
    facts.set('proof', completion);
    return { outcome: 'code', provider: name, position };
  } catch (error) {
    const isUnknown = error instanceof SignupError && error.code === 'config-invalid';
    return { outcome: 'refused', notice: isUnknown ? 'rejected' : 'provider-failed', provider: name, position };
  }
}

/** The hand-off to identity providers. Popup mode needs `preparePopup` in the click, before this is loaded or asked. */
export function createIdentity(options: IdentityOptions): IdentityPort {
  const { config, gateway, facts, clock, owner, publicComputer, announce, areas } = options;
  const navigate = options.navigate ?? ((url: string) => location.assign(url));
  const openTab = options.openTab ?? ((url: string) => void window.open(url, '_blank', 'noopener'));
  let current: HandOff | undefined;

  const abandon = (): void => {
    current?.answer?.stop();
    current?.popup?.close();
    if (current) takeTransaction(current.transaction.state, clock.now(), areas);
    current = undefined;
  };

  const start: IdentityPort['begin'] = async ({ provider: name, language, position }, signal) => {
    const popup = takePreparedPopup() ?? undefined;
    try {
      abandon();
      const [provider, settings] = await providerOf(config, name);
      const { state, nonce, codeVerifier, codeChallenge } = await createSecrets();
      const mode = popup && !provider.byHost ? 'popup' : 'redirect';
      // Fetched only where popups are wanted, and before the host is told or anything is stored.
      const listen = mode === 'popup' ? (await import('./popup.js')).listenForAnswer : undefined;
      const redirectUri = redirectUriFor(config.identity, mode);
      const { url } = await provider.begin({
        provider: name, config: settings, redirectUri, state, nonce, codeChallenge, language, publicComputer: publicComputer(),
        startAuthorization: () => gateway.startAuthorization({ provider: name, redirectUri, state, nonce, codeChallenge, language }, signal),
      });
      signal?.throwIfAborted();
      // Empty only where the host page has no login page of its own to name.
      if (url !== '' || !provider.byHost) addressToLeaveFor(url);
      if (!announce({ provider: name, url, mode }) || url === '') {
        popup?.close();
        return { mode: 'host' };
      }
      if (mode === 'redirect') popup?.close();
      if ((options.framed ?? isFramed)()) {
        // What is stored in a frame of another site is out of reach for a page of its own, so the login starts over there.
        openTab(location.href);
        return { mode: 'redirect' };
      }
      if (provider.byHost) {
        navigate(url);
        return { mode };
      }
      sweepTransactions(clock.now(), areas);
      const transaction: Transaction = {
        version: TRANSACTION_VERSION, createdAt: clock.now(), owner, provider: name, state, nonce, codeVerifier, redirectUri, mode, position,
      };
      storeTransaction(transaction, publicComputer(), areas);
      current = { transaction, popup, answer: listen?.(state) };
      if (popup) popup.location.replace(url);
      else navigate(url);
      return { mode };
    } catch (error) {
      popup?.close();
      throw error;
    }
  };

  return {
    begin: start,
    abandon,
    async awaitReturn(signal) {
      const handOff = current;
      if (!handOff?.answer) throw new SignupError({ code: 'provider-failed', retryable: true });
      const aborted = new Promise<never>((_, reject) => {
        const end = (): void => {
          if (current === handOff) abandon();
          reject(signal.reason as Error);
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      });
      const search = await Promise.race([handOff.answer.parameters, aborted]);
      const parameters = readResponse(search);
      const { provider, position } = handOff.transaction;
      const captured = parameters && matchResponse(parameters, owner, clock.now(), areas);
      abandon();
      if (!captured) return { outcome: 'refused', notice: 'rejected', provider, position };
      return resolveReturn(captured, config, facts);
    },
  };
}
