import * as client from 'openid-client';
import type { SessionPorts } from '../../mocks/library/sessions.js';
import type { Identity } from '../../mocks/library/state.js';
import { LibraryProblem } from '../../mocks/problem.js';
import type { AuthorizationRequest, SessionRequest } from '../../src/contracts/session.js';
import { identityFromClaims } from './identity-claims.js';

/** A provider of the library's configuration, as the gateway knows it: with the secret. */
export interface GatewayProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Sent when the gateway starts the hand-off. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** WAYF: where the person must come from; a wish for an institution in the request proves nothing. */
  readonly homeOrganization?: string;
}

/** Reasons for which the proof itself is refused; every other failure is the broker's. */
const REFUSED = new Set(['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED']);

function toProblem(error: unknown): LibraryProblem {
  if (error instanceof LibraryProblem) return error;
  const isGrantRefused = error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
  const isProofRefused = error instanceof client.ClientError && error.code !== undefined && REFUSED.has(error.code);
  return new LibraryProblem(isGrantRefused || isProofRefused ? 'proof-invalid' : 'provider-failed');
}

/** Speaks with the brokers as a confidential client: secret, PKCE, nonce, `iss` and signature are all checked. */
export function createCodeRedemption(providers: Readonly<Record<string, GatewayProvider>>, redirectUris: readonly string[]): SessionPorts {
  const discovered = new Map<string, Promise<client.Configuration>>();

  const find = (name: string): GatewayProvider => {
    const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
    if (!provider) throw new LibraryProblem('proof-invalid');
    return provider;
  };

  const discover = (name: string): Promise<client.Configuration> => {
    const known = discovered.get(name);
    if (known) return known;
    const { issuer, clientId, clientSecret } = find(name);
    const isLoopback = new URL(issuer).protocol === 'http:';
    const configuration = client
      .discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'ES256' }, client.ClientSecretBasic(clientSecret), {
        timeout: 10,
        execute: [client.enableNonRepudiationChecks, ...(isLoopback ? [client.allowInsecureRequests] : [])],
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
    if (!redirectUris.includes(redirectUri)) throw new LibraryProblem('proof-invalid');
  };

  return {
    /** Swaps the code for the person behind it. Rejects with a {@link LibraryProblem}. */
    async identify(proof: SessionRequest): Promise<Identity> {
      try {
        if (proof.method !== 'code') throw new LibraryProblem('proof-invalid');
        allow(proof.redirectUri);
        const { issuer, homeOrganization } = find(proof.provider);
        const configuration = await discover(proof.provider);
        // A broker that promises `iss` and leaves it out was interfered with (RFC 9207).
        const isPromised = configuration.serverMetadata().authorization_response_iss_parameter_supported === true;
        if (proof.iss === undefined ? isPromised : proof.iss !== issuer) throw new LibraryProblem('proof-invalid');
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
        if (!idToken) throw new LibraryProblem('provider-failed');
        const claims = { ...idToken, ...(await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub)) };
        if (homeOrganization !== undefined && claims.schacHomeOrganization !== homeOrganization) throw new LibraryProblem('not-permitted');
        return identityFromClaims(proof.provider, claims);
      } catch (error) {
        throw toProblem(error);
      }
    },

    /** Pushes an authorization request (RFC 9126) and gives the address to leave for. */
    async authorize(request: AuthorizationRequest): Promise<string> {
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
