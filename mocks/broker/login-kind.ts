/** Which login the stand-in plays. */
export type LoginKind = 'mitid' | 'wayf' | 'nemid' | 'unilogin';

/** How the simulator signs each; never with the real one's name alone. */
export const SIMULATOR_NAMES: Record<LoginKind, string> = {
  mitid: 'MitID-simulator',
  wayf: 'WAYF-simulator',
  nemid: 'NemID-simulator',
  unilogin: 'UNI-Login-simulator',
};

export const isLoginKind = (kind: string | undefined): kind is LoginKind => kind !== undefined && Object.hasOwn(SIMULATOR_NAMES, kind);

/**
 * What an authorization request asks for, read as the brokers read it: `acr_values` (Idura, Signicat), `idp_values` (Nets eID Broker),
 * `idp` (login.bib.dk), `idpentityid` and `idplist` (WAYF), and the scopes that only UNI-Login has. The client decides when the request says nothing.
 */
export function loginKindOf(parameters: Readonly<Record<string, unknown>>, fallback: LoginKind = 'mitid'): LoginKind {
  const read = (name: string): string => {
    const value = parameters[name];
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  if (read('idpentityid') !== '' || read('idplist') !== '') return 'wayf';
  if (read('scope').includes('userhaslicenseclientscope')) return 'unilogin';
  const asked = `${read('acr_values')} ${read('idp_values')} ${read('idp')}`;
  if (asked.includes('nemid')) return 'nemid';
  if (asked.includes('wayf')) return 'wayf';
  if (asked.includes('mitid') || asked.includes('nemlogin')) return 'mitid';
  return fallback;
}

/** NemID is closed: its test logins are answered with the persons that have MitID. */
export function providerOfKind(kind: LoginKind): string {
  return kind === 'nemid' ? 'mitid' : kind;
}
