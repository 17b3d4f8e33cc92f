import { PROBLEM_STATUS, problemSchema, type ProblemCode } from '../contracts/problem.js';
import { SignupError, type Failure } from '../errors.js';

const RETRYABLE: readonly ProblemCode[] = ['unavailable', 'provider-failed', 'too-many-requests'];

const isProblemCode = (code: string | undefined): code is ProblemCode => code !== undefined && Object.hasOwn(PROBLEM_STATUS, code);

/** What a status means when no code that we know came with it. Of several, the one that promises least: the contract names it first, but for 403. */
const byStatus = (status: number): ProblemCode =>
  status === 403 ? 'not-permitted' : (Object.keys(PROBLEM_STATUS).filter(isProblemCode).find((code) => PROBLEM_STATUS[code] === status) ?? 'unavailable');

export function refusal(code: ProblemCode, facts?: Omit<Failure, 'code' | 'retryable'>, cause?: unknown): SignupError {
  return new SignupError({ code, retryable: RETRYABLE.includes(code), ...facts }, { cause });
}

/** `Retry-After` as whole seconds from now; it may be a number of seconds or a date (RFC 9110 §10.2.3). */
function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The failure that an answer outside 2xx names: by its code, else by its status, else `unavailable`. */
export function readProblem(status: number, headers: Headers, text: string, now: number): SignupError {
  const { data = {} } = problemSchema.safeParse(readJson(text));
  const { attemptsLeft, errors, retryAfter = readRetryAfter(headers.get('Retry-After'), now) } = data;
  return refusal(isProblemCode(data.code) ? data.code : byStatus(status), {
    ...(errors && { fields: errors }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
  });
}
