import type { Patron, Identity, MailRequest } from '../../src/server/ports.js';
import { createGateway, type GatewayOptions } from '../../src/server/gateway.js';
import { createMemoryStore } from '../../src/server/store/memory-store.js';
import { pinRuleSchema } from '../../src/contracts/config.js';
import { GatewayProblem } from '../../src/server/problem.js';

/** Persons by their code; their CPR numbers are replacement numbers. */
export const IDENTITIES: Readonly<Record<string, Identity>> = {
  adult: {
    provider: 'mitid',
    subject: 'adult',
    cpr: '7203861234',
    name: 'Astrid Prøvensen',
    birthDate: '1986-03-12',
    municipality: { code: '101', name: 'København' },
  },
  other: { provider: 'mitid', subject: 'other', cpr: '7203861235', name: 'Bo Prøvensen', birthDate: '1986-03-12' },
  seventeen: { provider: 'mitid', subject: 'seventeen', cpr: '', name: 'Ung', birthDate: `${new Date().getFullYear() - 17}-01-01` },
  protected: {
    provider: 'mitid',
    subject: 'protected',
    cpr: '6604684321',
    name: 'Hemmelig Navn',
    birthDate: '1968-04-06',
    addressProtected: true,
  },
};

export const BRANCHES = [{ id: 'DK-710100-1', name: 'Hovedbiblioteket' }];
export const REGISTRATION = {
  email: 'astrid@post.example',
  phone: '20304050',
  sms: true,
  branch: 'DK-710100-1',
  pin: '2580',
  language: 'da',
} as const;
export const PROFILE = {
  id: 'DK-710100',
  name: 'The library',
  municipality: '101',
  userIds: ['cpr', 'card'] as const,
  emailAsUserId: true,
  pin: pinRuleSchema.parse({}),
  minimumAge: 18,
  mailboxDomains: ['auh.rm.dk'],
  pageUrl: 'https://library.example/recover',
};

/** A gateway with a small system in memory; what is given takes the place of a part. */
export function startGateway(options: Partial<GatewayOptions> = {}) {
  const mails: MailRequest[] = [];
  const patrons = new Map<string, Patron & { pin: string }>();
  const log: string[] = [];
  const gateway = createGateway({
    library: PROFILE,
    librarySystem: {
      branches: async () => BRANCHES,
      find: async ({ subject }) => patrons.get(subject),
      register: async ({ subject, cpr, birthDate }, { email, pin, language }) => {
        if (patrons.has(subject)) throw new GatewayProblem('already-patron');
        const patron = {
          id: subject,
          status: 'active' as const,
          cpr,
          birthDate,
          email,
          emailVerified: false,
          emailUserIds: [],
          language,
          pin,
        };
        patrons.set(subject, patron);
        return patron;
      },
    },
    broker: {
      identify: async (proof) => {
        const identity = proof.method === 'code' ? IDENTITIES[proof.code] : undefined;
        if (!identity) throw new GatewayProblem('proof-invalid');
        return identity;
      },
    },
    store: createMemoryStore(options.now),
    mail: { send: async (mail) => void mails.push(mail) },
    log: {
      info: (event, facts) => void log.push(JSON.stringify([event, facts])),
      error: (event, facts) => void log.push(JSON.stringify([event, facts])),
    },
    basePath: '/api/',
    // So that what it causes can be looked at after the answer.
    doesTasksAtOnce: true,
    ...options,
  });
  return { ...createClient(gateway), gateway, mails, patrons, log };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Calls a handler as a page would. */
export function createClient(handler: (request: Request) => Promise<Response>, base = 'https://gateway.example/api/') {
  async function call(
    name: string,
    {
      body,
      token,
      key,
      headers = {},
      raw,
    }: { body?: unknown; token?: string; key?: string; headers?: Record<string, string>; raw?: string } = {},
  ): Promise<Answer> {
    const [method = '', path = ''] = name.split(' ');
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await handler(
      new Request(base + path, {
        method,
        headers: {
          ...(text !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
          ...headers,
        },
        ...(text !== undefined && { body: text }),
      }),
    );
    const answer = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (answer === '' ? {} : JSON.parse(answer)) as Record<string, unknown>,
    };
  }
  const proofOf = (code: string) => ({
    method: 'code',
    provider: 'mitid',
    code,
    codeVerifier: 'v'.repeat(43),
    nonce: 'n',
    redirectUri: 'https://library.example/',
  });
  return {
    call,
    proofOf,
    async enter(code: string): Promise<string> {
      return String((await call('POST sessions', { body: proofOf(code) })).body['token']);
    },
  };
}
