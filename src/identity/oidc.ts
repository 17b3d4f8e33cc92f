import {
  AuthorizationResponseError, calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomNonce, generateRandomState, validateAuthResponse,
} from 'oauth4webapi';
import type { ProviderConfig } from '../contracts/config.js';
import { isSafeUrl } from '../contracts/text.js';
import type { Transaction } from '../contracts/transaction.js';
import { parseCpr } from '../domain/cpr.js';
import { SignupError } from '../errors.js';
import { BROKERS, noticeFor } from './brokers.js';
import type { OidcTraits } from './oidc-provider.js';
import type { BeginRequest, Completion } from './provider.js';

export const challengeOf = calculatePKCECodeChallenge;

/** State, nonce and PKCE verifier of one hand-off: 256 bits each, 43 characters of base64url. */
export async function createSecrets(): Promise<{ state: string; nonce: string; codeVerifier: string; codeChallenge: string }> {
  const codeVerifier = generateRandomCodeVerifier();
  return { state: generateRandomState(), nonce: generateRandomNonce(), codeVerifier, codeChallenge: await challengeOf(codeVerifier) };
}

/** An absolute address that may be left for: `https`, or `http` on the loopback interface. Relative ones are resolved against `base`. */
export function addressToLeaveFor(value: string, base?: string): URL {
  try {
    const url = new URL(value, base);
    if (isSafeUrl(url.href)) return url;
  } catch {
    // No URL at all.
  }
  throw new SignupError({ code: 'unavailable', retryable: true }, { cause: new Error('[library-signup] This is no address to leave for.') });
}

/** A response that this page could not read, and requests that would replace the one that stands in the address. */
const NEVER = { response_mode: undefined, request: undefined, request_uri: undefined };

/** A number on its own that reads as a CPR number, such as `login_hint=sub:…`. Addresses end up in logs; CPR numbers do not. */
function holdsCpr(value: string): boolean {
  return value.split(/[^\p{L}\p{N}-]+/u).some((word) => /^\d{6}-?\d{4}$/.test(word) && parseCpr(word).ok);
}

/** The authorization request (OpenID Connect Core section 3.1.2.1, RFC 7636), by this page or, without an endpoint, by the gateway. */
export async function beginOidc(request: BeginRequest, traits: OidcTraits): Promise<{ url: string }> {
  const { config, language } = request;
  traits.check?.(config);
  if (config.authorizationEndpoint === undefined || config.clientId === undefined) {
    const { url } = await request.startAuthorization();
    return { url: addressToLeaveFor(url).href };
  }
  const broker = BROKERS[config.broker ?? 'generic'];
  const url = addressToLeaveFor(config.authorizationEndpoint, location.href);
  url.hash = '';
  if ([...url.searchParams.values(), ...Object.values(config.parameters ?? {})].some(holdsCpr)) {
    throw new SignupError({ code: 'config-invalid', retryable: false }, { cause: new Error('[library-signup] A CPR number does not belong in "parameters".') });
  }
  const parameters: Record<string, string | undefined> = {
    ...broker.parameters(config, language),
    ...traits.parameters?.(config),
    ...(request.publicComputer ? broker.fresh : {}),
    ...config.parameters,
    ...NEVER,
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: request.redirectUri,
    scope: config.scope ?? broker.scope,
    state: request.state,
    nonce: request.nonce,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
    ui_locales: language,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return { url: url.href };
}

/** The answer of a provider: what the gateway redeems, or the notice for its refusal. */
export function completeOidc(parameters: URLSearchParams, transaction: Transaction, config: ProviderConfig): Completion {
  const iss = parameters.get('iss') ?? undefined;
  // The library takes an empty `iss` for an absent one.
  if (iss === '') return { refused: 'rejected' };
  try {
    // Compares `iss` (RFC 9207) and `state`, and refuses anything that is not a plain code response. Which issuer it should have been is
    // unknown where none is configured; the gateway compares it then.
    validateAuthResponse(
      { issuer: config.issuer ?? iss ?? '-' }, { client_id: config.clientId ?? '-' }, parameters, transaction.state,
    );
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError)) return { refused: 'rejected' };
    return { refused: noticeFor(BROKERS[config.broker ?? 'generic'], error.error, error.error_description ?? null) };
  }
  const code = parameters.get('code');
  if (!code) return { refused: 'rejected' };
  const { provider, codeVerifier, nonce, redirectUri } = transaction;
  return { method: 'code', provider, code, codeVerifier, nonce, redirectUri, ...(iss === undefined ? {} : { iss }) };
}
