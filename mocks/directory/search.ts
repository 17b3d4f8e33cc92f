import type { Library } from '../../src/contracts/directory.js';
import type { Purpose } from '../../src/contracts/login.js';
import { fold } from '../../src/domain/branch-search.js';
import type { DirectoryEntry } from './libraries.js';

/** Short forms that people write, after folding. */
const LONG: Readonly<Record<string, string>> = { kgl: 'kongelige', naever: 'naestved' };
const longForm = (text: string): string =>
  text
    .split(' ')
    .map((word) => LONG[word] ?? word)
    .join(' ');

/** Folded, `ø` written as `oe` and as `o`: both are typed. */
const spellings = (text: string): string[] => {
  const folded = longForm(fold(text));
  const plain = longForm(fold(text.replace(/ø/gi, 'o').replace(/å/gi, 'a').replace(/æ/gi, 'a')));
  return plain === folded ? [folded] : [folded, plain];
};

/** Every text of an entry in each of its spellings, with a space before each word, so that ` word` finds the start of one. */
interface Indexed {
  entry: DirectoryEntry;
  number: string;
  names: string[];
  name: string;
  words: string[];
  /** Names and other names, whole. */
  exact: ReadonlySet<string>;
  aliases: { alias: string; exact: string[]; padded: string }[];
  city: string;
  all: string;
}

const pad = (texts: readonly string[]): string => texts.map((text) => ` ${text}`).join(' ');
const hasEvery = (text: string, starts: readonly string[]): boolean => starts.every((start) => text.includes(start));

/** At most one letter too many, too few or another. */
function isNear(one: string, other: string): boolean {
  if (one.length < 4 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(at + 1) === other.slice(at + 1) || one.slice(at) === other.slice(at + 1) || one.slice(at + 1) === other.slice(at);
}

/** Whether something can be done there for this purpose. */
const isOfUse = ({ policy }: DirectoryEntry, purpose: Purpose): boolean =>
  purpose === 'libraries'
    ? policy.login && !policy.culr
    : purpose === 'order'
      ? policy.login || (policy.guestFields?.length ?? 0) > 0
      : true;

/** Exact number, exact name, start of the name, start of a word, other names, town, a word of each, near misses. */
const RANKS = 9;

/** One page of what was found, and how many there are in all. */
export interface DirectoryPage {
  libraries: Library[];
  total: number;
}

/** Search over name, other names, town and number. */
export function createDirectorySearch(entries: readonly DirectoryEntry[]) {
  const index: Indexed[] = entries.map((entry) => {
    const names = spellings(entry.name);
    const city = pad(entry.city === undefined ? [] : spellings(entry.city));
    const aliases = entry.aliases.map((alias) => ({ alias, exact: spellings(alias), padded: pad(spellings(alias)) }));
    return {
      entry,
      number: entry.id.replace(/\D/g, ''),
      names,
      name: pad(names),
      words: [...new Set(names.flatMap((name) => name.split(' ')))],
      exact: new Set([...names, ...aliases.flatMap((one) => one.exact)]),
      aliases,
      city,
      all: pad(names) + city,
    };
  });

  function rankOf(
    { number, names, name, exact, aliases, city, all }: Indexed,
    whole: string,
    starts: readonly string[],
    digits: string,
  ): number {
    if (digits !== '' && number === digits) return 0;
    if (exact.has(whole)) return 1;
    if (names.some((text) => text.startsWith(whole))) return 2;
    if (hasEvery(name, starts)) return 3;
    if (aliases.some(({ padded }) => hasEvery(padded, starts))) return 4;
    if (hasEvery(city, starts)) return 5;
    return hasEvery(all, starts) ? 6 : -1;
  }

  /** Why an entry is there, where its name doesn't say so. */
  function matchOf(
    { entry, names, name, aliases, city }: Indexed,
    whole: string,
    starts: readonly string[],
    digits: string,
  ): Library['match'] {
    if (whole === '') return undefined;
    if (digits !== '') return { field: 'id', text: entry.id };
    const exact = aliases.find((one) => one.exact.includes(whole));
    if (exact && !names.includes(whole)) return { field: 'alias', text: exact.alias };
    if (hasEvery(name, starts)) return undefined;
    const alias = aliases.find(({ padded }) => hasEvery(padded, starts));
    if (alias) return { field: 'alias', text: alias.alias };
    return hasEvery(city, starts) ? { field: 'city', text: entry.city ?? '' } : undefined;
  }

  return {
    find(query: string, purpose: Purpose, from = 0, limit = 20): DirectoryPage {
      const whole = longForm(fold(query));
      const words = whole.split(' ').filter(Boolean);
      const starts = words.map((word) => ` ${word}`);
      const digits = /^(dk ?)?\d{6}$/.test(whole) ? whole.replace(/\D/g, '') : '';
      const ranks: Indexed[][] = Array.from({ length: RANKS }, () => []);
      for (const one of index) {
        if (!isOfUse(one.entry, purpose)) continue;
        const rank = whole === '' ? 7 : rankOf(one, whole, starts, digits);
        if (rank >= 0) ranks[rank]?.push(one);
      }
      const found = ranks.flat();
      const isClose = ({ entry, words: known }: Indexed): boolean =>
        isOfUse(entry, purpose) && words.every((word) => known.some((part) => isNear(word, part)));
      const hits = found.length > 0 || !words.some((word) => word.length > 3) ? found : index.filter(isClose);
      return {
        total: hits.length,
        libraries: hits.slice(from, from + limit).map((one) => {
          const { aliases: _, ...library } = one.entry;
          const match = matchOf(one, whole, starts, digits);
          return match ? { ...library, match } : library;
        }),
      };
    },
    get(id: string): Library | undefined {
      const entry = entries.find((one) => one.id === id);
      if (!entry) return undefined;
      const { aliases: _, ...library } = entry;
      return library;
    },
  };
}
export type DirectorySearch = ReturnType<typeof createDirectorySearch>;
