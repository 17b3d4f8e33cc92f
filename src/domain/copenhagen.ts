/** The libraries' time, whatever the time zone of the computer. Everything here takes milliseconds since 1970. */
const DATE = { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** The date in Denmark, `YYYY-MM-DD`. Swedish writes dates that way. */
export const todayInCopenhagen = (now: number): string => new Intl.DateTimeFormat('sv-SE', DATE).format(now);

/** The day of the week in Denmark, 1 = Monday … 7 = Sunday. */
export const weekdayInCopenhagen = (now: number): number => new Date(todayInCopenhagen(now)).getUTCDay() || 7;
