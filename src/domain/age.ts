import { isCalendarDate } from '../contracts/calendar-date.js';

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
