import type { UserIdType } from '../contracts/config.js';
import { cleanInput } from './clean-input.js';
import { normalizeCpr } from './cpr.js';

export type UserIdResult = { ok: true; userId: string } | { ok: false; code: 'missing' | 'unlike' };

const TEN_DIGITS = /^[0-9]{10}$/;

/**
 * A user ID as a library with these kinds of them reads it: a CPR number without hyphen and spaces, a card number without spaces, everything else as
 * typed, with upper and lower case. `unlike` says that it looks like none of the kinds.
 */
export function readUserId(typed: string, kinds: readonly UserIdType[]): UserIdResult {
  const text = cleanInput(typed);
  if (text === '') return { ok: false, code: 'missing' };
  const has = (kind: UserIdType): boolean => kinds.includes(kind);
  const cpr = normalizeCpr(text);
  if (has('cpr') && TEN_DIGITS.test(cpr)) return { ok: true, userId: cpr };
  const number = text.replaceAll(' ', '');
  if (has('card') && /^[0-9]+$/.test(number)) return { ok: true, userId: number };
  const isAddress = text.includes('@');
  const fits = (has('email') && isAddress) || (has('local') && !/\s/.test(text)) || (has('card') && /^[\p{L}\p{N}-]+$/u.test(text));
  return fits ? { ok: true, userId: text } : { ok: false, code: 'unlike' };
}
