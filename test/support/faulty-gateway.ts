import { serve, type NodeServer } from '../../src/server/node.js';

interface Fault {
  /** What is wrong with a gateway that does this. */
  readonly says: string;
  /** Id of the check that has to name it. */
  readonly named: string | readonly string[];
  /** Changes what is asked. */
  readonly ask?: (request: Request, body: string) => Promise<Request> | Request;
  /** Answers in the gateway's place. */
  readonly instead?: (request: Request, body: string, state: Map<string, Response>) => Response | undefined;
  /** Changes what is answered. */
  readonly answer?: (response: Response, request: Request, body: string) => Promise<Response> | Response;
}

const isCall = (request: Request, name: string): boolean => {
  const [method = '', path = ''] = name.split(' ');
  return request.method === method && new URL(request.url).pathname.endsWith(`/${path}`);
};
const withHeaders = (response: Response, change: (headers: Headers) => void): Response => {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
};
async function withBody(response: Response, change: (body: Record<string, unknown>) => void, status = response.status): Promise<Response> {
  const text = await response.text();
  if (text === '') return new Response(null, { status: response.status, headers: response.headers });
  const body = JSON.parse(text) as Record<string, unknown>;
  change(body);
  return new Response(JSON.stringify(body), { status, headers: response.headers });
}
const resent = (request: Request, body: string, change: (headers: Headers) => void = () => undefined): Request => {
  const headers = new Headers(request.headers);
  change(headers);
  return new Request(request.url, { method: request.method, headers, ...(body !== '' && { body }) });
};
const edit = (name: string, change: (body: Record<string, unknown>) => void) => (request: Request, body: string) => {
  if (!isCall(request, name) || body === '') return resent(request, body);
  try {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    change(parsed);
    return resent(request, JSON.stringify(parsed));
  } catch {
    return resent(request, body);
  }
};
const on =
  (name: string, change: (response: Response, body: string) => Promise<Response> | Response) =>
  (response: Response, request: Request, body: string) => (isCall(request, name) ? change(response, body) : response);
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const KNOWN = /8105631239|gorm@post/;

/** Gateways as people write them on their first day. */
export const FAULTS: readonly Fault[] = [
  {
    says: 'sets a cookie',
    named: 'no-cookie',
    answer: (response) => withHeaders(response, (headers) => headers.set('Set-Cookie', 'sid=1')),
  },
  {
    says: 'lets answers be kept',
    named: 'no-store',
    answer: (response) => withHeaders(response, (headers) => headers.delete('Cache-Control')),
  },
  {
    says: 'calls problems application/json',
    named: 'every-type',
    answer: (response) => withHeaders(response, (headers) => response.status >= 400 && headers.set('Content-Type', 'application/json')),
  },
  {
    says: 'calls answers text/html',
    named: 'every-type',
    answer: (response) => withHeaders(response, (headers) => response.status < 300 && headers.set('Content-Type', 'text/html')),
  },
  {
    says: 'lets every page read',
    named: 'cors-others',
    ask: (request, body) => resent(request, body, (headers) => headers.delete('Origin')),
    answer: (response, request) =>
      withHeaders(response, (headers) => headers.set('Access-Control-Allow-Origin', request.headers.get('Origin') ?? '*')),
  },
  {
    says: 'forgets a header of the preflight',
    named: 'cors',
    answer: (response) => withHeaders(response, (headers) => headers.set('Access-Control-Allow-Headers', 'Content-Type, Authorization')),
  },
  {
    says: 'answers malformed JSON with 503',
    named: 'malformed-json',
    answer: (response) => (response.status === 400 ? withBody(response, (body) => (body['status'] = 503), 503) : response),
  },
  {
    says: 'breaks on deep JSON',
    named: ['deep-body', 'no-fault'],
    instead: (_, body) => (body.startsWith('[[[') ? new Response(null, { status: 500 }) : undefined),
  },
  {
    says: 'takes forms',
    named: 'media-type',
    instead: (request) => (/urlencoded/.test(request.headers.get('Content-Type') ?? '') ? Response.json({}, { status: 201 }) : undefined),
  },
  {
    says: 'takes a proof twice',
    named: 'replay',
    instead: (request, body, state) => {
      if (!isCall(request, 'POST sessions') || !body.includes('"code":')) return undefined;
      const code = (JSON.parse(body) as { code?: string }).code ?? '';
      return state.get(code)?.clone();
    },
  },
  {
    says: 'needs no verifier',
    named: 'made-up-proof',
    ask: edit('POST sessions', (body) => (body['codeVerifier'] = body['codeVerifier'] === '' ? 'x'.repeat(43) : body['codeVerifier'])),
  },
  {
    says: 'needs no nonce',
    named: 'made-up-proof',
    ask: edit('POST sessions', (body) => (body['nonce'] = body['nonce'] === '' ? 'n' : body['nonce'])),
  },
  {
    says: 'tells the name of protected persons',
    named: 'protected-name',
    answer: on('POST sessions', (response) =>
      withBody(
        response,
        (body) =>
          ((body['person'] as Record<string, unknown> | undefined) ?? {})['addressProtected'] &&
          ((body['person'] as Record<string, unknown>)['name'] = 'Hemmelig'),
      ),
    ),
  },
  {
    says: 'keeps a session that was ended',
    named: 'session-life',
    instead: (request) =>
      isCall(request, 'DELETE sessions/current')
        ? new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
        : undefined,
  },
  {
    says: 'opens sessions for a day',
    named: 'session',
    answer: on('POST sessions', (response) => withBody(response, (body) => body['token'] && (body['expiresIn'] = 86_400))),
  },
  {
    says: 'gives short tokens',
    named: 'session',
    answer: on('POST sessions', (response) => withBody(response, (body) => body['token'] && (body['token'] = '1234'))),
  },
  {
    says: 'shows the CPR number with a hyphen',
    named: ['no-cpr', 'registration'],
    answer: on('POST patrons', (response) =>
      withBody(response, (body) => body['userId'] && (body['userId'] = { type: 'cpr', hint: '720386-1234' })),
    ),
  },
  {
    says: 'registers children as adults',
    named: 'under-age',
    answer: on('POST patrons', async (response) => {
      const text = await response.clone().text();
      return text.includes('under-age')
        ? Response.json(
            { userId: { type: 'cpr', hint: '••••' }, resident: true, card: 'health-card' },
            { status: 201, headers: { 'Cache-Control': 'no-store' } },
          )
        : response;
    }),
  },
  { says: 'takes every PIN', named: 'weak-pin', ask: edit('POST patrons', (body) => (body['pin'] = '2580')) },
  {
    says: 'takes every branch',
    named: 'wrong-fields',
    ask: edit('POST patrons', (body) => (body['branch'] = String(body['branch']).startsWith('DK-0') ? 'DK-710104' : body['branch'])),
  },
  {
    says: 'knows no idempotency',
    named: 'registration',
    ask: (request, body) => resent(request, body, (headers) => headers.delete('Idempotency-Key')),
  },
  {
    says: 'gives the first answer for a key, whatever the body',
    named: ['registration', 'session-key'],
    instead: (request, _, state) => state.get(`${request.headers.get('Idempotency-Key') ?? ''} ${request.url}`)?.clone(),
  },
  {
    says: 'registers whoever asks at the same time',
    named: 'parallel',
    answer: on('POST patrons', async (response) => {
      const text = await response.clone().text();
      return text.includes('already-patron')
        ? Response.json(
            { userId: { type: 'cpr', hint: '••••' }, resident: true, card: 'health-card' },
            { status: 201, headers: { 'Cache-Control': 'no-store' } },
          )
        : response;
    }),
  },
  {
    says: 'takes an adult for a child',
    named: 'child',
    ask: edit(
      'POST child-applications',
      (body) => (body['child'] = { cpr: `7105${String((new Date().getFullYear() - 10) % 100).padStart(2, '0')}5123`, name: 'V' }),
    ),
  },
  {
    says: 'tells by 404 that nobody has the address',
    named: 'pin-resets-alike',
    answer: on('POST pin-resets', (response, body) =>
      KNOWN.test(body)
        ? response
        : new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 404, code: 'not-found' }), {
            status: 404,
            headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
          }),
    ),
  },
  {
    says: 'takes longer where there is a patron',
    named: 'pin-orders-alike',
    answer: on('POST pin-orders', async (response, body) => {
      if (KNOWN.test(body)) await wait(12);
      return response;
    }),
  },
  {
    says: 'reminds with another header',
    named: 'reminders-alike',
    answer: on('POST user-id-reminders', (response, body) =>
      withHeaders(response, (headers) => KNOWN.test(body) && headers.set('Retry-After', '1')),
    ),
  },
  {
    says: 'never locks a user ID',
    named: 'card-alike',
    answer: on('POST sessions', (response) =>
      response.status === 423
        ? new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 422, code: 'credentials-wrong', attemptsLeft: 2 }), {
            status: 422,
            headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
          })
        : response,
    ),
  },
  {
    says: 'leaves Retry-After out',
    named: ['every-problem', 'mailbox', 'card-alike'],
    answer: (response) => withHeaders(response, (headers) => headers.delete('Retry-After')),
  },
  {
    says: 'shows user IDs whole',
    named: ['user-ids', 'no-cpr'],
    answer: on('GET user-ids', (response) =>
      withBody(response, (body) => body['userIds'] && (body['userIds'] = [{ type: 'card', hint: '2900123456' }])),
    ),
  },
  {
    says: 'hands over to hosts without a secret',
    named: 'handover',
    ask: (request, body) =>
      resent(request, body, (headers) => {
        if (isCall(request, 'POST handovers/redemptions'))
          headers.set(
            'Authorization',
            `Basic ${Buffer.from('catalogue:a%20secret%20of%20the%20catalogue%3A%20with%20%2F%2C%20and%20%25').toString('base64')}`,
          );
      }),
  },
  {
    says: 'writes another status into problems',
    named: 'every-problem',
    answer: (response) =>
      response.status >= 400
        ? withBody(response, (body) => (body['status'] = 400 + ((response.status + 1) % 100)), response.status)
        : response,
  },
];

/** A good gateway with one fault in front of it. */
export async function startFaultyGateway(
  good: (request: Request) => Promise<Response>,
  { ask, instead, answer }: Fault,
): Promise<NodeServer> {
  const state = new Map<string, Response>();
  return serve(async (request) => {
    const body = request.method === 'GET' || request.method === 'OPTIONS' ? '' : await request.text();
    const other = instead?.(request, body, state);
    if (other) return other;
    const asked = ask ? await ask(request, body) : resent(request, body);
    const response = await good(asked);
    if (instead && response.status === 201) {
      const code = body.startsWith('{') ? (JSON.parse(body) as { code?: string }).code : undefined;
      if (code !== undefined) state.set(code, response.clone());
      const key = request.headers.get('Idempotency-Key');
      if (key !== null) state.set(`${key} ${request.url}`, response.clone());
    }
    return answer ? answer(response, request, body) : response;
  });
}
