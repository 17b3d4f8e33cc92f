import type { TemplateResult } from 'lit';
import type { SignupConfig } from '../contracts/config.js';
import type { Language, LocalizedText } from '../contracts/text.js';
import type { FlowContext, FlowEvent, IdentifyContext, MailboxContext, Step } from '../flow/types.js';
import type { MessageKey } from '../locales/messages.js';
import type { Clock, SecretHolder } from '../ports.js';

/** What a screen gets to draw itself and to answer with. A new object each render; screens keep nothing. */
export interface Ui {
  readonly step: Step;
  readonly language: Language;
  readonly config: SignupConfig;
  readonly publicComputer: boolean;
  /** A public computer is about to forget, for want of a sign of life. */
  readonly idle: boolean;
  /** The root machine's context. */
  readonly context: Readonly<FlowContext>;
  /** The identify child's context, while it runs. */
  readonly identify?: Readonly<IdentifyContext>;
  readonly mailbox?: Readonly<MailboxContext>;
  /** A request is under way; the screen stays as it is and its button says so. */
  readonly busy: boolean;
  readonly clock: Clock;
  /** What must not reach the machine: PIN, child's CPR number, name of the person. */
  readonly secrets: SecretHolder;
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** What the fields of this screen are called, where that is not known before: errors name them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Whether a text exists under a computed key, e.g. a gateway's field code. */
  has(key: string): key is MessageKey;
  localize(text: LocalizedText | undefined): string;
  /** What a provider that the host page registered calls itself. */
  nameOf(adapter: string): string | undefined;
  send(event: FlowEvent): void;
  can(event: FlowEvent): boolean;
  /** Whether the gateway can do what this answer of the screen, or this part of it, leads to. */
  isOffered(what: string): boolean;
}

/** A screen: from context to markup, into the element's one shadow root. */
export type View = (ui: Ui) => TemplateResult;

/** What the screens outside the flow (`loading`, `unavailable`) get: there may be no configuration, only the contact that could be read. */
export interface PlainUi extends Pick<Ui, 't' | 'localize'> {
  readonly contact?: SignupConfig['library']['contact'];
  /** Asks for the configuration again, where it could not be had. */
  readonly retry?: (() => void) | undefined;
}
export type PlainView = (ui: PlainUi) => TemplateResult;
