import type { Ui } from '../view.js';

/** `a, b and c`, or `a, b or c`, as the language writes it. */
export const wordList = ({ language }: Ui, words: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(language, { type }).format(words);
