import type { child } from './da/child.js';
import type { fields } from './da/fields.js';
import type { login } from './da/login.js';
import type { notices } from './da/notices.js';
import type { questions } from './da/questions.js';
import type { recover } from './da/recover.js';
import type { refused } from './da/refused.js';
import type { register } from './da/register.js';
import type { shared } from './da/shared.js';

/** Texts of one part of the element in one language. Placeholders stand in braces: `{library}`. */
type Texts<T extends Record<string, string>> = Record<keyof T, string>;
export type SharedMessages = Texts<typeof shared>;
export type FieldMessages = Texts<typeof fields>;
export type LoginMessages = Texts<typeof login>;
export type NoticeMessages = Texts<typeof notices>;
export type QuestionMessages = Texts<typeof questions>;
export type ChildMessages = Texts<typeof child>;
export type RegisterMessages = Texts<typeof register>;
export type RefusedMessages = Texts<typeof refused>;
export type RecoverMessages = Texts<typeof recover>;

/** Every text that a library can override, by its key. */
export type MessageKey =
  | keyof SharedMessages
  | keyof NoticeMessages
  | keyof QuestionMessages
  | keyof RegisterMessages
  | keyof RefusedMessages
  | keyof ChildMessages
  | keyof RecoverMessages
  | keyof LoginMessages;

/** What texts are downloaded by: those of every screen, those of notices, and one import for each flow. */
export type MessageGroup = 'shared' | 'notices' | 'questions' | 'register' | 'refused' | 'child' | 'recover' | 'login';

/** Texts that have been downloaded, by their keys. */
export type Messages = Partial<Record<MessageKey, string>>;
