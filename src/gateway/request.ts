import type { PrivateHolder } from '../ports.js';
import { readJson, readProblem, refusal } from './problem.js';
import type { SignupError } from '../errors.js';

export interface RequestOptions {
  /** The gateway's address; relative ones are resolved against the page. */
  url: string;
  credentials?: RequestCredentials;
  facts: PrivateHolder;
  fetch?: typeof fetch;
  /** What a relative `url` is relative to. Default: the document. */
  baseUrl?: string;
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds until one attempt is given up. */
  timeout?: number;
}

/** `POST patrons`: method, and path relative to the gateway's address. */
type CallName = `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}`;
interface Sent {
  body?: unknown;
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

const TIMEOUT = 15_000;
/** Milliseconds before each repetition. Reads are repeated twice, writes once. */
const PAUSES = [300, 900];
const TRANSIENT = [502, 503, 504];

/** Sends calls to a gateway: time-out, repetition, one key for one write, one request for the same call made twice at once. */
export function createRequest(options: RequestOptions): Request {
  const { facts, now = Date.now, timeout = TIMEOUT } = options;
  const sleep = options.sleep ?? ((milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const underWay = new Map<string, { answer: Promise<unknown>; waiting: number; controller: AbortController }>();

  const address = (path: string): string => {
    const base = new URL(options.url, options.baseUrl ?? globalThis.document?.baseURI);
    base.search = base.hash = '';
    base.pathname = base.pathname.replace(/\/*$/, '/');
    return new URL(path, base).href;
  };

  /** The key of a write: kept with what was sent until the answer is definitive, so that a repetition cannot register twice. */
  const keyOf = (name: string, body: string): string => {
    const open = facts.get('openWrites');
    const before = open?.[name];
    if (before?.body === body) return before.key;
    const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    facts.set('openWrites', { ...open, [name]: { body, key } });
    return key;
  };
  const settle = (name: string, key: string | undefined): void => {
    const { [name]: write, ...rest } = facts.get('openWrites') ?? {};
    if (write && write.key === key) facts.set('openWrites', rest);
  };

  async function send(name: CallName, schema: Schema<unknown> | null, { token, keepalive }: Sent, body: string, signal: AbortSignal): Promise<unknown> {
    const [method, path = ''] = name.split(' ');
    const isRead = method === 'GET';
    const key = isRead ? undefined : keyOf(name, body);
    for (let tried = 0; ; tried++) {
      const attempt = new AbortController();
      let late = false;
      const stop = (): void => attempt.abort();
      const timer = setTimeout(() => {
        late = true;
        stop();
      }, timeout);
      signal.addEventListener('abort', stop);
      let error: SignupError;
      let canRepeat: boolean;
      const answer = await (async () => {
        const response = await (options.fetch ?? fetch)(address(path), {
          method,
          headers: {
            Accept: 'application/json',
            ...(body && { 'Content-Type': 'application/json' }),
            ...(token && { Authorization: `Bearer ${token}` }),
            ...(key && { 'Idempotency-Key': key }),
          },
          ...(body && { body }),
          mode: 'cors',
          credentials: options.credentials ?? 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          // A redirect would carry the body to an address that nobody configured.
          redirect: 'manual',
          keepalive,
          signal: attempt.signal,
        });
        // The body is read inside the time-out: an answer can stop half-way.
        return { response, text: await response.text() };
      })().catch((cause: unknown) => ({ cause }));
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if ('cause' in answer) {
        error = refusal('unavailable', {}, answer.cause);
        // A write that timed out may still be at work: the patron decides, and the key is kept.
        canRepeat = isRead || (!late && tried === 0);
      } else {
        const { response, text } = answer;
        const { status, headers } = response;
        if (response.ok) {
          const parsed = schema?.safeParse(readJson(text));
          // Not what was agreed: the key stays, and a repetition gets the answer to the same write.
          if (parsed ? !parsed.success : status !== 204) throw refusal('unavailable');
          settle(name, key);
          return parsed?.success ? parsed.data : undefined;
        }
        error = readProblem(status, headers, text, now());
        canRepeat = isRead && TRANSIENT.includes(status) && error.failure.retryAfter === undefined;
      }
      const pause = PAUSES[tried];
      if (canRepeat && pause !== undefined && !signal.aborted) {
        await sleep(pause);
        if (!signal.aborted) continue;
      }
      if (!error.failure.retryable) settle(name, key);
      // Only the token that was refused: a new session may have begun meanwhile.
      if (error.code === 'session-expired' && token && facts.get('token') === token) facts.clear('token');
      throw error;
    }
  }

  return <T>(name: CallName, schema: Schema<T> | null, signal?: AbortSignal, sent: Sent = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const give = (): void => reject(refusal('unavailable', {}, signal?.reason));
      if (signal?.aborted) return give();
      const body = sent.body === undefined ? '' : JSON.stringify(sent.body);
      const id = [name, sent.token, body].join('\n');
      const known = underWay.get(id);
      const controller = known?.controller ?? new AbortController();
      const own = known ?? { answer: send(name, schema, sent, body, controller.signal), waiting: 0, controller };
      underWay.set(id, own);
      const drop = (): void => {
        if (underWay.get(id) === own) underWay.delete(id);
      };
      const leave = (): void => {
        give();
        // Given up only when nobody waits for it any more.
        if (--own.waiting > 0) return;
        drop();
        controller.abort(signal?.reason);
      };
      own.waiting++;
      signal?.addEventListener('abort', leave, { once: true });
      void own.answer.then((answer) => resolve(answer as T), reject).finally(() => {
        drop();
        signal?.removeEventListener('abort', leave);
      });
    });
}
