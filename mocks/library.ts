import { servicePointsSchema, branchesSchema } from '../src/contracts/library.js';
import { makeDirectory } from './directory/libraries.js';
import { createDirectorySearch } from './directory/search.js';
import { copenhagen, type MockLibraryProfile } from './libraries.js';
import { createIdempotencyStore } from './library/idempotency.js';
import type { Mail } from './library/mail.js';
import { loginRoutes } from './library/login.js';
import { mailboxRoutes } from './library/mailboxes.js';
import { pinRoutes } from './library/pins.js';
import { registrationRoutes } from './library/registration.js';
import { reply, type Reply, type Routes } from './library/route.js';
import { restoreState, saveState } from './library/saved-state.js';
import { findSession, sessionRoutes, type SessionPorts } from './library/sessions.js';
import { createState, seedPatrons, seedProfiles, type Identity, type LibraryState, type MockPatron } from './library/state.js';
import { userIdRoutes } from './library/user-ids.js';
import { LibraryProblem, problemResponse } from './problem.js';
import { createScenarioSwitch, type ScenarioSwitch } from './scenarios.js';

export type { Identity, Mail, MockLibraryProfile, MockPatron };

export interface MockLibraryOptions extends SessionPorts {
  now?: () => number;
  /** What differs from the library in Copenhagen. */
  library?: Partial<MockLibraryProfile>;
  /** How many libraries the directory has. */
  directorySize?: number;
  /** Host pages whose back ends may redeem a login, with their secrets. */
  hosts?: Readonly<Record<string, string>>;
}

/** One library system in memory: the whole contract for registering and recovering, in a page or on a server. */
export interface MockLibrary {
  readonly profile: MockLibraryProfile;
  /** Answers a request to the gateway. `Response.error()` means that the connection is to be cut. @param basePath path of the gateway, e.g. `/signup-api/` */
  fetch(request: Request, basePath?: string): Promise<Response>;
  /** Mails "sent" so far, oldest first. */
  readonly mails: readonly Mail[];
  /** @returns stops it */
  onMail(listener: (mail: Mail) => void): () => void;
  /** By subject (persona id). */
  readonly patrons: Map<string, MockPatron>;
  /** Cards that were added to profiles, by subject. */
  readonly profiles: LibraryState['profiles'];
  readonly scenario: ScenarioSwitch;
  /** Ends every session at once, as a restart of the server would. */
  expireSessions(): void;
  /** As on the first day. */
  reset(): void;
  save(): string;
  restore(saved: string | null): void;
}

/** A failure that says nothing about the write itself. */
const isDefinitive = (error: unknown): boolean =>
  error instanceof LibraryProblem && error.problem.status < 500 && error.problem.status !== 429;

interface Match {
  /** The path without its variable segment, e.g. `mailbox-challenges/answers`. */
  call: string;
  parameter: string;
  route: Routes[string] | undefined;
}

function match(routes: Routes, method: string, path: string): Match {
  const segments = path.split('/');
  const plain = routes[`${method} ${path}`];
  if (plain || segments.length < 2) return { call: path, parameter: '', route: plain };
  for (const [at, parameter] of segments.entries()) {
    const route = routes[`${method} ${segments.with(at, ':').join('/')}`];
    if (route) return { call: segments.toSpliced(at, 1).join('/'), parameter: decodeURIComponent(parameter), route };
  }
  const [, second = '', ...rest] = segments;
  return { call: [segments[0], ...rest].join('/'), parameter: second, route: undefined };
}

async function readJsonBody(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    return undefined;
  }
}

export function createMockLibrary({
  identify,
  authorize,
  now = Date.now,
  library,
  directorySize,
  hosts = {},
}: MockLibraryOptions): MockLibrary {
  const profile: MockLibraryProfile = { ...copenhagen, ...library };
  const directory = createDirectorySearch(makeDirectory(directorySize));
  const state = createState(profile, { now, directory, hosts });
  const scenario = createScenarioSwitch();
  const answers = createIdempotencyStore(now, isDefinitive);
  const routes: Routes = {
    ...sessionRoutes(state, { identify, authorize }),
    ...registrationRoutes(state),
    ...pinRoutes(state),
    ...mailboxRoutes(state),
    ...userIdRoutes(state),
    ...loginRoutes(state),
    'GET branches': () => reply(200, branchesSchema, { branches: profile.branches }),
    'GET service-points': () => reply(200, servicePointsSchema, { servicePoints: profile.servicePoints }),
  };

  async function work({ route, parameter }: Match, request: Request, body: unknown): Promise<Reply> {
    if (!route) throw new LibraryProblem('not-found');
    const authorization = request.headers.get('Authorization');
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    return route({
      body,
      parameter,
      token,
      authorization,
      query: new URL(request.url).searchParams,
      session: () => {
        const open = findSession(state, token);
        if (!open) throw new LibraryProblem('session-expired');
        return open;
      },
    });
  }

  async function answer(found: Match, request: Request): Promise<Response> {
    try {
      const body = request.method === 'GET' ? undefined : await readJsonBody(request);
      const key = request.method === 'GET' ? null : request.headers.get('Idempotency-Key');
      const fingerprint = JSON.stringify([request.method, found.call, found.parameter, body]);
      const { status, body: content, cacheable } = await answers.once(key, fingerprint, () => work(found, request, body));
      return content === undefined
        ? new Response(null, { status })
        : Response.json(content, { status, ...(cacheable && { headers: { 'Cache-Control': 'public, max-age=300' } }) });
    } catch (error) {
      if (error instanceof LibraryProblem) return problemResponse(error);
      throw error;
    }
  }

  return {
    profile,
    scenario,
    mails: state.mailbox.mails,
    onMail: state.mailbox.onMail,
    patrons: state.patrons,
    profiles: state.profiles,
    fetch: async (request, basePath = '/') => {
      const { pathname } = new URL(request.url);
      const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length).replace(/^\/+|\/+$/g, '') : '';
      const found = match(routes, request.method, path);
      return scenario.play(found.call, request.signal, () => answer(found, request));
    },
    expireSessions: () => state.sessions.clear(),
    reset: () => {
      for (const memory of [
        state.sessions,
        state.pinLinks,
        state.mailboxTests,
        state.mailboxLimits,
        state.mailboxProofs,
        state.wrongPins,
        state.linkIntents,
        state.silencedOffers,
        state.handovers,
      ])
        memory.clear();
      state.applications = 0;
      state.orders = 0;
      seedProfiles(state.profiles, state.cards);
      state.mailbox.clear();
      answers.clear();
      seedPatrons(state.patrons);
      scenario.set('default');
    },
    save: () => saveState(state),
    restore: (saved) => restoreState(state, saved),
  };
}
