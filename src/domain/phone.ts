export type PhoneProblem = 'required' | 'invalid';
/** `phone` is E.164 (`+4520304050`). */
export type PhoneResult = { ok: true; phone: string } | { ok: false; code: PhoneProblem };

/**
 * A phone number as people write it. Danish: eight digits, the first 2–9, with or without +45, 0045 or 45. Foreign: with + or 00 and country code,
 * 6–15 digits in all (E.164). Spaces, hyphens, dots, parentheses and the "(0)" of other countries may be in it.
 */
export function parsePhone(input: string): PhoneResult {
  if (input.trim() === '') return { ok: false, code: 'required' };
  const compact = input
    .replace(/\(0\)/, '')
    .replace(/[\s().\-\u2010-\u2015\u2212]/g, '')
    .replace(/^00/, '+');
  const danish = /^(?:\+?45)?([2-9]\d{7})$/.exec(compact)?.[1];
  if (danish) return { ok: true, phone: `+45${danish}` };
  // +45 with anything but a Danish number after it is a slip, not a foreign number.
  if (/^\+(?!45)[1-9]\d{5,14}$/.test(compact)) return { ok: true, phone: compact };
  return { ok: false, code: 'invalid' };
}
