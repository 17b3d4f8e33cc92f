import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { signupContext, type SignupState } from './signup-context.js';

/** Answers components in the element's slots that ask for its state. */
export const provideSignupContext = (host: LitElement, initialValue: SignupState): ContextProvider<typeof signupContext> =>
  new ContextProvider(host, { context: signupContext, initialValue });
