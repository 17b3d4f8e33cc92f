import type { campus } from './da/campus.js';
import type { child } from './da/child.js';
import type { core } from './da/core.js';
import type { mailbox } from './da/mailbox.js';
import type { questions } from './da/questions.js';
import type { recover } from './da/recover.js';
import type { refusals } from './da/refusals.js';
import type { register } from './da/register.js';

/** Texts of one part of the element in one language. Placeholders stand in braces: `{library}`. */
export type Messages<T extends Record<string, string>> = Record<keyof T, string>;
export type CoreMessages = Messages<typeof core>;
export type QuestionMessages = Messages<typeof questions>;
export type RegisterMessages = Messages<typeof register>;
export type RefusalMessages = Messages<typeof refusals>;
export type RecoverMessages = Messages<typeof recover>;
export type CampusMessages = Messages<typeof campus>;
export type MailboxMessages = Messages<typeof mailbox>;
export type ChildMessages = Messages<typeof child>;

/** Every text that a library can override, by its key. */
export type MessageKey =
  | keyof CoreMessages
  | keyof QuestionMessages
  | keyof RegisterMessages
  | keyof RefusalMessages
  | keyof CampusMessages
  | keyof MailboxMessages
  | keyof ChildMessages
  | keyof RecoverMessages;
