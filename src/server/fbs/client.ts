import type * as z from 'zod/mini';
import { GatewayProblem } from '../problem.js';
import { FBS_CALLS, type FbsCall } from './contracts.js';

export interface FbsOptions {
  /** Base address, without a path. */
  readonly url: string;
  /** `DK-710100` */
  readonly isil: string;
  readonly username: string;
  readonly password: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds that FBS has for an answer. */
  readonly timeout?: number;
}

type Answer<C extends FbsCall> = (typeof FBS_CALLS)[C]['answer'] extends z.ZodMiniType
  ? z.output<(typeof FBS_CALLS)[C]['answer']>
  : undefined;

/** FBS has refused. `status` is what it answered. */
export class FbsRefusal extends Error {
  readonly status: number;
  constructor(call: FbsCall, status: number) {
    super(`${call}: ${status}`);
    this.status = status;
  }
}

export interface FbsClient {
  /** Rejects with {@link FbsRefusal} where FBS refuses, and with `unavailable` where it can't be asked. */
  ask<C extends FbsCall>(
    call: C,
    options?: { path?: Record<string, string>; query?: Record<string, string>; body?: unknown },
  ): Promise<Answer<C>>;
}

/** Logs in once for all calls, and again when the session's key has timed out. */
export function createFbsClient({ url, isil, username, password, fetch: send = fetch, timeout = 10_000 }: FbsOptions): FbsClient {
  let key: Promise<string> | undefined;

  const addressOf = (call: FbsCall, path: Record<string, string>, query: Record<string, string>): URL => {
    const template: string = FBS_CALLS[call].path;
    const whole = template.startsWith('/') ? template : `/external/{isil}/patrons/${template}`;
    const values: Record<string, string> = { isil, ...path };
    const address = new URL(
      whole.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? '')),
      url,
    );
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return address;
  };

  async function transmit(call: FbsCall, address: URL, body: unknown, session: string | undefined): Promise<Response> {
    const { method } = FBS_CALLS[call];
    try {
      return await send(address, {
        method,
        headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...(session !== undefined && { 'X-Session': session }) },
        // FBS takes a string as it is, without the quotes that JSON has.
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
    } catch {
      throw new GatewayProblem('unavailable');
    }
  }

  function logIn(): Promise<string> {
    key ??= transmit('login', addressOf('login', {}, {}), { username, password }, undefined)
      .then(async (response) => {
        const { data } = FBS_CALLS.login.answer.safeParse(response.ok ? await response.json().catch(() => undefined) : undefined);
        // Wrong credentials are the library's mistake, not the patron's.
        if (!data) throw new GatewayProblem('unavailable');
        return data.sessionKey;
      })
      .catch((error: unknown) => {
        key = undefined;
        throw error;
      });
    return key;
  }

  return {
    async ask(call, { path = {}, query = {}, body } = {}) {
      const address = addressOf(call, path, query);
      const session = await logIn();
      let response = await transmit(call, address, body, session);
      if (response.status === 401) {
        // The key has timed out: once more with a new one.
        if ((await key) === session) key = undefined;
        response = await transmit(call, address, body, await logIn());
      }
      if (response.status >= 500) throw new GatewayProblem('unavailable');
      if (!response.ok) throw new FbsRefusal(call, response.status);
      const schema = FBS_CALLS[call].answer as z.ZodMiniType | undefined;
      if (!schema) return undefined as Answer<typeof call>;
      const { success, data } = schema.safeParse(await response.json().catch(() => undefined));
      if (!success) throw new GatewayProblem('unavailable');
      return data as Answer<typeof call>;
    },
  };
}
