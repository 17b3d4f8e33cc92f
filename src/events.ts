import type { Flow } from './contracts/transaction.js';
import type { ElementStep, Outcome } from './flow/types.js';

/** The element's events. All but the last bubble and are composed; no detail ever holds personal data. */
export interface SignupEvents {
  /** Another screen is shown. */
  'signup-step': CustomEvent<{ flow: Flow; step: ElementStep; from: ElementStep | null }>;
  /** A flow reached its end. */
  'signup-complete': CustomEvent<{ flow: Flow; outcome: Outcome }>;
  /** Something failed or was refused; `retryable` says whether trying again makes sense. */
  'signup-error': CustomEvent<{ code: string; step: ElementStep; retryable: boolean }>;
  /** The patron cancelled a login or the flow. */
  'signup-cancel': CustomEvent<{ flow: Flow; step: ElementStep }>;
  /** About to leave for a provider. `preventDefault()` when the host logs in by itself and sets `identity` afterwards. */
  'signup-identify': CustomEvent<{ provider: string; url: string; mode: 'redirect' | 'popup' }>;
  /** A login for the host's back end, which redeems the code once. Neither bubbles nor is composed. Only with `login.handover.mode` `event`. */
  'signup-handover': CustomEvent<{ code: string; expiresIn: number }>;
}

export type SignupDetail<K extends keyof SignupEvents> = SignupEvents[K]['detail'];

declare global {
  // Of elements, documents and windows alike.
  interface GlobalEventHandlersEventMap extends SignupEvents {}
}
