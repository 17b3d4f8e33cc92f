import { isCalendarDate } from '../contracts/calendar-date.js';

/** Why a CPR number can't be one. `letters` covers everything that is not one of the digits 0–9. */
export type CprProblem = 'required' | 'letters' | 'length' | 'date';
export type CprResult = { ok: true; cpr: string; birthDate: string } | { ok: false; code: CprProblem };

/** Without surrounding and inner spaces and without the one hyphen of `DDMMYY-XXXX`, also when a keyboard made it a dash. */
export function normalizeCpr(input: string): string {
  return input.replace(/\s/g, '').replace(/[-\u2010-\u2015\u2212]/, '');
}

/**
 * The century is in the seventh digit, read together with the year (CPR-kontoret, "Opbygning af CPR-nummeret"):
 * 0–3: 1900–1999; 4 and 9: 1937–2036; 5–8: 1858–1899 or 2000–2057.
 */
function birthYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

/**
 * A CPR number as typed, checked as far as a browser honestly can: ten digits and a real date. Modulus 11 is no criterion, since numbers
 * that fail it have been issued since 2007. Replacement numbers (day + 60) are accepted; test persons use them.
 */
export function parseCpr(input: string): CprResult {
  const cpr = normalizeCpr(input);
  if (cpr === '') return { ok: false, code: 'required' };
  if (!/^[0-9]*$/.test(cpr)) return { ok: false, code: 'letters' };
  if (cpr.length !== 10) return { ok: false, code: 'length' };
  const typedDay = Number(cpr.slice(0, 2));
  const day = typedDay > 60 ? typedDay - 60 : typedDay;
  const year = birthYear(Number(cpr.slice(4, 6)), Number(cpr[6]));
  const birthDate = `${year}-${cpr.slice(2, 4)}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(birthDate) ? { ok: true, cpr, birthDate } : { ok: false, code: 'date' };
}

/** `010203-••••`: never the last four digits. What is no CPR number is masked whole. */
export function maskCpr(cpr: string): string {
  const digits = normalizeCpr(cpr);
  return /^[0-9]{10}$/.test(digits) ? `${digits.slice(0, 6)}-••••` : '••••••-••••';
}
