import type { OpeningHours } from '../contracts/library.js';
import type { Language } from '../contracts/text.js';

/** What is on today, e.g. `{ open: '8–20', staffed: '10–18' }`; `open` is empty when closed, `staffed` when it adds nothing. */
export interface HoursToday {
  readonly open: string;
  readonly staffed: string;
}

/** `08:00` → `8` and `08:30` → `8.30` in Danish, where the full hour is written alone; `8:00` and `8:30` in English. */
function clock(time: string, language: Language): string {
  const short = time.replace(/^0/, '');
  return language === 'en' ? short : short.replace(':00', '').replace(':', '.');
}

/** Joins ranges that touch or overlap: self-service around staffed hours is one opening. */
export function ranges(hours: readonly OpeningHours[], language: Language): string {
  const joined: { opens: string; closes: string }[] = [];
  for (const { opens, closes } of [...hours].sort((a, b) => (a.opens < b.opens ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || opens > last.closes) joined.push({ opens, closes });
    else if (closes > last.closes) last.closes = closes;
  }
  return joined.map(({ opens, closes }) => `${clock(opens, language)}–${clock(closes, language)}`).join(', ');
}

/** The opening hours of a day of the week, 1 = Monday; `null` when the library gave none for this branch. */
export function hoursOn(weekday: number, hours: readonly OpeningHours[] | undefined, language: Language): HoursToday | null {
  if (!hours?.length) return null;
  const today = hours.filter(({ day }) => day === weekday);
  const open = ranges(today, language);
  const staffed = ranges(
    today.filter((entry) => entry.staffed),
    language,
  );
  return { open, staffed: staffed === open ? '' : staffed };
}
