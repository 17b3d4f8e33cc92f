import { PERSONA_CLAIM } from '../../mocks/broker/persona-claims.js';
import { identityOf } from '../../mocks/identify.js';
import { findPersona } from '../../mocks/personas.js';
import type { Identity } from '../../mocks/library/state.js';

type Claims = Readonly<Record<string, unknown>>;

/** What a broker sends instead of a name that is protected. */
const PROTECTED_NAME = 'NAVNE & ADRESSEBESKYTTET';

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
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** Reads the claims of MitID (as Idura names them), of WAYF (LDAP names) and of UNI-Login as the library system wants them. */
export function identityFromClaims(provider: string, claims: Claims): Identity {
  // UNI-Login gives an id; who it belongs to, the library system knows (FBS looks a patron up by it).
  const pupil = text(claims.uniid) === undefined ? undefined : findPersona(text(claims[PERSONA_CLAIM]) ?? '');
  if (pupil) return identityOf(pupil, provider);
  const name = text(claims.name) ?? text(claims.cn);
  const addressProtected = name === PROTECTED_NAME;
  const identity = {
    // The library system knows its test persons by id; a real one would know them by `sub` or CPR number.
    subject: text(claims[PERSONA_CLAIM]) ?? String(claims.sub),
    provider,
    name: addressProtected ? undefined : name,
    addressProtected: addressProtected || undefined,
    birthDate: birthDateOf(claims),
    cpr: text(claims.cprNumberIdentifier) ?? /:CPR:(\w{10})$/.exec(first(claims.schacPersonalUniqueID) ?? '')?.[1],
    municipality: municipalityOf(claims),
    email: first(claims.mail),
    affiliation: text(claims.eduPersonPrimaryAffiliation),
    organization: text(claims.organizationName),
    homeOrganization: text(claims.schacHomeOrganization),
  };
  return identity;
}
