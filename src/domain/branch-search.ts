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

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Case, accents and punctuation away, Danish letters spelt out (å = aa, æ = ae, ø = oe): `Nørre Allé 7` → `noerre alle 7`. */
export function fold(text: string): string {
  const spelt = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æäøöå]/g, (letter) => LETTERS[letter] ?? letter);
  return withoutAccents(spelt)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded, and the way a keyboard without Danish letters often writes it: `Nørrebro` → `noerrebro`, `norrebro`. */
const spellings = (text: string): string[] => [...new Set([fold(text), fold(withoutAccents(text).replace(/ø/gi, 'o'))])];

/** Danish order: æ, ø and å (also written aa) come last. */
const order = new Intl.Collator('da');

/** Whether each word is there in one of its forms. */
const hasEvery = (text: string, words: readonly (readonly string[])[]): boolean =>
  words.every((forms) => forms.some((form) => text.includes(form)));

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
 * Folding happens here, once; each word stands after a space, so that ` word` finds the start of one.
 */
export function createBranchSearch<T extends Entry>(entries: readonly T[]): BranchSearch<T> {
  const index = entries
    .map((entry) => {
      const { street = '', postalCode = '', city = '' } = entry.address ?? {};
      const names = spellings(entry.name);
      const name = ` ${names.join(' ')}`;
      return { entry, names, name, all: [name, ...spellings(`${street} ${postalCode} ${city}`)].join(' ') };
    })
    .sort((one, other) => order.compare(one.entry.name, other.entry.name));

  return {
    find(query, limit) {
      const whole = fold(query);
      const words = whole ? whole.split(' ').map((word) => [...new Set([word, SYNONYMS[word] ?? word])]) : [];
      const starts = words.map((forms) => forms.map((form) => ` ${form}`));
      // One or two letters count from the start of a word only; from three on anywhere, because Danish compounds its words.
      const needles = words.map((forms) => forms.map((form) => (form.length < 3 ? ` ${form}` : form)));
      const phrase = starts.map((forms) => forms.at(-1)).join('');
      const ranks: [T[], T[], T[], T[], T[]] = [[], [], [], [], []];
      let total = 0;
      for (const { entry, name, all } of index) {
        if (!hasEvery(all, needles)) continue;
        total += 1;
        // Asked in turn: over 10 000 libraries, every answer that is not needed counts.
        const rank =
          !whole || name.startsWith(` ${whole}`)
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
      const [found, ...others] = wanted ? index.filter(({ names }) => names.includes(wanted)) : [];
      return others.length ? undefined : found?.entry;
    },
  };
}
