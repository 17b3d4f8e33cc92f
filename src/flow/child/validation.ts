import type { SignupConfig } from '../../contracts/config.js';
import type { Draft } from '../../contracts/transaction.js';
import { ageOn } from '../../domain/age.js';
import { parseCpr } from '../../domain/cpr.js';
import type { FieldError } from '../types.js';
import { checks } from '../shared/validation.js';

/** Read only while checking; the CPR number exists in the input, here and in the one request. */
export interface ChildSecrets {
  readonly childCpr?: string;
  readonly childName?: string;
  readonly pin?: string;
}

/**
 * What is wrong with an application for a child; empty when everything is right. Whether the number is the guardian's own, only the library
 * system can tell.
 *
 * @param today in Denmark, `YYYY-MM-DD`
 * @param maximumAge the oldest that a child may be, in whole years
 */
export function validateChild(
  values: Draft,
  { childCpr = '', childName = '', pin = '' }: ChildSecrets,
  config: SignupConfig,
  branches: readonly { id: string }[],
  today: string,
  maximumAge = 17,
): FieldError[] {
  const cpr = parseCpr(childCpr);
  const birthDate = cpr.ok ? cpr.birthDate : undefined;
  const age = birthDate === undefined ? 0 : ageOn(birthDate, today);
  const shared = (field: keyof typeof checks): string | null | false | undefined =>
    checks[field](values, { pin, birthDate }, config, branches);
  const { relation } = values;
  return Object.entries({
    childCpr: cpr.ok ? (age > maximumAge ? 'adult' : age < 0 && 'date') : cpr.code,
    childName: childName.trim() === '' && 'required',
    relation: relation !== 'parent' && relation !== 'guardian' && 'required',
    email: shared('email'),
    phone: shared('phone'),
    branch: shared('branch'),
    pin: pin !== '' && shared('pin'),
    liability: values.liability !== true && 'required',
  }).flatMap(([field, code]) => (code ? [{ field, code }] : []));
}
