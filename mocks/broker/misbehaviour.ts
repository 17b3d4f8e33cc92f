import type { KoaContextWithOIDC } from 'oidc-provider';

/** Ways in which a broker, or somebody between it and the library, can go wrong. */
export interface Misbehaviour {
  /** `iss` of the response: another issuer's (a mix-up attack), or left out. */
  issuer?: 'wrong' | 'missing';
  /** `state` of the response: changed on the way, or left out. */
  state?: 'tampered' | 'missing';
  /** `code` of the response: changed on the way. */
  code?: 'tampered';
  /** Milliseconds before each answer. */
  delay?: number;
  /** What the token endpoint does: answers 503, or gives an ID token with a broken signature. */
  token?: 'down' | 'forged';
}

const FIELDS: { readonly [K in keyof Misbehaviour]-?: (value: unknown) => boolean } = {
  issuer: (value) => value === 'wrong' || value === 'missing',
  state: (value) => value === 'tampered' || value === 'missing',
  code: (value) => value === 'tampered',
  delay: (value) => typeof value === 'number' && value >= 0 && value <= 60_000,
  token: (value) => value === 'down' || value === 'forged',
};

/** What a control request asks for; undefined when it is not understood. */
export function parseMisbehaviour(value: unknown): Misbehaviour | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, (value: unknown) => boolean>(Object.entries(FIELDS));
  const understood = Object.entries(value).every(([name, given]) => fields.get(name)?.(given));
  return understood ? value : undefined;
}

function spoilResponse(location: string, { issuer, state, code }: Misbehaviour): string {
  const url = new URL(location);
  const spoil = (name: string, how: 'missing' | 'wrong' | 'tampered' | undefined, value: string): void => {
    if (how === 'missing') url.searchParams.delete(name);
    else if (how !== undefined && url.searchParams.has(name)) url.searchParams.set(name, value);
  };
  spoil('iss', issuer, 'http://another-issuer.example');
  spoil('state', state, `x${url.searchParams.get('state') ?? ''}`);
  spoil('code', code, `x${url.searchParams.get('code') ?? ''}`);
  return url.href;
}

/** Changes the first character of the signature, all of whose bits count. */
function forge(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

/** Spoils what the provider answers, as {@link Misbehaviour} says at that moment. */
export function misbehave(read: () => Misbehaviour, origin: string) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const { delay, token } = read();
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    const atToken = context.path === '/token';
    if (atToken && token === 'down') {
      context.status = 503;
      context.body = 'Service Unavailable';
      return;
    }
    await next();
    const location = context.response.get('Location');
    if (context.status === 303 && location !== '' && new URL(location, origin).origin !== origin) {
      context.set('Location', spoilResponse(location, read()));
      // The body repeats the address.
      context.body = '';
    }
    if (atToken && token === 'forged' && typeof context.body === 'object' && context.body !== null && 'id_token' in context.body) {
      context.body = { ...context.body, id_token: forge(String(context.body.id_token)) };
    }
  };
}
