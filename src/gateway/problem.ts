import { PROBLEM_STATUS, problemSchema, type ProblemCode } from '../contracts/problem.js';
import { SignupError, type Failure } from '../errors.js';

const RETRYABLE: readonly ProblemCode[] = ['unavailable', 'provider-failed', 'too-many-requests'];

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

export function refusal(code: ProblemCode, facts?: Omit<Failure, 'code' | 'retryable'>): SignupError {
  return new SignupError({ code, retryable: RETRYABLE.includes(code), ...facts });
}

/** At most 30 days: nobody waits longer, and no text says so well. */
const bounded = (seconds: number | undefined): number | undefined => seconds && Math.min(Math.max(0, seconds), 2_592_000);

/** `Retry-After` as whole seconds from now; it may be a number of seconds or a date (RFC 9110 §10.2.3). */
function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = isNaN(Number(header)) ? (Date.parse(header) - now) / 1000 : Number(header);
  return Number.isFinite(seconds) ? Math.ceil(seconds) : undefined;
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The failure that an answer outside 2xx names: by its code, else by its status, else `unavailable`. Of several codes with one status it is the one
 * that promises least: the contract names it first, but for 403.
 */
export function readProblem({ status, headers }: Response, text: string, now: number): SignupError {
  const { data } = problemSchema.safeParse(readJson(text));
  const code =
    CODES.find((one) => one === data?.code) ??
    (status === 403 ? 'not-permitted' : CODES.find((one) => PROBLEM_STATUS[one] === status)) ??
    'unavailable';
  return refusal(code, {
    fields: data?.errors,
    retryAfter: bounded(data?.retryAfter ?? readRetryAfter(headers.get('Retry-After'), now)),
    attemptsLeft: data?.attemptsLeft,
    reason: data?.reason,
  });
}
