import { createContext } from '@lit/context';
import type { Language } from '../contracts/text.js';
import type { ElementStep, FlowEvent } from '../flow/types.js';

/** What a host's own component in one of the element's slots can know of the flow, through `@lit/context`. Nothing personal. */
export interface SignupState {
  readonly step: ElementStep;
  readonly language: Language;
  readonly busy: boolean;
  can(event: FlowEvent): boolean;
  send(event: FlowEvent): void;
}

/** Keyed by a symbol of this copy, so two versions on a page never talk across each other. */
export const signupContext = createContext<SignupState>(Symbol('library-signup'));
