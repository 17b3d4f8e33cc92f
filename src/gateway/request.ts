import { toJson } from '../contracts/json.js';
import type { Clock, SecretHolder } from '../ports.js';
import type { SignupError } from '../errors.js';
import { limitTime, PATIENCE } from '../page/time-limit.js';
import { addressOf } from './address.js';
import { readJson, readProblem, refusal } from './problem.js';

export interface RequestOptions {
  /** The gateway's address; relative ones are resolved against the page. */
  url: string;
  credentials?: RequestCredentials;
  secrets: SecretHolder;
  fetch?: typeof fetch;
  /** What a relative `url` is relative to. Default: the document. */
  baseUrl?: string | undefined;
  /** Tells how far away a date in `Retry-After` is. */
  clock: Clock;
  sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds until one attempt is given up. */
  timeout?: number;
}

/** `POST patrons`: method, and path relative to the gateway's address. */
type CallName = `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}`;
interface Sent {
  body?: object;
  token?: string;
  /** Let the request outlive the page. */
  keepalive?: boolean;
}
/** What reads an answer's body. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** Sends a call and reads the answer. `null` for a schema: the answer is 204 and has no body. */
export interface Request {
  <T>(name: CallName, schema: Schema<T>, signal?: AbortSignal, sent?: Sent): Promise<T>;
  (name: CallName, schema: null, signal?: AbortSignal, sent?: Sent): Promise<void>;
}

/** Seconds that a read waits for a service that says when it is back. */
const SOON = 3;

/** Sends calls to a gateway: time-out, repetition, and one key for one write. */
export function createRequest(options: RequestOptions): Request {
  const { secrets, credentials = 'omit', clock, timeout = PATIENCE } = options;
  const sleep = options.sleep ?? ((milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

  return async <T>(name: CallName, schema: Schema<T> | null, signal?: AbortSignal, { body, token, keepalive }: Sent = {}): Promise<T> => {
    const [method, path = ''] = name.split(' ');
    const isRead = method === 'GET';
    const json = body && toJson(body);
    const write = `${name} ${json}`;
    // Kept until the answer is definitive: a repetition of the same write has the same key, so that it can't register twice.
    const open = secrets.get('openWrites') ?? new Map<string, string>();
    const key = isRead ? undefined : (open.get(write) ?? crypto.randomUUID());
    if (key) secrets.set('openWrites', open.set(write, key));
    // Milliseconds before each repetition.
    const pauses = isRead ? [300, 900] : [300];
    for (;;) {
      const limit = limitTime(timeout, signal);
      let error: SignupError;
      let canRepeat: boolean;
      let retryAfter: number | undefined;
      const answer = await (async () => {
        const response = await (options.fetch ?? fetch)(addressOf(options.url, options.baseUrl ?? globalThis.document?.baseURI, path), {
          method,
          headers: {
            Accept: 'application/json',
            ...(json && { 'Content-Type': 'application/json' }),
            ...(token && { Authorization: `Bearer ${token}` }),
            ...(key && { 'Idempotency-Key': key }),
          },
          body: json,
          credentials,
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          // A redirect would carry the body to an address that nobody configured.
          redirect: 'manual',
          keepalive,
          signal: limit.signal,
        });
        // The body is read inside the time-out: an answer can stop half-way.
        return { response, text: await response.text() };
      })()
        .catch(() => null)
        .finally(limit.clear);
      if (answer) {
        const { response, text } = answer;
        const { status } = response;
        if (response.ok) {
          const parsed = schema?.safeParse(readJson(text));
          // Not what was agreed: the key stays, and a repetition gets the answer to the same write.
          if (parsed ? !parsed.success : status !== 204) throw refusal('unavailable');
          open.delete(write);
          return (parsed?.success ? parsed.data : undefined) as T;
        }
        error = readProblem(response, text, clock.now());
        ({ retryAfter } = error.failure);
        canRepeat = isRead && (retryAfter === undefined ? status >= 500 : retryAfter <= SOON);
      } else {
        error = refusal('unavailable');
        // A write that timed out may still be at work: the patron decides, and the key is kept.
        canRepeat = isRead || !limit.signal.aborted;
      }
      const pause = pauses.shift();
      if (canRepeat && pause && !signal?.aborted) await sleep(Math.max(pause, (retryAfter ?? 0) * 1000));
      else {
        if (!error.failure.retryable) open.delete(write);
        // Only the token that was refused: a new session may have begun meanwhile.
        if (error.code === 'session-expired' && secrets.get('token') === token) secrets.clear('token');
        throw error;
      }
    }
  };
}
