import type { Branch } from '../contracts/library.js';

/** Short forms that people type, after {@link fold}; each stands for itself and for the long form. */
const SYNONYMS: Readonly<Record<string, string>> = {
  kbh: 'koebenhavn',
  cph: 'koebenhavn',
  copenhagen: 'koebenhavn',
  frb: 'frederiksberg',
  gl: 'gammel',
  skt: 'sankt',
  nr: 'noerre',
  sdr: 'soender',
};

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ä: 'ae', ø: 'oe', ö: 'oe', å: 'aa' };

/** Case, accents and punctuation away, Danish letters spelt out (å = aa, æ = ae, ø = oe): `Nørre Allé 7` → `noerre alle 7`. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æäøöå]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The way a keyboard without Danish letters often writes them: `Nørrebro` → `norrebro`. */
function bare(text: string): string {
  return fold(text.normalize('NFC').toLowerCase().replace(/ø/g, 'o').normalize('NFD').replace(/\p{M}/gu, ''));
}

/** Both spellings, each word after a space, so that ` word` finds the start of one. */
function spellings(text: string): string {
  const folded = fold(text);
  const other = bare(text);
  return folded === other ? ` ${folded}` : ` ${folded} ${other}`;
}

const hasSome = (text: string, needles: readonly string[]): boolean => needles.some((needle) => text.includes(needle));
const hasEvery = (text: string, words: readonly (readonly string[])[]): boolean => words.every((needles) => hasSome(text, needles));

export interface SearchResult<T> {
  /** Best first, at most `limit`. */
  readonly matches: readonly T[];
  /** How many matched in all. */
  readonly total: number;
}

export type Entry = Pick<Branch, 'id' | 'name' | 'address'>;

export interface BranchSearch<T> {
  find(query: string, limit: number): SearchResult<T>;
  /** The one entry of exactly this name; `undefined` when none or several bear it. */
  exact(name: string): T | undefined;
}

/**
 * Search over name, street, postal code and city. Every word must match; names that begin with the query come first, then names
 * with words that do, then other names, then addresses with the query as it stands, then the rest; alphabetical within each.
 * Folding happens here, once.
 */
export function createBranchSearch<T extends Entry>(entries: readonly T[]): BranchSearch<T> {
  const { compare } = new Intl.Collator('da');
  const index = [...entries]
    .sort((a, b) => compare(a.name, b.name))
    .map((entry) => {
      const { street = '', postalCode = '', city = '' } = entry.address ?? {};
      const name = spellings(entry.name);
      return { entry, name, all: `${name}${spellings(`${street} ${postalCode} ${city}`)}` };
    });

  return {
    find(query, limit) {
      const whole = fold(query);
      if (!whole) return { matches: index.slice(0, limit).map(({ entry }) => entry), total: index.length };
      const words = whole.split(' ').map((word) => [...new Set([word, SYNONYMS[word] ?? word])]);
      const starts = words.map((forms) => forms.map((form) => ` ${form}`));
      // One or two letters count from the start of a word only; from three on anywhere, because Danish compounds its words.
      const needles = words.map((forms) => forms.map((form) => (form.length < 3 ? ` ${form}` : form)));
      const phrase = starts.map((forms) => forms.at(-1)).join('');
      const ranks: [T[], T[], T[], T[], T[]] = [[], [], [], [], []];
      let total = 0;
      for (const { entry, name, all } of index) {
        if (!hasEvery(all, needles)) continue;
        total += 1;
        const rank = name.startsWith(` ${whole}`)
          ? 0
          : hasEvery(name, starts)
            ? 1
            : hasEvery(name, needles)
              ? 2
              : all.includes(phrase)
                ? 3
                : 4;
        if (ranks[rank].length < limit) ranks[rank].push(entry);
      }
      return { matches: ranks.flat().slice(0, limit), total };
    },
    exact(name) {
      const wanted = fold(name);
      const found = wanted ? index.filter(({ entry }) => fold(entry.name) === wanted || bare(entry.name) === wanted) : [];
      return found.length === 1 ? found[0]?.entry : undefined;
    },
  };
}
