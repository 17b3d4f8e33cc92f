import type { PinRule } from '../contracts/config.js';

/** Why a PIN is refused, or (the `weak-` ones) advised against where the library's rule says `advise`. */
export type PinProblem = 'required' | 'digits' | 'length' | 'weak-repeated' | 'weak-sequence' | 'weak-birth-date' | 'weak-year';

/** Whether the PIN has the right form and is only easy to guess. */
export function isWeak(problem: PinProblem): boolean {
  return problem.startsWith('weak-');
}

/** Steps of one, up or down, also past 9 (`7890`), as the keys of a keypad lie. */
function isSequence(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** Every way to write some or all of day, month and year (two or four digits) after each other. */
function datesAsDigits(birthDate: string): string[] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate);
  if (!match) return [];
  const [year, month, day] = match.slice(1) as [string, string, string];
  const parts = [[day], [month], [year, year.slice(2)]];
  const written = (rest: readonly string[][]): string[] => [
    '',
    ...rest.flatMap((part, at) => written(rest.filter((_, other) => other !== at)).flatMap((tail) => part.map((head) => head + tail))),
  ];
  return written(parts);
}

/**
 * What is wrong with a PIN, or `null`. Only the digits 0–9 count: full-width and Arabic digits and spaces are refused, never changed, since the
 * keypad at the library has none of them. A `weak-` problem comes back under either rule; only `rule.weak === 'refuse'` makes it a refusal.
 *
 * @param birthDate `YYYY-MM-DD`, where it is known.
 */
export function checkPin(pin: string, rule: PinRule, birthDate?: string): PinProblem | null {
  if (pin === '') return 'required';
  if (!/^[0-9]+$/.test(pin)) return 'digits';
  if (pin.length < rule.minLength || pin.length > rule.maxLength) return 'length';
  if (/^(\d)\1*$/.test(pin)) return 'weak-repeated';
  if (isSequence(pin)) return 'weak-sequence';
  if (birthDate !== undefined && datesAsDigits(birthDate).includes(pin)) return 'weak-birth-date';
  // Years that people are born in or remember; anyone who finds a card tries them first.
  if (/^(19\d\d|20[0-3]\d)$/.test(pin)) return 'weak-year';
  return null;
}
