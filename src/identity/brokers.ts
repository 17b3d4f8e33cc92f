import type { BrokerName, Level, ProviderConfig } from '../contracts/config.js';
import type { Language } from '../contracts/text.js';
import type { HandOffNotice } from '../ports.js';

type Parameters = Record<string, string>;
type Notice = Extract<HandOffNotice, 'cancelled' | 'timed-out' | 'provider-failed' | 'not-permitted'>;

export interface Broker {
  readonly scope: string;
  /** The broker's own parameters. */
  parameters(config: ProviderConfig, language: Language): Parameters;
  /** Asks for a login even where the browser still has a session at the broker. */
  readonly fresh: Parameters;
  /** By code, in lower case: the first word of `error_description`, else `error`. */
  readonly errors: Readonly<Record<string, Notice>>;
}

/**
 * Codes of OAuth (RFC 6749 section 4.1.2.1) and OpenID Connect, and those of MitID's client, which brokers pass through
 * (named in the documentation of Nets eID Broker and Idura, and recorded by the StubID project).
 */
const COMMON: Readonly<Record<string, Notice>> = {
  access_denied: 'cancelled',
  unmet_authentication_requirements: 'not-permitted',
  user_aborted: 'cancelled',
  mitid_user_aborted: 'cancelled',
  // After several wrong attempts the patron gave up.
  mitid_core_client_error_user_abort: 'cancelled',
  mitid_timeout: 'timed-out',
  // The login's session at the broker was gone.
  no_ctx: 'timed-out',
  mitid_no_ctx: 'timed-out',
  // Not to be acted on; trying again nearly always helps.
  mitid_core_client_error: 'provider-failed',
  // The Back button within the broker's pages, and a login without the broker's cookie.
  user_navigation_error: 'provider-failed',
  user_navigation_error_empty_state: 'provider-failed',
  mitid_anti_forgery_validation_error: 'provider-failed',
  mitid_auth_code_already_used: 'provider-failed',
  mitid_uuid_hint_malformed: 'provider-failed',
  mitid_nonce_cookie_missing: 'provider-failed',
  mitid_nonce_cookie_malformed: 'provider-failed',
  mitid_identity_not_found: 'not-permitted',
  mitid_simulation_unknown_user: 'not-permitted',
};

const prompt = { prompt: 'login' };
/** The national levels of assurance (NSIS) as URIs. */
const NSIS: Readonly<Record<Level, string>> = {
  low: 'https://data.gov.dk/concept/core/nsis/Low',
  substantial: 'https://data.gov.dk/concept/core/nsis/Substantial',
  high: 'https://data.gov.dk/concept/core/nsis/High',
};
/** Names that login.bib.dk has for what it fronts; it calls MitID by its SAML door. */
const BIBDK_IDPS: Readonly<Record<string, string>> = { mitid: 'nemlogin', wayf: 'wayf' };

export const BROKERS: Readonly<Record<BrokerName, Broker>> = {
  /** Idura, once Criipto (docs.idura.app). What is released is set in its dashboard, not by scope. */
  idura: {
    scope: 'openid',
    parameters: ({ level = 'substantial' }) => ({ acr_values: `urn:grn:authn:dk:mitid:${level}` }),
    fresh: prompt,
    errors: COMMON,
  },
  signicat: {
    scope: 'openid profile nin',
    parameters: ({ level = 'substantial' }) => ({ acr_values: `idp:mitid loa:${level}` }),
    fresh: prompt,
    errors: COMMON,
  },
  /** Nets eID Broker (Signaturgruppen). Every failure of the user is `access_denied`; only the description says which. */
  neb: {
    scope: 'openid mitid ssn',
    parameters: ({ level = 'substantial' }, language) => ({
      idp_values: 'mitid',
      idp_params: JSON.stringify({ mitid: { loa_value: level } }),
      language,
    }),
    fresh: prompt,
    errors: { ...COMMON, access_denied: 'provider-failed' },
  },
  /**
   * login.bib.dk (DBCDK/hejmdal, docs/oauth2.md): OAuth with its own parameters. It discards `scope`, and documents neither PKCE nor an error
   * response, so a login cancelled there probably shows as one that never returned.
   */
  bibdk: {
    scope: 'openid',
    parameters: ({ agency, adapter }) => ({
      ...(agency === undefined ? {} : { agency }),
      ...(BIBDK_IDPS[adapter] === undefined ? {} : { idp: BIBDK_IDPS[adapter] }),
    }),
    fresh: { force_login: '1' },
    errors: COMMON,
  },
  generic: {
    scope: 'openid',
    parameters: ({ level }): Parameters => (level === undefined ? {} : { acr_values: NSIS[level] }),
    fresh: prompt,
    errors: COMMON,
  },
};

/** The notice for an error response. An unknown code is the provider's failure, never the patron's doing. */
export function noticeFor(broker: Broker, error: string, description: string | null): Notice {
  const code = /^\w+/.exec(description?.trim() ?? '')?.[0].toLowerCase() ?? '';
  const known = [code, error.trim().toLowerCase()].find((name) => Object.hasOwn(broker.errors, name));
  return (known !== undefined && broker.errors[known]) || 'provider-failed';
}
