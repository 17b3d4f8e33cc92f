import type { Language } from '../contracts/text.js';
import { shared } from './da/shared.js';
import type { MessageKey, Messages } from './messages.js';

/** MitID prescribes the wording of its button, so a library can't change it. */
const LOCKED: readonly string[] = ['provider.mitid'] satisfies MessageKey[];

const loaded: { da: Messages } & Partial<Record<Language, Messages>> = { da: { ...shared } };

/** Makes texts known, for every element of the page. */
export function addMessages(language: Language, messages: Messages): void {
  loaded[language] = { ...loaded[language], ...messages };
}

/** Every text of `language` that has been loaded. */
export function messagesFor(language: Language): Readonly<Messages> {
  return loaded[language] ?? {};
}

export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  t(key: MessageKey, values?: Values): string;
  has(key: string): key is MessageKey;
}

/** `{name}` is filled with its value, `{count:one|many}` with the form that goes with the number. */
function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (placeholder, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return String(one === undefined ? value : Number(value) === 1 ? one : many);
  });
}

/** `overrides` are the library's own texts (`config.texts[language]`); an empty one is ignored, so that no label is ever empty. */
export function createTranslator(language: Language, overrides: Readonly<Record<string, string>> = {}): Translator {
  const own = (texts: Readonly<Record<string, string>>, key: string): string | undefined =>
    (Object.hasOwn(texts, key) && texts[key]?.trim()) || undefined;
  const find = (key: string): string | undefined =>
    (LOCKED.includes(key) ? undefined : own(overrides, key)) ?? own(messagesFor(language), key);
  return {
    t: (key, values = {}) => fill(find(key) ?? loaded.da[key] ?? key, values),
    has: (key): key is MessageKey => find(key) !== undefined,
  };
}
