import type { Language } from '../contracts/text.js';
import { shared } from './da/shared.js';
import type { MessageGroup, MessageKey } from './messages.js';

type Texts = Partial<Record<MessageKey, string>>;

/** MitID prescribes the wording of its button, so a library can't change it. */
const LOCKED: readonly string[] = ['provider.mitid'] satisfies MessageKey[];

/** How to fetch each group of texts. The shared ones in Danish are here from the start: there must be words for a page that can fetch nothing. */
const LOADERS: Record<Language, Record<MessageGroup, () => Promise<Texts>>> = {
  da: {
    shared: () => Promise.resolve(shared),
    questions: async () => (await import('./da/questions.js')).questions,
    register: async () => (await import('./da/register.js')).register,
    child: async () => (await import('./da/child.js')).child,
    recover: async () => (await import('./da/recover.js')).recover,
  },
  en: {
    shared: async () => (await import('./en/shared.js')).shared,
    questions: async () => (await import('./en/questions.js')).questions,
    register: async () => (await import('./en/register.js')).register,
    child: async () => (await import('./en/child.js')).child,
    recover: async () => (await import('./en/recover.js')).recover,
  },
};
const loaded: Record<Language, Texts> = { da: { ...shared }, en: {} };

/** Resolves when the texts of `group` can be shown in `language`. */
export async function loadMessages(language: Language, group: MessageGroup): Promise<void> {
  Object.assign(loaded[language], await LOADERS[language][group]());
}

/** Every text of `language` that has been loaded. */
export function messagesFor(language: Language): Readonly<Texts> {
  return loaded[language];
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
  const find = (key: string): string | undefined => (LOCKED.includes(key) ? undefined : own(overrides, key)) ?? own(loaded[language], key);
  return {
    t: (key, values = {}) => fill(find(key) ?? loaded.da[key] ?? key, values),
    has: (key): key is MessageKey => find(key) !== undefined,
  };
}
