import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { isLoginKind, type LoginKind } from './login-kind.js';
import { createMemoryAdapter } from './memory-adapter.js';
import { brokerErrorPage, setPageHeaders } from './pages.js';
import { languageOf } from './texts.js';
import { CLAIM_NAMES, personaClaims } from './persona-claims.js';
import type { BrokerPersona } from './persona.js';

/** A service that may send people here. Always confidential: the code is worth nothing without the secret. */
export interface BrokerClient {
  readonly id: string;
  readonly secret: string;
  /** Shown on the picker. */
  readonly name?: string;
  /** Compared exactly. */
  readonly redirectUris: readonly string[];
  /** What its logins are when the request does not say. */
  readonly kind?: LoginKind;
  readonly authMethod?: 'client_secret_basic' | 'client_secret_post';
}

const LEVELS = ['low', 'substantial', 'high'];
const ACR_VALUES = [
  ...LEVELS.map((level) => `urn:grn:authn:dk:mitid:${level}`),
  ...LEVELS,
  'idp:mitid',
  'urn:grn:authn:dk:nemid:poces',
  'To_Faktor',
];

/** Parameters of the Danish brokers beyond OpenID Connect's own; they only have to be let through. */
const EXTRA_PARAMETERS = [
  'idp_values',
  'idp_params',
  'language',
  'idpentityid',
  'idplist',
  'idp',
  'agency',
  'presel',
  'agencytype',
  'force_login',
  'simulation',
];

/** Ties account and kind of login together, because a person's claims look different from each provider. */
export function accountIdOf(personaId: string, kind: LoginKind): string {
  return `${kind}/${personaId}`;
}

export function providerConfiguration(clients: readonly BrokerClient[], personas: readonly BrokerPersona[]): Configuration {
  // An EC key takes a millisecond; RSA would take most of a second.
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [{ ...key, kid: randomUUID(), alg: 'ES256', use: 'sig', kty: 'EC' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: clients.map((client) => ({
      client_id: client.id,
      client_secret: client.secret,
      ...(client.name !== undefined && { client_name: client.name }),
      redirect_uris: [...client.redirectUris],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: client.authMethod ?? 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    })),
    acrValues: ACR_VALUES,
    claims: { openid: [...CLAIM_NAMES] },
    // As Idura does it: the claims are in the ID token too.
    conformIdTokenClaims: false,
    scopes: [
      'openid',
      'ssn',
      'mitid',
      'profile',
      'nin',
      'idp-id',
      'address',
      'email',
      'phone',
      'birthdate',
      'InstitutionIdsClientScope',
      'UserHasLicenseClientScope',
    ],
    extraParams: EXTRA_PARAMETERS,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    clientBasedCORS: () => false,
    expiresWithSession: () => false,
    // Short, as the brokers' are: a code that was left lying is worth nothing.
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 300,
      IdToken: 300,
      Interaction: 900,
      Session: 900,
      Grant: 900,
      PushedAuthorizationRequest: 60,
    },
    findAccount(_context, accountId) {
      const [kind, id] = accountId.split('/');
      const persona = personas.find((candidate) => candidate.id === id);
      if (!persona || !isLoginKind(kind)) return undefined;
      return { accountId, claims: () => personaClaims(persona, kind) };
    },
    /** Gives the client what it asked for: there is no consent screen, as there is none at the brokers. */
    async loadExistingGrant(context: KoaContextWithOIDC) {
      const { client, session, provider, requestParamOIDCScopes } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
      await grant.save();
      return grant;
    },
    renderError(context, out) {
      setPageHeaders((name, value) => context.set(name, value));
      context.type = 'html';
      context.body = brokerErrorPage(languageOf(context.query), out.error);
    },
  };
}
