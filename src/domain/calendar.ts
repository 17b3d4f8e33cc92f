import type { Branch, OpeningHours } from '../contracts/library.js';
import { addressOf } from './address.js';
import { daysAfter, timeInCopenhagen } from './copenhagen-calendar.js';
import { todayInCopenhagen, weekdayInCopenhagen } from './copenhagen.js';

export interface Opening {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly opens: string;
  readonly closes: string;
}

/** The opening that is under way in Denmark or comes next; `undefined` where none is known. */
export function nextOpening(hours: readonly OpeningHours[] = [], now: number): Opening | undefined {
  const [today, time, weekday] = [todayInCopenhagen(now), timeInCopenhagen(now), weekdayInCopenhagen(now)];
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = ((weekday - 1 + ahead) % 7) + 1;
    const [first] = hours
      .filter((entry) => entry.day === day && (ahead > 0 || entry.closes > time))
      .sort((a, b) => (a.opens < b.opens ? -1 : 1));
    if (first) return { ...first, date: daysAfter(today, ahead) };
  }
  return undefined;
}

const escape = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/**
 * An opening as an event of iCalendar (RFC 5545), lines ended by CRLF and none longer than 75 octets. Its times have no zone: they are those on the
 * clock where the visitor is when going there. There is no 24:00.
 */
export function calendarOf(place: Branch, { date, opens, closes }: Opening, title: string, description: string, now: number): string {
  const at = (time: string): string => `${date}T${time.replace('24:00', '23:59')}00`.replace(/[-:]/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:library-signup',
    'BEGIN:VEVENT',
    `UID:${date}-${place.id}`,
    `DTSTAMP:${new Date(now).toISOString().replace(/\.\d+|[-:]/g, '')}`,
    `DTSTART:${at(opens)}`,
    `DTEND:${at(closes)}`,
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(description)}`,
    `LOCATION:${escape([place.name, addressOf(place, ' ')].filter(Boolean).join(', '))}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map((line) => line.replace(/.{36}(?=.)/gu, '$&\r\n '))
    .join('\r\n');
}
