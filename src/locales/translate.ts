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

const loaders: Record<Language, Record<MessageGroup, () => Promise<Texts>>> = {
  da: {
    core: async () => core,
    questions: async () => (await import('./da/questions.js')).questions,
    register: async () => (await import('./da/register.js')).register,
    refusals: async () => (await import('./da/refusals.js')).refusals,
    recover: async () => (await import('./da/recover.js')).recover,
    campus: async () => (await import('./da/campus.js')).campus,
    mailbox: async () => (await import('./da/mailbox.js')).mailbox,
    child: async () => (await import('./da/child.js')).child,
  },
  en: {
    core: async () => (await import('./en/core.js')).core,
    questions: async () => (await import('./en/questions.js')).questions,
    register: async () => (await import('./en/register.js')).register,
    refusals: async () => (await import('./en/refusals.js')).refusals,
    recover: async () => (await import('./en/recover.js')).recover,
    campus: async () => (await import('./en/campus.js')).campus,
    mailbox: async () => (await import('./en/mailbox.js')).mailbox,
    child: async () => (await import('./en/child.js')).child,
  },
};
const loaded: Record<Language, Texts> = { da: { ...core }, en: {} };

/** Resolves when the texts of `group` can be shown in `language`. */
export async function loadMessages(language: Language, group: MessageGroup): Promise<void> {
  const [texts] = await Promise.all([loaders[language][group](), BESIDE_REGISTER.includes(group) && loadMessages(language, 'register')]);
  Object.assign(loaded[language], texts);
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
