import { toJson } from '../contracts/json.js';
import type { BrokerName, ProviderConfig } from '../contracts/config.js';
import type { Language } from '../contracts/text.js';
import type { HandOffNotice } from '../ports.js';

type Parameters = Readonly<Record<string, string | undefined>>;
type Notice = Extract<HandOffNotice, 'cancelled' | 'timed-out' | 'provider-failed' | 'not-permitted'>;

export interface Broker {
  /** Default: `openid`. */
  readonly scope?: string;
  /** The broker's own parameters. */
  parameters(config: ProviderConfig, language: Language): Parameters;
  /** Asks for a login even where the browser still has a session at the broker. Default: `prompt=login`. */
  readonly fresh?: Parameters;
  /** What `access_denied` alone means. Default: the patron cancelled. */
  readonly denied?: Notice;
}

const SUBSTANTIAL = 'substantial';

export const BROKERS: Readonly<Record<BrokerName, Broker>> = {
  /** Idura, once Criipto (docs.idura.app). What is released is set in its dashboard, not by scope. */
  idura: { parameters: ({ level = SUBSTANTIAL }) => ({ acr_values: `urn:grn:authn:dk:mitid:${level}` }) },
  signicat: { scope: 'openid profile nin', parameters: ({ level = SUBSTANTIAL }) => ({ acr_values: `idp:mitid loa:${level}` }) },
  /** Nets eID Broker (Signaturgruppen). Every failure of the user is `access_denied`; only the description says which. */
  neb: {
    scope: 'openid mitid ssn',
    parameters: ({ level = SUBSTANTIAL }, language) => ({
      idp_values: 'mitid',
      idp_params: toJson({ mitid: { loa_value: level } }),
      language,
    }),
    denied: 'provider-failed',
  },
  /**
   * login.bib.dk (DBCDK/hejmdal, docs/oauth2.md): OAuth with its own parameters. It discards `scope`, calls MitID by its SAML door, and documents
   * neither PKCE nor an error response, so a login cancelled there probably shows as one that never returned.
   */
  bibdk: {
    parameters: ({ agency, adapter }) => ({ agency, idp: adapter === 'mitid' ? 'nemlogin' : adapter === 'wayf' ? adapter : undefined }),
    fresh: { force_login: '1' },
  },
  /** Levels are the URIs of the national levels of assurance (NSIS). */
  generic: {
    parameters: ({ level }) => ({
      acr_values: level && `https://data.gov.dk/concept/core/nsis/${level.replace(/^./, (letter) => letter.toUpperCase())}`,
    }),
  },
};

/**
 * Codes of OAuth (RFC 6749 section 4.1.2.1) and OpenID Connect, and those of MitID's client, which brokers pass through
 * (named in the documentation of Nets eID Broker and Idura, and recorded by the StubID project). Any other is the provider's failure, never the
 * patron's doing.
 */
const NOTICES: readonly (readonly [Notice, RegExp])[] = [
  // `…user_abort` and `…user_aborted`; at MitID's client after several wrong attempts, too.
  ['cancelled', /^access_denied$|user_abort/],
  // `no_ctx`: the login's session at the broker was gone.
  ['timed-out', /timeout$|no_ctx$/],
  ['not-permitted', /^unmet_authentication_requirements$|identity_not_found$|unknown_user$/],
];

/** The notice for an error response: by the first word of the description where that is a code, which has underscores, else by the error. */
export function noticeFor(name: BrokerName = 'generic', error: string, description = ''): Notice {
  const code = (/^\s*(\w+_\w+)/.exec(description)?.[1] ?? error.trim()).toLowerCase();
  const [notice = 'provider-failed'] = NOTICES.find(([, codes]) => codes.test(code)) ?? [];
  return (code === 'access_denied' && BROKERS[name].denied) || notice;
}
