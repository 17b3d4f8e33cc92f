import type { PrivateHolder } from '../ports.js';
import { readJson, readProblem, refusal } from './problem.js';

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

export interface Call<T> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the gateway's address. */
  path: string;
  /** Absent: the answer is 204 and has no body. */
  schema?: { safeParse(value: unknown): { success: true; data: T } | { success: false } };
  body?: unknown;
  token?: string;
  /** Let the request outlive the page. */
  keepalive?: boolean;
}

type Answer = { response: Response; text: string } | { lost: 'network' | 'time-out'; cause: unknown };

const TIMEOUT = 15_000;
/** Milliseconds before each repetition. Reads are repeated twice, writes once. */
const PAUSES = [300, 900];
const TRANSIENT = [502, 503, 504];

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const fail = (): void => reject(refusal('unavailable', {}, signal.reason));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });

/** Sends calls to a gateway: time-out, repetition, one key for one write, one request for the same call made twice at once. */
export function createRequest(options: RequestOptions): <T>(call: Call<T>, signal?: AbortSignal) => Promise<T> {
  const { facts, now = Date.now, timeout = TIMEOUT } = options;
  const sleep = options.sleep ?? ((milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const underWay = new Map<string, { answer: Promise<unknown>; waiting: number; controller: AbortController }>();

  const address = (path: string): URL => {
    const base = new URL(options.url, options.baseUrl ?? globalThis.document?.baseURI);
    base.search = base.hash = '';
    base.pathname = base.pathname.replace(/\/*$/, '/');
    return new URL(path, base);
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

  async function attempt(path: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
    const controller = new AbortController();
    let late = false;
    const stop = (): void => controller.abort();
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, timeout);
    signal.addEventListener('abort', stop);
    try {
      const response = await (options.fetch ?? fetch)(address(path).href, { ...init, signal: controller.signal });
      // The body is read inside the time-out: an answer can stop half-way.
      return { response, text: await response.text() };
    } catch (cause) {
      return { lost: late ? 'time-out' : 'network', cause };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  async function send<T>(call: Call<T>, body: string, signal: AbortSignal): Promise<T> {
    const { method, path, schema, token } = call;
    const isRead = method === 'GET';
    const name = `${method} ${path}`;
    const key = isRead ? undefined : keyOf(name, body);
    const init: RequestInit = {
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
      ...(call.keepalive && { keepalive: true }),
    };
    for (let tried = 0; ; tried++) {
      const answer = await attempt(path, init, signal);
      const pause = isRead || tried === 0 ? PAUSES[tried] : undefined;
      const canRepeat = pause !== undefined && !signal.aborted;
      if ('lost' in answer) {
        // A write that timed out may still be at work: the patron decides, and the key is kept.
        if (!canRepeat || !(isRead || answer.lost === 'network')) throw refusal('unavailable', {}, answer.cause);
        await sleep(pause);
        if (signal.aborted) throw refusal('unavailable', {}, signal.reason);
        continue;
      }
      const { response, text } = answer;
      if (response.ok) {
        const parsed = schema ? schema.safeParse(readJson(text)) : undefined;
        // Not what was agreed: the key stays, and a repetition gets the answer to the same write.
        if (parsed ? !parsed.success : response.status !== 204) throw refusal('unavailable');
        settle(name, key);
        return (parsed?.success ? parsed.data : undefined) as T;
      }
      const error = readProblem(response.status, response.headers, text, now());
      if (isRead && canRepeat && TRANSIENT.includes(response.status) && error.failure.retryAfter === undefined) {
        await sleep(pause);
        if (signal.aborted) throw error;
        continue;
      }
      if (!error.failure.retryable) settle(name, key);
      // Only the token that was refused: a new session may have begun meanwhile.
      if (error.code === 'session-expired' && token && facts.get('token') === token) facts.clear('token');
      throw error;
    }
  }

  return async <T>(call: Call<T>, signal?: AbortSignal): Promise<T> => {
    if (signal?.aborted) throw refusal('unavailable', {}, signal.reason);
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const id = [call.method, call.path, call.token, body].join('\n');
    let shared = underWay.get(id);
    if (!shared) {
      const controller = new AbortController();
      const started = { answer: send(call, body, controller.signal), waiting: 0, controller };
      shared = started;
      underWay.set(id, started);
      const done = (): void => {
        if (underWay.get(id) === started) underWay.delete(id);
      };
      started.answer.then(done, done);
    }
    const own = shared;
    own.waiting++;
    const leave = (): void => {
      // Given up only when nobody waits for it any more.
      if (--own.waiting > 0) return;
      if (underWay.get(id) === own) underWay.delete(id);
      own.controller.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return (await (signal ? Promise.race([own.answer, aborted(signal)]) : own.answer)) as T;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}
