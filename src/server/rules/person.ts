import { parseCpr } from '../../domain/cpr.js';
import type { Identity } from '../ports.js';

/** The CPR number, where it is one: WAYF also sends constructed numbers with letters. */
export function cprOf({ cpr = '' }: Pick<Identity, 'cpr'>): string | undefined {
  const result = parseCpr(cpr);
  return result.ok ? result.cpr : undefined;
}

export function birthDateOf({ birthDate, cpr = '' }: Pick<Identity, 'birthDate' | 'cpr'>): string | undefined {
  if (birthDate !== undefined) return birthDate;
  const result = parseCpr(cpr);
  return result.ok ? result.birthDate : undefined;
}

export const sameAddress = (one: string | undefined, other: string): boolean =>
  one !== undefined && one.toLowerCase() === other.toLowerCase();
