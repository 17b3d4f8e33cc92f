/** The libraries' time, whatever the time zone of the computer. Everything here takes milliseconds since 1970. */
const DATE = { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** The date in Denmark, `YYYY-MM-DD`. Swedish writes dates that way. */
export const todayInCopenhagen = (now: number): string => new Intl.DateTimeFormat('sv-SE', DATE).format(now);

/** The time of day in Denmark, `HH:MM`. */
export const timeInCopenhagen = (now: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' }).format(now);

/** The day of the week in Denmark, 1 = Monday … 7 = Sunday. */
export const weekdayInCopenhagen = (now: number): number => new Date(todayInCopenhagen(now)).getUTCDay() || 7;

/** The date so many days after another one, both `YYYY-MM-DD`: in the calendar, where a day may have 23 or 25 hours. */
export function daysAfter(date: string, days: number): string {
  const then = new Date(date);
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 10);
}
