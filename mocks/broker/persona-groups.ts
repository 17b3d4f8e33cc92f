import type { LoginKind } from './login-kind.js';
import type { BrokerPersona } from './persona.js';
import { BROKER_TEXTS, type BrokerLanguage } from './texts.js';

const AFFILIATIONS = ['student', 'staff', 'affiliate'] as const;
export type PersonaGroupName = (typeof AFFILIATIONS)[number] | 'other';

export interface PersonaGroup<P extends BrokerPersona> {
  /** Absent where there is one group only. */
  readonly heading?: string;
  readonly personas: readonly P[];
}

/** WAYF's people by what they are to their institution (`eduPersonPrimaryAffiliation`); an eID says nothing of it. */
export function groupPersonas<P extends BrokerPersona>(
  kind: LoginKind,
  personas: readonly P[],
  language: BrokerLanguage,
): PersonaGroup<P>[] {
  if (kind !== 'wayf') return [{ personas }];
  const groupOf = ({ claims }: P): PersonaGroupName => AFFILIATIONS.find((name) => name === claims.affiliation) ?? 'other';
  return [...AFFILIATIONS, 'other' as const]
    .map((name) => ({ heading: BROKER_TEXTS[language].groups[name], personas: personas.filter((persona) => groupOf(persona) === name) }))
    .filter((group) => group.personas.length > 0);
}
