import type { Language } from '../contracts/text.js';
import { core } from './da/core.js';
import type { MessageKey } from './messages.js';

/** Parts that texts and screens are loaded in. `core` is what the first screen needs. */
export type MessageGroup = 'core' | 'questions' | 'register' | 'refusals' | 'campus' | 'mailbox' | 'child' | 'recover';
type Texts = Partial<Record<MessageKey, string>>;

/** MitID prescribes the wording of its button, so a library can't change it. */
const LOCKED: readonly string[] = ['provider.mitid'] satisfies MessageKey[];

/** These have fields and words in common with the registration. */
const BESIDE_REGISTER: readonly MessageGroup[] = ['refusals', 'recover', 'campus', 'mailbox', 'child'];

/** Each file exports its texts by the name of their group. */
const loaders: Record<Language, { [G in MessageGroup]: () => Promise<Record<G, Texts>> }> = {
  da: {
    core: async () => ({ core }),
    questions: () => import('./da/questions.js'),
    register: () => import('./da/register.js'),
    refusals: () => import('./da/refusals.js'),
    recover: () => import('./da/recover.js'),
    campus: () => import('./da/campus.js'),
    mailbox: () => import('./da/mailbox.js'),
    child: () => import('./da/child.js'),
  },
  en: {
    core: () => import('./en/core.js'),
    questions: () => import('./en/questions.js'),
    register: () => import('./en/register.js'),
    refusals: () => import('./en/refusals.js'),
    recover: () => import('./en/recover.js'),
    campus: () => import('./en/campus.js'),
    mailbox: () => import('./en/mailbox.js'),
    child: () => import('./en/child.js'),
  },
};
const loaded: Record<Language, Texts> = { da: { ...core }, en: {} };

/** Resolves when the texts of `group` can be shown in `language`. */
export async function loadMessages(language: Language, group: MessageGroup): Promise<void> {
  const [texts] = await Promise.all([
    loaders[language][group]() as Promise<Partial<Record<MessageGroup, Texts>>>,
    BESIDE_REGISTER.includes(group) && loadMessages(language, 'register'),
  ]);
  Object.assign(loaded[language], texts[group]);
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
