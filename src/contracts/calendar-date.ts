/** Whether `YYYY-MM-DD` names a day that exists. An engine that rolls 31 April over to May gives another text back; one that refuses it gives `null`. */
export function isCalendarDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && (new Date(value).toJSON() as string | null)?.startsWith(value) === true;
}
