import { PERSONA_CLAIM } from '../../mocks/broker/persona-claims.js';
import { identityOf } from '../../mocks/identify.js';
import { findPersona } from '../../mocks/personas.js';
import { identityFromClaims, type Claims } from '../../src/server/brokers/claims.js';
import type { Identity } from '../../src/server/ports.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The library system knows its test persons by id; a real one would know them by `sub` or CPR number. */
export function readPersonaClaims(provider: string, claims: Claims): Identity {
  // UNI-Login gives an id; who it belongs to, the library system knows (FBS looks a patron up by it).
  const pupil = text(claims.uniid) === undefined ? undefined : findPersona(text(claims[PERSONA_CLAIM]) ?? '');
  if (pupil) return identityOf(pupil, provider);
  const identity = identityFromClaims(provider, claims);
  return { ...identity, subject: text(claims[PERSONA_CLAIM]) ?? identity.subject };
}
