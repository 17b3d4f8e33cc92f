import { isCalendarDate } from './calendar-date.js';

const HOUR = 3_600_000;

/** When the clocks change: 01:00 UTC on the last Sunday of a month that has 31 days (directive 2000/84/EC, articles 2 and 3). */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
}

/**
 * The date in Denmark, `YYYY-MM-DD`, whatever the time zone of the computer. Reckoned here: the browser's own time zones take 20 ms to be there the
 * first time (Chromium 156), in the middle of a screen change. A test holds this against them. @param now milliseconds since 1970
 */
export function todayInCopenhagen(now: number): string {
  const year = new Date(now).getUTCFullYear();
  const isSummer = now >= clockChange(year, 2) && now < clockChange(year, 9);
  return new Date(now + (isSummer ? 2 : 1) * HOUR).toISOString().slice(0, 10);
}

/**
 * Whole years from birth to today, both `YYYY-MM-DD`. `NaN` when either is no date, so that every comparison with a limit fails; negative before birth.
 *
 * Born on 29 February: a year older on 1 March in common years. No Danish provision that says so was found; the reason is that a whole year has not
 * passed on 28 February, and that the rule never lets anyone in a day too early. German law counts the same way (BGB section 188).
 */
export function ageOn(birthDate: string, today: string): number {
  if (!isCalendarDate(birthDate) || !isCalendarDate(today)) return NaN;
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  // Month and day compare as text: 02-28 < 02-29 < 03-01.
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
