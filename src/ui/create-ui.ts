import type { SignupConfig } from '../contracts/config.js';
import { localize, type Language } from '../contracts/text.js';
import type { CurrentScreen } from '../flow/current-screen.js';
import type { ElementStep, FlowEvent } from '../flow/types.js';
import { createTranslator } from '../locales/translate.js';
import type { Clock, SecretHolder } from '../ports.js';
import type { PlainUi, Ui } from './view.js';

/** What takes events, and knows which it takes. */
interface Receiver {
  can(event: FlowEvent): boolean;
  send(event: FlowEvent): void;
}

export interface UiParts {
  /** The screen that is shown. */
  readonly step: ElementStep;
  readonly language: Language;
  readonly current: CurrentScreen;
  readonly config: SignupConfig;
  readonly flow: Receiver;
  /** Screens that could not be downloaded are tried again by the same button as everything else. */
  readonly screens: { readonly failed: boolean; retry(): void };
  readonly publicComputer: boolean;
  readonly idle: boolean;
  readonly clock: Clock;
  isOffered(what: string): boolean;
  readonly secrets: SecretHolder;
  nameOf(adapter: string): string | undefined;
  onProviderChosen(): void;
  /** Another event than one of the form is about to be sent: the form may go. */
  onLeave(): void;
}

/** What a screen of the flow gets; `undefined` for the two that are outside it. */
export function createUi(parts: UiParts): Ui | undefined {
  const { step, language, current, config, flow, screens, onProviderChosen, onLeave } = parts;
  if (step === 'loading' || step === 'unavailable') return undefined;
  const isScreenRetry = (event: FlowEvent): boolean => screens.failed && event.type === 'flow.retry';
  return {
    ...createTranslator(language, config.texts?.[language]),
    ...current,
    ...parts,
    step,
    localize: (text) => localize(text, language) ?? '',
    send: (event) => {
      if (!/^(draft|answers|form)\./.test(event.type)) onLeave();
      if (event.type === 'identity.chosen' && flow.can(event)) onProviderChosen();
      if (isScreenRetry(event)) screens.retry();
      else flow.send(event);
    },
    can: (event) => isScreenRetry(event) || flow.can(event),
  };
}

/** What a screen outside the flow gets. */
export const createPlainUi = ({ language, contact, retry }: Pick<UiParts, 'language'> & Pick<PlainUi, 'contact' | 'retry'>): PlainUi => ({
  ...createTranslator(language),
  localize: (text) => localize(text, language) ?? '',
  contact,
  retry,
});
