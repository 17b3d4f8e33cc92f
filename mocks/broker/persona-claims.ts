import { createHash } from 'node:crypto';
import type { LoginKind } from './login-kind.js';
import type { BrokerPersona } from './persona.js';

/** Names the persona behind a login, so that a test gateway can find its facts. No real broker sends it. */
export const PERSONA_CLAIM = 'test_persona';

/** A stable identifier in the form of a UUID. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The subject of a persona: per provider, as brokers give one identifier per tenant. */
export function subjectOf(persona: BrokerPersona, kind: LoginKind): string {
  return `{${uuidOf(`${kind} ${persona.id}`)}}`;
}

function ageOn(birthDate: string, today: Date): number {
  // The calendar date in Denmark decides, as it does at the broker.
  const [year = 0, month = 0, day = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' })
    .format(today)
    .split('-')
    .map(Number);
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = birthDate.split('-').map(Number);
  return year - bornYear - (month < bornMonth || (month === bornMonth && day < bornDay) ? 1 : 0);
}

/** Claims as Idura writes them for MitID: the age is a string, the municipality code has four digits. */
function eidClaims({ id, claims }: BrokerPersona, kind: LoginKind): Record<string, unknown> {
  const { birthDate, cpr, municipality } = claims;
  return {
    identityscheme: kind === 'nemid' ? 'dknemid' : 'dkmitid',
    uuid: uuidOf(id),
    name: claims.addressProtected ? 'NAVNE & ADRESSEBESKYTTET' : claims.name,
    ...(birthDate !== undefined && { birthdate: birthDate, age: String(ageOn(birthDate, new Date())) }),
    ...(cpr !== undefined && { cprNumberIdentifier: cpr }),
    ...(municipality !== undefined && {
      address_details: { municipality: municipality.name, municipality_code: municipality.code.padStart(4, '0') },
    }),
    country: 'DK',
    loA: 'SUBSTANTIAL',
    ial: 'SUBSTANTIAL',
    aal: 'SUBSTANTIAL',
  };
}

/** Claims as WAYF's hub names them (LDAP names). */
function wayfClaims({ id, claims }: BrokerPersona): Record<string, unknown> {
  const { name = '', birthDate, cpr, email, affiliation, organization, homeOrganization } = claims;
  const names = name.split(' ');
  return {
    cn: name,
    gn: names.slice(0, -1).join(' '),
    sn: names.at(-1) ?? '',
    eduPersonPrincipalName: `${id}@${homeOrganization ?? 'example.org'}`,
    eduPersonAssurance: cpr !== undefined && /^\d{10}$/.test(cpr) ? '2' : '1',
    ...(affiliation !== undefined && { eduPersonPrimaryAffiliation: affiliation }),
    ...(organization !== undefined && { organizationName: organization }),
    ...(homeOrganization !== undefined && { schacHomeOrganization: homeOrganization }),
    ...(birthDate !== undefined && { schacDateOfBirth: birthDate.replaceAll('-', '') }),
    ...(email !== undefined && { mail: [email] }),
    ...(cpr !== undefined && { schacPersonalUniqueID: [`urn:mace:terena.org:schac:personalUniqueID:dk:CPR:${cpr}`] }),
  };
}

/** UNI-Login says which pupil and which school, and hardly more (DBCDK/hejmdal, `unilogin_oidc`). */
function uniloginClaims({ id }: BrokerPersona): Record<string, unknown> {
  return { uniid: uuidOf(id), aktoer_gruppe: 'Elev', has_license: true, institution_ids: ['A00000'] };
}

export function personaClaims(persona: BrokerPersona, kind: LoginKind): Record<string, unknown> & { sub: string } {
  const claims = kind === 'wayf' ? wayfClaims(persona) : kind === 'unilogin' ? uniloginClaims(persona) : eidClaims(persona, kind);
  return { sub: subjectOf(persona, kind), [PERSONA_CLAIM]: persona.id, ...claims };
}

/** Every claim that can be in an answer; all of them belong to `openid`, as with a broker whose dashboard decides. */
export const CLAIM_NAMES = [
  'sub',
  PERSONA_CLAIM,
  'identityscheme',
  'uuid',
  'name',
  'birthdate',
  'age',
  'cprNumberIdentifier',
  'address_details',
  'country',
  'loA',
  'ial',
  'aal',
  'cn',
  'gn',
  'sn',
  'eduPersonPrincipalName',
  'eduPersonAssurance',
  'eduPersonPrimaryAffiliation',
  'organizationName',
  'schacHomeOrganization',
  'schacDateOfBirth',
  'mail',
  'schacPersonalUniqueID',
  'uniid',
  'aktoer_gruppe',
  'has_license',
  'institution_ids',
] as const;
