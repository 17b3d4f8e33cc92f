/** An answer of the gateway under test, with what was asked. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
  };
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed, or `undefined` where it is no JSON. */
  readonly body: Record<string, unknown> | undefined;
  /** Milliseconds. */
  readonly took: number;
}

export interface CallOptions {
  readonly body?: unknown;
  /** In place of `body`, as it is. */
  readonly raw?: string;
  readonly token?: string | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIME_OUT = 15_000;

/** Plain HTTP, as anybody would ask. Remembers every exchange: what holds for all of them is checked at the end. */
export class GatewayClient {
  readonly exchanges: Exchange[] = [];
  readonly base: string;

  constructor(base: string) {
    this.base = base.endsWith('/') ? base : `${base}/`;
  }

  async call(name: string, { body, raw, token, key, headers = {} }: CallOptions = {}): Promise<Exchange> {
    const [method = '', path = ''] = name.split(' ');
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = {
      ...(text !== undefined && { 'Content-Type': 'application/json' }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...headers,
    };
    const begun = performance.now();
    const response = await fetch(this.base + path, {
      method,
      headers: sent,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_OUT),
      ...(text !== undefined && { body: text }),
    });
    const answer = await response.text();
    const took = performance.now() - begun;
    let parsed: unknown;
    try {
      parsed = answer === '' ? undefined : JSON.parse(answer);
    } catch {
      // Said by the check of media types.
    }
    const exchange: Exchange = {
      request: { method, path, headers: sent, body: text },
      status: response.status,
      headers: response.headers,
      text: answer,
      body: typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined,
      took,
    };
    this.exchanges.push(exchange);
    return exchange;
  }
}
