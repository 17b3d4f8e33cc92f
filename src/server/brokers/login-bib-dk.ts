import * as z from 'zod/mini';
import type { Broker, CodeProof, Identity } from '../ports.js';
import { GatewayProblem } from '../problem.js';

export interface LoginBibDkOptions {
  /** `https://login.bib.dk` */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Name of the provider in the configuration. */
  readonly provider?: string;
  /** Locks the login to a library. */
  readonly agency?: string;
  readonly fetch?: typeof fetch;
}

const tokenSchema = z.object({ access_token: z.string() });
/** What is released depends on what DBC has configured for the client. There is no name and no e-mail address among it. */
const userinfoSchema = z.object({
  attributes: z.object({
    cpr: z.optional(z.nullable(z.string())),
    userId: z.optional(z.nullable(z.string())),
    uniqueId: z.optional(z.nullable(z.string())),
    municipality: z.optional(z.nullable(z.string())),
    /** `DDMM`. */
    birthDate: z.optional(z.nullable(z.string())),
    birthYear: z.optional(z.nullable(z.string())),
    blocked: z.optional(z.nullable(z.boolean())),
    idpUsed: z.optional(z.nullable(z.string())),
  }),
});

const TIME_OUT = 10_000;

/**
 * login.bib.dk: OAuth 2 with a code and userinfo. It has no discovery, no ID token, no nonce and no PKCE, so the gateway compares the challenge of
 * `POST authorizations` with the verifier by itself, and takes no code without.
 */
export function createLoginBibDkBroker(options: LoginBibDkOptions): Broker {
  const { url, clientId, clientSecret, redirectUris, agency, provider = 'bibdk', fetch: ask = fetch } = options;

  async function read<T extends z.ZodMiniType>(path: string, init: RequestInit, schema: T): Promise<z.output<T>> {
    let response: Response;
    try {
      response = await ask(new URL(path, url), { ...init, signal: AbortSignal.timeout(TIME_OUT) });
    } catch {
      throw new GatewayProblem('provider-failed');
    }
    if (response.status === 400 || response.status === 401) throw new GatewayProblem('proof-invalid');
    const { success, data } = schema.safeParse(response.ok ? await response.json().catch(() => undefined) : undefined);
    if (!success) throw new GatewayProblem('provider-failed');
    return data;
  }

  function identityOf({ attributes }: z.infer<typeof userinfoSchema>): Identity {
    const { cpr, userId, uniqueId, municipality, birthDate, birthYear, blocked } = attributes;
    if (blocked === true) throw new GatewayProblem('blocked');
    const subject = uniqueId ?? cpr ?? userId;
    if (!subject) throw new GatewayProblem('provider-failed');
    const born = /^(\d{2})(\d{2})$/.exec(birthDate ?? '');
    return {
      provider,
      subject,
      ...(cpr && { cpr }),
      ...(born && birthYear && { birthDate: `${birthYear}-${born[2] ?? ''}-${born[1] ?? ''}` }),
      // It tells the number of the municipality, and no name.
      ...(municipality && { municipality: { code: municipality, name: '' } }),
    };
  }

  return {
    leavesPkce: () => true,
    async identify(proof) {
      if (proof.method !== 'code' || !redirectUris.includes(proof.redirectUri)) throw new GatewayProblem('proof-invalid');
      const { code, redirectUri }: CodeProof = proof;
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        ...{ code, redirect_uri: redirectUri, client_id: clientId, client_secret: clientSecret },
      });
      const { access_token: token } = await read('/oauth/token', { method: 'POST', body }, tokenSchema);
      return identityOf(await read('/userinfo', { headers: { Authorization: `Bearer ${token}` } }, userinfoSchema));
    },
    async authorize({ redirectUri, state, library }) {
      if (!redirectUris.includes(redirectUri)) throw new GatewayProblem('proof-invalid');
      const address = new URL('/oauth/authorize', url);
      const locked = library ?? agency;
      const parameters = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        ...(locked && { agency: locked }),
      };
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      return address.href;
    },
  };
}
