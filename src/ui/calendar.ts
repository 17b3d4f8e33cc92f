import type { Branch, OpeningHours } from '../contracts/library.js';
import { todayInCopenhagen } from '../domain/age.js';
import { weekdayInCopenhagen } from './opening-hours.js';

const DAY = 86_400_000;
/** Made when it is first used, for that takes its time. */
let clock: Intl.DateTimeFormat | undefined;

/** The moment of a time of day in Denmark. @param date `YYYY-MM-DD` @param time `HH:MM`, to `24:00` */
function moment(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asUtc = Date.parse(`${date}T00:00Z`) + (hours * 60 + minutes) * 60_000;
  // Denmark is one hour ahead, or two in summer. Changes happen at night, when no library is open.
  const wanted = time === '24:00' ? '00:00' : time;
  clock ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return clock.format(asUtc - 2 * 3_600_000) === wanted ? asUtc - 2 * 3_600_000 : asUtc - 3_600_000;
}

/** The opening that is under way or comes next, in milliseconds since 1970; `undefined` where none is known. */
export function nextOpening(hours: readonly OpeningHours[] = [], now: number): { start: number; end: number } | undefined {
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const then = now + ahead * DAY;
    const date = todayInCopenhagen(then);
    const day = weekdayInCopenhagen(then);
    const open = hours
      .filter((entry) => entry.day === day)
      .map(({ opens, closes }) => ({ start: Math.max(moment(date, opens), ahead === 0 ? now : 0), end: moment(date, closes) }))
      .sort((a, b) => a.start - b.start)
      .find(({ end }) => end > now);
    if (open) return open;
  }
  return undefined;
}

const stamp = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
const escape = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

export interface CalendarEvent {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly description: string;
}

/** An event as iCalendar (RFC 5545): times in UTC, lines ended by CRLF and none longer than 75 octets. */
export function calendarOf(place: Branch, { start, end, title, description }: CalendarEvent, now: number): string {
  const { address } = place;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//library-signup//EN',
    'BEGIN:VEVENT',
    `UID:${place.id}-${stamp(start)}@library-signup`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(description)}`,
    `LOCATION:${escape([place.name, address && `${address.street}, ${address.postalCode} ${address.city}`].filter(Boolean).join(', '))}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map((line) => line.replace(/.{36}(?=.)/gu, '$&\r\n '))
    .join('\r\n');
}

/** Hands a text to the browser as a file. A `data:` address would be refused by browsers, and by a strict page. */
export function saveAs(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }));
  link.download = name;
  link.click();
  // Not at once: Safari reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
