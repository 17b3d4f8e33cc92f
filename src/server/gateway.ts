import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GatewayContext, Rule } from './context.js';
import type { Broker, Directory, Identity, LibraryProfile, LibrarySystem, Log, Mailer, Profiles } from './ports.js';
import { fieldProblem, GatewayProblem, problemResponse } from './problem.js';
import { allRules } from './rules/capabilities.js';
import { taskRules } from './rules/tasks.js';
import { opaque, sha256 } from './secrets.js';
import { createTaskRunner } from './task-runner.js';
import { KeyReused, type AuditEntry, type Store, type StoredAnswer } from './store/store.js';

export interface GatewayOptions {
  library: LibraryProfile;
  librarySystem: LibrarySystem;
  broker: Broker;
  store: Store;
  mail: Mailer;
  /** For `flow="login"`. */
  directory?: Directory;
  profiles?: Profiles;
  /** Host pages whose back ends may redeem logins: client ID and secret. */
  hosts?: Readonly<Record<string, string>>;
  /** Makes the names by which hosts know a person; keep it, or they change. */
  pairwiseSalt?: string;
  /** Pages on other origins that may call, exactly. `any` is for mocks. */
  allowedOrigins?: readonly string[] | 'any';
  /** Path of the calls, with slashes at both ends. */
  basePath?: string;
  /** What only those who are known cause (a new PIN, a mail) is done after the answer. A mock that is asked for its mails at once does it at once. */
  doesTasksAtOnce?: boolean;
  /** Stands between a call and its answer, for mocks that play failures. `call` is the path without its variable segment. */
  intercept?: (call: string, request: Request, answer: () => Promise<Response>) => Promise<Response>;
  log?: Log;
  now?: () => number;
}

/** Answers the contract's calls. */
export interface Gateway {
  (request: Request): Promise<Response>;
  /** Does what an instance that has ended has left undone. Never rejects. */
  runTasks(): Promise<void>;
}

/** The largest body of the contract is a guest's order. */
const MAXIMUM_BODY = 16_384;
const DAY = 86_400_000;
/** A bearer's token and a key are opaque; what is longer is nobody's. */
const LONGEST_HEADER = 512;

const CORS = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Access-Control-Max-Age': '600',
};
const SILENT: Log = { info: () => undefined, error: () => undefined };

/** JSON that no parser of ours wrote may be deep enough to use up the stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > 20) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

/** A body that never reaches a rule. */
class BodyRefused extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

const plain = (status: number, title: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title, status }), { status, headers: { 'Content-Type': 'application/problem+json' } });

async function readJson(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const text = await request.text();
  if (text === '') return undefined;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new BodyRefused(415, 'Bodies are application/json');
  if (isTooDeep(text)) throw new BodyRefused(400, 'The body is nested too deeply');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyRefused(400, 'The body is not JSON');
  }
}

/**
 * The gateway of the contract as one Web-standard handler: for Node, Bun, Deno, a worker, or inside another server. It owns the rules that no library system is
 * trusted with: age, PIN, masking, protected names, the same answer for everyone, idempotency, limits, expiry, hand-over.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const {
    basePath = '/',
    allowedOrigins = [],
    intercept,
    doesTasksAtOnce = false,
    log = SILENT,
    now = Date.now,
    hosts = {},
    pairwiseSalt = opaque(),
  } = options;
  const context: GatewayContext = {
    ...{ library: options.library, librarySystem: options.librarySystem, broker: options.broker, store: options.store, mail: options.mail },
    ...{ directory: options.directory, profiles: options.profiles, hosts, pairwiseSalt, now, log },
    postpone: (task) => runner.postpone(task),
  };
  const { store } = context;
  const runner = createTaskRunner(store, taskRules(context), log, now, doesTasksAtOnce);
  const app = new Hono().basePath(basePath.replace(/\/$/, ''));

  app.use(bodyLimit({ maxSize: MAXIMUM_BODY, onError: () => plain(413, 'The body is too large') }));

  for (const [name, rule] of Object.entries(allRules(context))) {
    const [method = '', path = ''] = name.split(' ');
    app.on(method, `/${path.replace(':', ':parameter')}`, (c) => answer(c, name, rule));
  }
  app.notFound(() => problemResponse(new GatewayProblem('not-found')));
  app.onError((error) => fault(error, 'unknown'));

  function fault(error: unknown, call: string): Response {
    if (error instanceof BodyRefused) return plain(error.status, error.message);
    if (error instanceof GatewayProblem) return problemResponse(error);
    // What a fault says may name a person; what it is called does not.
    log.error('fault', { call, name: error instanceof Error ? error.name : 'unknown' });
    return problemResponse(new GatewayProblem('unavailable'));
  }

  async function answer(c: Context, name: string, rule: Rule): Promise<Response> {
    const started = now();
    const work = (): Promise<Response> => perform(c, name, rule).catch((error: unknown) => fault(error, name));
    const response = await (intercept ? intercept(callOf(name), c.req.raw, work) : work());
    log.info('call', { call: name, status: response.status, milliseconds: now() - started });
    return response;
  }

  async function perform(c: Context, name: string, rule: Rule): Promise<Response> {
    const request = c.req.raw;
    const body = await readJson(request);
    const authorization = request.headers.get('Authorization');
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]?.slice(0, LONGEST_HEADER);
    const isWrite = request.method !== 'GET';
    const given = isWrite ? request.headers.get('Idempotency-Key') : null;
    if (given !== null && given.length > LONGEST_HEADER) throw fieldProblem({ field: 'Idempotency-Key', code: 'too-long' });
    const key = given === null ? undefined : await sha256(given);
    const parameter = c.req.param('parameter') ?? '';
    let identity: Identity | undefined;
    const call = {
      ...{ body, parameter, query: new URL(request.url).searchParams, token, authorization, key },
      session: async () => {
        const open = token === undefined ? undefined : await store.get('session', await sha256(token));
        if (!open) throw new GatewayProblem('session-expired');
        ({ identity } = open);
        return open;
      },
    };
    if (!isWrite) return toResponse(await rule(call));

    const entryOf = async (status: number, code?: string): Promise<AuditEntry> => ({
      ...{ at: now(), call: name, status, code },
      ...(identity && { person: await sha256(`${pairwiseSalt}|audit|${identity.provider}|${identity.subject}`) }),
    });
    const write = async () => {
      try {
        const { status, body: content, expiresAt, identity: who } = await rule(call);
        identity ??= who;
        return {
          answer: { status, body: content },
          keep: true,
          entry: await entryOf(status),
          ...(expiresAt !== undefined && { expiresAt }),
        };
      } catch (error) {
        if (!(error instanceof GatewayProblem)) throw error;
        // A failure that says nothing about the write itself is no answer to it.
        const { status, code } = error.problem;
        return { answer: { status, problem: error.problem }, keep: status < 500 && status !== 429, entry: await entryOf(status, code) };
      }
    };
    if (key === undefined) {
      const { answer: given, entry } = await write();
      await store.audit(entry);
      return fromStored(given);
    }
    // Bound to method, path, session and body: whoever guesses a key gets nothing by it.
    const fingerprint = await sha256(JSON.stringify([name, parameter, token ?? authorization ?? '', body ?? null]));
    try {
      return fromStored(await store.once(key, fingerprint, now() + DAY, write));
    } catch (error) {
      if (error instanceof KeyReused) throw fieldProblem({ field: 'Idempotency-Key', code: 'reused' });
      throw error;
    }
  }

  const handle = async (request: Request): Promise<Response> => {
    const origin = request.headers.get('Origin');
    const isAllowed =
      allowedOrigins === 'any' || origin === new URL(request.url).origin || (origin !== null && allowedOrigins.includes(origin));
    if (origin !== null && !isAllowed) return new Response(null, { status: 403, headers: { 'Cache-Control': 'no-store', Vary: 'Origin' } });
    const response = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await app.fetch(request);
    // A mock has cut the connection.
    if (response.type === 'error') return response;
    const { headers } = response;
    headers.append('Vary', 'Origin');
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    // Exact origins, and no cookies: the session token travels in `Authorization`.
    if (origin !== null) for (const [name, value] of Object.entries(CORS)) headers.set(name, value);
    if (origin !== null) headers.set('Access-Control-Allow-Origin', origin);
    return response;
  };
  return Object.assign(handle, { runTasks: runner.run });
}

/** `PUT pin-resets/:` → `pin-resets` */
const callOf = (name: string): string =>
  (name.split(' ')[1] ?? '')
    .split('/')
    .filter((segment) => segment !== ':')
    .join('/');

function toResponse({ status, body, cacheable }: { status: number; body?: unknown; cacheable?: boolean }): Response {
  if (body === undefined) return new Response(null, { status });
  return Response.json(body, { status, headers: { 'Cache-Control': cacheable ? 'public, max-age=300' : 'no-store' } });
}

function fromStored({ status, body, problem }: StoredAnswer): Response {
  if (problem === undefined) return toResponse({ status, body });
  const { retryAfter } = problem as { retryAfter?: number };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) },
  });
}
