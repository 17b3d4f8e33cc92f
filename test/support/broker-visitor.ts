import { createHash, randomBytes } from 'node:crypto';

export const CLIENT = { id: 'library', secret: 'a secret of the test', redirectUri: 'http://localhost:9/demo/' };

const random = (): string => randomBytes(32).toString('base64url');

/** The values of one hand-off, as the browser would make them. */
export function newTransaction() {
  const codeVerifier = random();
  return { codeVerifier, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'), state: random(), nonce: random() };
}
export type TestTransaction = ReturnType<typeof newTransaction>;

export function authorizationUrl(
  issuer: string,
  { state, nonce, codeChallenge }: TestTransaction,
  more: Record<string, string | undefined> = {},
): string {
  const url = new URL('/auth', issuer);
  const parameters = {
    response_type: 'code',
    client_id: CLIENT.id,
    redirect_uri: CLIENT.redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    acr_values: 'urn:grn:authn:dk:mitid:substantial',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** A browser without a screen: keeps cookies (all of them, whatever their path) and follows redirects within one origin. */
export function createVisitor() {
  const cookies = new Map<string, string>();

  /** Resolves with the page, or with the address on another origin that it was sent to. */
  const visit = async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; status: number; text: string; headers: Headers; isAway: boolean }> => {
    let current = new URL(url);
    const { origin } = current;
    let body = form && new URLSearchParams(form);
    for (let hop = 0; hop < 10; hop += 1) {
      const response = await fetch(current, {
        redirect: 'manual',
        headers: { Accept: 'text/html', Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body && { method: 'POST', body }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const at = pair.indexOf('=');
        if (pair.slice(at + 1) === '') cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = response.headers.get('Location');
      if (location === null)
        return { url: current, status: response.status, text: await response.text(), headers: response.headers, isAway: false };
      current = new URL(location, current);
      body = undefined;
      if (current.origin !== origin) return { url: current, status: response.status, text: '', headers: response.headers, isAway: true };
    }
    throw new Error('too many redirects');
  };

  return {
    cookies,
    visit,
    /** Opens the picker and clicks one of its buttons; resolves with where that led. */
    async choose(url: string, choice: { persona: string } | { refuse: string }) {
      const picker = await visit(url);
      return visit(picker.url.href, choice);
    },
  };
}

/** Redeems a code as the library's server would. */
export function redeem(
  issuer: string,
  code: string,
  { codeVerifier }: TestTransaction,
  redirectUri = CLIENT.redirectUri,
  secret = CLIENT.secret,
): Promise<Response> {
  const credentials = [CLIENT.id, secret].map((part) => encodeURIComponent(part).replaceAll('%20', '+')).join(':');
  return fetch(new URL('/token', issuer), {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: codeVerifier, redirect_uri: redirectUri }),
  });
}
