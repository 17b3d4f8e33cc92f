import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import type { ProviderConfig } from '../contracts/config.js';
import { isSafeUrl } from '../contracts/text.js';
import type { Transaction } from '../contracts/transaction.js';
import { SignupError, type FailureCode } from '../errors.js';
import { BROKERS } from './brokers.js';
import type { BeginRequest, Completion, IdentityProvider, ProviderFacts } from './provider.js';

/** How a provider differs from plain OpenID Connect. */
export interface OidcTraits {
  /** Used where the configuration says nothing. */
  readonly defaults?: Partial<ProviderConfig>;
  /** In place of the broker's own; a configuration can still override them, but never the standard ones. */
  parameters?(config: ProviderConfig): Record<string, string>;
  /** Throws where no request may be built. */
  check?(config: ProviderConfig): void;
}

/** State, nonce and PKCE verifier of one hand-off, with the verifier's S256 challenge: 256 bits each, 43 characters of base64url. */
export async function createHandOffSecrets(): Promise<{ state: string; nonce: string; codeVerifier: string; codeChallenge: string }> {
  const codeVerifier = generateRandomCodeVerifier();
  return {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    codeVerifier,
    codeChallenge: await calculatePKCECodeChallenge(codeVerifier),
  };
}

/** What has gone wrong, with a message for the developer. */
export function failure(code: FailureCode, message: string): SignupError {
  const cause = new Error(`[library-signup] ${message}`);
  // Nobody else tells the developer what a click has brought to light.
  if (code === 'config-invalid') console.error(cause.message);
  return new SignupError({ code, retryable: code === 'unavailable' }, { cause });
}

/** An absolute address that may be left for: `https`, or `http` on the loopback interface. Relative ones are resolved against `base`. */
export function addressToLeaveFor(value: string, base?: string): URL {
  try {
    const url = new URL(value, base);
    if (isSafeUrl(url.href)) return url;
  } catch {
    // No URL at all.
  }
  throw failure('unavailable', 'no safe address');
}

/** A response that this page could not read, and requests that would replace the one that stands in the address. */
const NEVER = ['response_mode', 'request', 'request_uri'];

/** Day (replacement numbers have 60 more), month, year, hyphen or not, four digits. Modulus 11 says nothing, and neither does the length of a month. */
const CPR = /^(?:[06][1-9]|[1278]\d|[39][01])(?:0[1-9]|1[0-2])\d\d-?\d{4}$/;

/** A number on its own that reads as a CPR number, such as `login_hint=sub:…`. Addresses end up in logs; CPR numbers do not. */
const holdsCpr = (value: string): boolean => value.split(/[^\p{L}\p{N}-]+/u).some((word) => CPR.test(word));

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
  const { searchParams } = url;
  url.hash = '';
  if ([...searchParams.values(), ...Object.values(config.parameters ?? {})].some(holdsCpr)) {
    throw failure('config-invalid', `identity.providers.${request.provider}: a CPR number in the address`);
  }
  const parameters = {
    ...broker.parameters(config, language),
    ...traits.parameters?.(config),
    ...(request.publicComputer && (broker.fresh ?? { prompt: 'login' })),
    ...config.parameters,
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: request.redirectUri,
    scope: config.scope ?? broker.scope ?? 'openid',
    state: request.state,
    nonce: request.nonce,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
    ui_locales: language,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) searchParams.set(name, value);
  for (const name of NEVER) searchParams.delete(name);
  return { url: url.href };
}

/**
 * What no answer to a code request holds, though oauth4webapi lets it pass: an access token, an issuer or an error without a value, a signed response
 * without one, or a parameter that stands twice.
 */
function isStrange(parameters: URLSearchParams): boolean {
  const names = [...parameters.keys()];
  const isEmpty = (name: string): boolean => parameters.get(name) === '';
  return new Set(names).size < names.length || names.includes('access_token') || ['iss', 'error', 'response'].some(isEmpty);
}

/**
 * The answer of a provider: what the gateway redeems, or the notice for its refusal. Only a plain code response is taken (RFC 6749 section 4.1.2, RFC
 * 9207). Which issuer it should have been is unknown where none is configured; the gateway compares it then.
 */
export async function completeOidc(parameters: URLSearchParams, transaction: Transaction, config: ProviderConfig): Promise<Completion> {
  const { provider, codeVerifier, nonce, redirectUri, state } = transaction;
  const iss = parameters.get('iss') ?? undefined;
  if (isStrange(parameters)) return { refused: 'rejected' };
  try {
    const issuer = config.issuer ?? iss ?? 'https://issuer.invalid';
    const code = validateAuthResponse({ issuer }, { client_id: config.clientId ?? provider }, parameters, state).get('code');
    return code
      ? { method: 'code', provider, code, codeVerifier, nonce, redirectUri, state, ...(iss !== undefined && { iss }) }
      : { refused: 'rejected' };
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError)) return { refused: 'rejected' };
    // Most logins come to a good end and have no use for it.
    const { noticeFor } = await import('./login-notices.js');
    return { refused: noticeFor(config.broker, error.error, error.error_description) };
  }
}

/** A provider that speaks OpenID Connect with PKCE. */
export function oidcProvider(facts: ProviderFacts, traits: OidcTraits = {}): IdentityProvider {
  const whole = (config: ProviderConfig): ProviderConfig => ({ ...traits.defaults, ...config });
  return {
    ...facts,
    begin: (request) => beginOidc({ ...request, config: whole(request.config) }, traits),
    complete: (parameters, transaction, config) => completeOidc(parameters, transaction, whole(config)),
  };
}
