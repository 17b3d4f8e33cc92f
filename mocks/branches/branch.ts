import type { Branch, OpeningHours } from '../../src/contracts/library.js';

const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

function hours(days: readonly number[], opens: string, closes: string, staffed?: true): OpeningHours[] {
  return days.map((day) => ({ day, opens, closes, ...(staffed && { staffed }) }));
}

/** Opening hours that the test libraries share. */
export const OPEN = {
  /** Self-service from early to late, staffed in between. */
  long: [
    ...hours([...WEEKDAYS, ...WEEKEND], '07:00', '22:00'),
    ...hours(WEEKDAYS, '10:00', '18:00', true),
    ...hours([6], '10:00', '15:00', true),
  ],
  main: [
    ...hours(WEEKDAYS, '08:00', '21:00'),
    ...hours(WEEKDAYS, '09:00', '19:00', true),
    ...hours([6], '09:00', '17:00', true),
    ...hours([7], '10:00', '16:00'),
  ],
  short: [...hours(WEEKDAYS, '10:00', '17:00', true), ...hours([6], '10:00', '14:00', true)],
  office: hours(WEEKDAYS, '09:00', '16:00', true),
} as const satisfies Record<string, readonly OpeningHours[]>;

type Row = readonly [
  id: string,
  name: string,
  street: string,
  postalCode: string,
  city: string,
  lat: number,
  lng: number,
  open: keyof typeof OPEN,
];

/** Branches from a table. The phone numbers begin with 0, as no Danish number does. */
export function branchesOf(rows: readonly Row[]): Branch[] {
  return rows.map(([id, name, street, postalCode, city, lat, lng, open], at) => ({
    id,
    name,
    address: { street, postalCode, city },
    openingHours: [...OPEN[open]],
    position: { lat, lng },
    phone: `+45 00 00 ${String(10 + Math.floor(at / 10))} ${String(10 + (at % 10))}`,
  }));
}
