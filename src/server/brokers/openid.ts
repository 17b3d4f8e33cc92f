import * as client from 'openid-client';
import type { AuthorizationRequest } from '../../contracts/session.js';
import type { Broker, CodeProof, HostProof, Identity } from '../ports.js';
import { GatewayProblem } from '../problem.js';
import { assertLevel, identityFromClaims, type AssuranceLevel, type Claims } from './claims.js';

/** A provider of the library's configuration, as the gateway knows it: with the secret. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** One of the two. */
  readonly clientSecret?: string;
  /** `private_key_jwt`: signs what the gateway says of itself. */
  readonly privateKey?: CryptoKey;
  /** For ID tokens that come encrypted (JWE). */
  readonly decryptionKey?: CryptoKey;
  /** How the broker signs. */
  readonly algorithm?: 'ES256' | 'RS256' | 'PS256';
  /** The least that a login has to reach, as the configuration of the element asks for it. */
  readonly level?: AssuranceLevel;
  /** Sent when the gateway starts the hand-off. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** WAYF: where the person must come from; a wish for an institution in the request proves nothing. */
  readonly homeOrganization?: string;
  /** Whether the CPR number has to be there: a login without one registers nobody. */
  readonly needsCpr?: boolean;
}

export interface OpenIdBrokerOptions {
  /** By the provider's name in the configuration. */
  readonly providers: Readonly<Record<string, OpenIdProvider>>;
  /** Compared exactly, here as well as at the broker. */
  readonly redirectUris: readonly string[];
  /** Seconds that a broker has for each answer. Default: 10. */
  readonly timeout?: number;
  /** Reads the claims of a broker that names them otherwise. */
  readonly readClaims?: (provider: string, claims: Claims) => Identity;
  /** Who a host page has logged in by itself, by its token. */
  readonly identifyByHost?: (proof: HostProof) => Promise<Identity>;
}

/** Reasons for which the proof itself is refused; every other failure is the broker's. */
const REFUSED = new Set(['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED']);

function toProblem(error: unknown): GatewayProblem {
  if (error instanceof GatewayProblem) return error;
  const isGrantRefused = error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
  const isProofRefused = error instanceof client.ClientError && error.code !== undefined && REFUSED.has(error.code);
  return new GatewayProblem(isGrantRefused || isProofRefused ? 'proof-invalid' : 'provider-failed');
}

function authenticationOf({ clientSecret, privateKey }: OpenIdProvider): client.ClientAuth {
  if (privateKey) return client.PrivateKeyJwt(privateKey);
  if (clientSecret === undefined) throw new TypeError('a provider needs clientSecret or privateKey');
  return client.ClientSecretBasic(clientSecret);
}

/** Speaks with OpenID providers as a confidential client: secret or key, PKCE, nonce, `iss`, signature and level are all checked. */
export function createOpenIdBroker(options: OpenIdBrokerOptions): Broker {
  const { providers, redirectUris, readClaims = identityFromClaims, identifyByHost, timeout = 10 } = options;
  const discovered = new Map<string, Promise<client.Configuration>>();

  const find = (name: string): OpenIdProvider => {
    const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
    if (!provider) throw new GatewayProblem('proof-invalid');
    return provider;
  };

  const discover = (name: string): Promise<client.Configuration> => {
    const known = discovered.get(name);
    if (known) return known;
    const provider = find(name);
    const { issuer, clientId, algorithm = 'ES256', decryptionKey } = provider;
    const isLoopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(issuer);
    const configuration = client
      .discovery(new URL(issuer), clientId, { id_token_signed_response_alg: algorithm }, authenticationOf(provider), {
        timeout,
        // The signature is checked although the token comes from the broker itself over TLS.
        execute: [client.enableNonRepudiationChecks, ...(isLoopback ? [client.allowInsecureRequests] : [])],
      })
      .then((found) => {
        if (decryptionKey) client.enableDecryptingResponses(found, undefined, decryptionKey);
        return found;
      })
      // What failed is asked for again the next time.
      .catch((error: unknown) => {
        discovered.delete(name);
        throw error;
      });
    discovered.set(name, configuration);
    return configuration;
  };

  const allow = (redirectUri: string): void => {
    if (!redirectUris.includes(redirectUri)) throw new GatewayProblem('proof-invalid');
  };

  async function redeem(proof: CodeProof): Promise<Identity> {
    allow(proof.redirectUri);
    const provider = find(proof.provider);
    const configuration = await discover(proof.provider);
    // A broker that promises `iss` and leaves it out was interfered with (RFC 9207).
    const isPromised = configuration.serverMetadata().authorization_response_iss_parameter_supported === true;
    if (proof.iss === undefined ? isPromised : proof.iss !== provider.issuer) throw new GatewayProblem('proof-invalid');
    const response = new URL(proof.redirectUri);
    response.searchParams.set('code', proof.code);
    if (proof.iss !== undefined) response.searchParams.set('iss', proof.iss);
    // `state` was compared where it was made, in the browser.
    const tokens = await client.authorizationCodeGrant(configuration, response, {
      expectedNonce: proof.nonce,
      pkceCodeVerifier: proof.codeVerifier,
      expectedState: client.skipStateCheck,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken) throw new GatewayProblem('provider-failed');
    assertLevel(idToken, provider.level);
    const claims: Claims = { ...idToken, ...(await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub)) };
    const { homeOrganization } = provider;
    if (homeOrganization !== undefined && claims.schacHomeOrganization !== homeOrganization) throw new GatewayProblem('not-permitted');
    const identity = readClaims(proof.provider, claims);
    if (provider.needsCpr && identity.cpr === undefined) throw new GatewayProblem('provider-failed');
    return identity;
  }

  return {
    async identify(proof) {
      try {
        if (proof.method === 'code') return await redeem(proof);
        if (!identifyByHost) throw new GatewayProblem('proof-invalid');
        return await identifyByHost(proof);
      } catch (error) {
        throw toProblem(error);
      }
    },

    /** Pushes an authorization request (RFC 9126) and gives the address to leave for. */
    async authorize(request: AuthorizationRequest) {
      try {
        allow(request.redirectUri);
        const { parameters } = find(request.provider);
        const url = await client.buildAuthorizationUrlWithPAR(await discover(request.provider), {
          scope: 'openid',
          ...parameters,
          response_type: 'code',
          redirect_uri: request.redirectUri,
          state: request.state,
          nonce: request.nonce,
          code_challenge: request.codeChallenge,
          code_challenge_method: 'S256',
          ui_locales: request.language,
        });
        return url.href;
      } catch (error) {
        throw toProblem(error);
      }
    },
  };
}
