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

interface Indexed {
  entry: DirectoryEntry;
  number: string;
  name: string[];
  aliases: { alias: string; folded: string[] }[];
  city: string[];
}

type Match = Library['match'];
interface Hit {
  rank: number;
  match?: Match;
}

const startsWord = (texts: readonly string[], words: readonly string[]): boolean =>
  texts.some((text) => words.every((word) => ` ${text}`.includes(` ${word}`)));

/** At most one letter too many, too few or another. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one.length < 4) return false;
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

/** Search over name, other names, town and number: exact number, exact name, start of name, start of a word, town, then near misses. */
export function createDirectorySearch(entries: readonly DirectoryEntry[]) {
  const index: Indexed[] = entries.map((entry) => ({
    entry,
    number: entry.id.replace(/\D/g, ''),
    name: spellings(entry.name),
    aliases: entry.aliases.map((alias) => ({ alias, folded: spellings(alias) })),
    city: entry.city === undefined ? [] : spellings(entry.city),
  }));

  function hitOf(
    { entry, number, name, aliases, city }: Indexed,
    whole: string,
    words: readonly string[],
    digits: string,
  ): Hit | undefined {
    if (whole === '') return { rank: 9 };
    if (digits !== '' && number === digits) return { rank: 0, match: { field: 'id', text: entry.id } };
    if (name.includes(whole)) return { rank: 1 };
    const exact = aliases.find(({ folded }) => folded.includes(whole));
    if (exact) return { rank: 1, match: { field: 'alias', text: exact.alias } };
    if (name.some((text) => text.startsWith(whole))) return { rank: 2 };
    if (startsWord(name, words)) return { rank: 3 };
    const alias = aliases.find(({ folded }) => startsWord(folded, words));
    if (alias) return { rank: 4, match: { field: 'alias', text: alias.alias } };
    if (startsWord(city, words)) return { rank: 5, match: { field: 'city', text: entry.city ?? '' } };
    return startsWord([[...name, ...city].join(' ')], words) ? { rank: 6 } : undefined;
  }

  return {
    find(query: string, purpose: Purpose): Library[] {
      const whole = longForm(fold(query));
      const words = whole.split(' ').filter(Boolean);
      const digits = /^(dk ?)?\d{6}$/.test(whole) ? whole.replace(/\D/g, '') : '';
      const hits = index.flatMap((one) => {
        const hit = isOfUse(one.entry, purpose) ? hitOf(one, whole, words, digits) : undefined;
        return hit ? [{ entry: one.entry, rank: hit.rank, match: hit.match }] : [];
      });
      const near =
        hits.length > 0 || words.length === 0
          ? []
          : index
              .filter(
                ({ entry, name }) =>
                  isOfUse(entry, purpose) && words.every((word) => name.some((text) => text.split(' ').some((part) => isNear(word, part)))),
              )
              .map(({ entry }) => ({ entry, rank: 8, match: undefined }));
      return [...hits, ...near]
        .sort((one, other) => one.rank - other.rank)
        .map(({ entry: { aliases: _, ...library }, match }) => (match ? { ...library, match } : library));
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
