import type { OpeningHours } from '../contracts/library.js';
import type { Language } from '../contracts/text.js';
import { ranges } from './opening-hours.js';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** A week in as few lines as it takes, e.g. `[['man.–fre.', '8–20'], ['lør.', '10–14']]`; days without hours are left out. */
export function weekHours(hours: readonly OpeningHours[], language: Language): [days: string, hours: string][] {
  const name = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  const runs: { first: number; last: number; open: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const open = ranges(
      hours.filter((entry) => entry.day === day),
      language,
    );
    const run = runs.at(-1);
    if (run?.open === open) run.last = day;
    else runs.push({ first: day, last: day, open });
  }
  const nameOf = (day: number): string => name.format(MONDAY + (day - 1) * DAY);
  return runs
    .filter(({ open }) => open !== '')
    .map(({ first, last, open }) => [first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`, open]);
}

/** When there is somebody to hand something to; all opening hours where the library doesn't tell them apart. */
export function staffedHours(hours: readonly OpeningHours[] = []): readonly OpeningHours[] {
  const staffed = hours.filter((entry) => entry.staffed);
  return staffed.length > 0 ? staffed : hours;
}
