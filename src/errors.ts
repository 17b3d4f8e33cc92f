import type { ProblemCode } from './contracts/problem.js';

/** Why something did not work, by name. Problem codes of the gateway, plus what can go wrong before one is reached. */
export type FailureCode = ProblemCode | 'config-invalid' | 'storage-denied';

/** An expected outcome that is not success. JSON, so it can stand in a snapshot; holds nothing personal. */
export interface Failure {
  readonly code: FailureCode;
  /** Whether the same request can sensibly be sent again. */
  readonly retryable: boolean;
  /** By field name, as the gateway named them. */
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  /** Seconds until it makes sense to try again. */
  readonly retryAfter?: number;
  readonly attemptsLeft?: number;
  /** More than the code says: why a library can't be attached, or a card is blocked. */
  readonly reason?: string;
}

/** Thrown by ports for an outcome that the contract names. */
export class SignupError extends Error {
  override readonly name = 'SignupError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.code, options);
    this.failure = failure;
  }

  get code(): FailureCode {
    return this.failure.code;
  }
}

/** The failure behind anything that was thrown; what is not ours is `unavailable`. */
export function toFailure(error: unknown): Failure {
  return error instanceof SignupError ? error.failure : { code: 'unavailable', retryable: true };
}
