import { toJson } from '../contracts/json.js';
import type { BrokerName, ProviderConfig } from '../contracts/config.js';
import type { Language } from '../contracts/text.js';
import type { HandOffNotice } from '../ports.js';

type Parameters = Readonly<Record<string, string | undefined>>;
export type LoginNotice = Extract<HandOffNotice, 'cancelled' | 'timed-out' | 'provider-failed' | 'not-permitted'>;

export interface Broker {
  /** Default: `openid`. */
  readonly scope?: string;
  /** The broker's own parameters. */
  parameters(config: ProviderConfig, language: Language): Parameters;
  /** Asks for a login even where the browser still has a session at the broker. Default: `prompt=login`. */
  readonly fresh?: Parameters;
  /** What `access_denied` alone means. Default: the patron cancelled. */
  readonly denied?: LoginNotice;
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
