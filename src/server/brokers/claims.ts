import { parseCpr } from '../../domain/cpr.js';
import type { Identity } from '../ports.js';
import { GatewayProblem } from '../problem.js';

export type Claims = Readonly<Record<string, unknown>>;

/** What a broker sends instead of a name that is protected. */
const PROTECTED_NAME = 'NAVNE & ADRESSEBESKYTTET';
const LEVELS = ['low', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof LEVELS)[number];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The first of several values: WAYF's attributes come as lists. */
const first = (value: unknown): string | undefined => text(Array.isArray(value) ? value[0] : value);

/** Brokers write four digits with a leading zero; the municipality list has three. */
function municipalityOf({ address_details: address }: Claims): Identity['municipality'] {
  if (typeof address !== 'object' || address === null) return undefined;
  const { municipality: name, municipality_code: code } = address as Claims;
  return typeof name === 'string' && typeof code === 'string' ? { code: code.slice(-3), name } : undefined;
}

/** `19860312` (WAYF) or `1986-03-12` (MitID) as `YYYY-MM-DD`. */
function birthDateOf({ birthdate, schacDateOfBirth }: Claims): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text(birthdate) ?? text(schacDateOfBirth) ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month ?? ''}-${day ?? ''}`;
}

/** Claims of MitID as Idura, Signicat and Nets name the CPR number; WAYF's has it in a URN. */
const cprOf = (claims: Claims): string | undefined =>
  text(claims.cprNumberIdentifier) ??
  text(claims['dk:gov:saml:attribute:CprNumberIdentifier']) ??
  text(claims['mitid.cpr']) ??
  text(claims.cpr) ??
  /:CPR:(\w{10})$/.exec(first(claims.schacPersonalUniqueID) ?? '')?.[1];

/** Where the login stands: `urn:grn:authn:dk:mitid:substantial`, `https://data.gov.dk/concept/core/nsis/Substantial`. */
export function levelOf(claims: Claims): AssuranceLevel | undefined {
  for (const claim of [claims.acr, claims.loa, claims.nsis_loa]) {
    const word = /(low|substantial|high)$/i.exec(text(claim) ?? '')?.[1]?.toLowerCase();
    const level = LEVELS.find((one) => one === word);
    if (level) return level;
  }
  return undefined;
}

/** A login that is weaker than asked for, or does not say how strong it is, proves nothing. */
export function assertLevel(claims: Claims, wanted: AssuranceLevel | undefined): void {
  if (wanted === undefined) return;
  const reached = levelOf(claims);
  if (reached === undefined || LEVELS.indexOf(reached) < LEVELS.indexOf(wanted)) throw new GatewayProblem('proof-invalid');
}

/** A CPR number that is none, or of somebody born on another day, is a fault of the broker's: nobody is registered by it. */
function assertConsistent({ cpr, birthDate }: Identity): void {
  if (cpr === undefined || /[a-z]/i.test(cpr)) return;
  const parsed = parseCpr(cpr);
  if (!parsed.ok || (birthDate !== undefined && parsed.birthDate !== birthDate)) throw new GatewayProblem('provider-failed');
}

/** Reads the claims of MitID and of WAYF (LDAP names). Rejects with a {@link GatewayProblem} where they contradict each other. */
export function identityFromClaims(provider: string, claims: Claims): Identity {
  const name = text(claims.name) ?? text(claims.cn);
  const addressProtected = name === PROTECTED_NAME || claims.name_and_address_protection === true;
  const identity: Identity = {
    subject: String(claims.sub),
    provider,
    name: addressProtected ? undefined : name,
    addressProtected: addressProtected || undefined,
    birthDate: birthDateOf(claims),
    cpr: cprOf(claims),
    municipality: municipalityOf(claims),
    email: first(claims.mail) ?? text(claims.email),
    affiliation: text(claims.eduPersonPrimaryAffiliation),
    organization: text(claims.organizationName),
    homeOrganization: text(claims.schacHomeOrganization),
  };
  assertConsistent(identity);
  return identity;
}
