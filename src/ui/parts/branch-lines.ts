import type { Branch } from '../../contracts/library.js';
import type { Language } from '../../contracts/text.js';
import { hoursToday } from '../opening-hours.js';

export interface ComboboxTexts {
  /** Name of the list. */
  readonly list: string;
  readonly loading: string;
  readonly noResults: string;
  readonly closedToday: string;
  /** Told by the live region. */
  count(total: number): string;
  /** Below the list: that many more, keep typing. */
  more(count: number): string;
  /** `8–20` → "Åbent i dag 8–20". */
  openToday(hours: string): string;
  /** `10–18` → "bemandet 10–18", after a comma. */
  staffed(hours: string): string;
}

/** What stands below a branch's name: its address, and today's hours in Denmark. */
export function branchLines({ address, openingHours }: Branch, texts: ComboboxTexts, language: Language, now: number): string[] {
  const lines = address ? [`${address.street}, ${address.postalCode} ${address.city}`] : [];
  const hours = hoursToday(openingHours, now, language);
  if (hours?.open === '') lines.push(texts.closedToday);
  else if (hours) lines.push(texts.openToday(hours.open) + (hours.staffed && `, ${texts.staffed(hours.staffed)}`));
  return lines;
}
