/** The time of day in Denmark, `HH:MM`. */
export const timeInCopenhagen = (now: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' }).format(now);

/** The date so many days after another one, both `YYYY-MM-DD`: in the calendar, where a day may have 23 or 25 hours. */
export function daysAfter(date: string, days: number): string {
  const then = new Date(date);
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 10);
}
