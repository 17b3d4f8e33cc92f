import type { LoginKind } from './login-kind.js';

/** How a login can end without a person. `never-returned` is the broker's own error page. */
export const REFUSALS = ['cancelled', 'timed-out', 'failed', 'never-returned'] as const;
export type Refusal = (typeof REFUSALS)[number];

export function isRefusal(value: unknown): value is Refusal {
  return REFUSALS.some((refusal) => refusal === value);
}

type ErrorResult = { error: string; error_description: string };

/**
 * Nets eID Broker answers every failure of the user's own with `access_denied` and a code in `error_description`; the codes are those that
 * were recorded there. `mitid_core_client_error` comes from MitID's client and is passed through by Idura too.
 */
const EID: Record<Exclude<Refusal, 'never-returned'>, ErrorResult> = {
  cancelled: { error: 'access_denied', error_description: 'mitid_user_aborted' },
  'timed-out': { error: 'access_denied', error_description: 'mitid_timeout' },
  failed: { error: 'access_denied', error_description: 'mitid_core_client_error' },
};

const WAYF: typeof EID = {
  cancelled: { error: 'access_denied', error_description: 'user_aborted' },
  'timed-out': { error: 'temporarily_unavailable', error_description: 'institution did not answer' },
  failed: { error: 'server_error', error_description: 'no assertion from the institution' },
};

export function refusalResult(refusal: Exclude<Refusal, 'never-returned'>, kind: LoginKind): ErrorResult {
  return kind === 'wayf' ? WAYF[refusal] : EID[refusal];
}
