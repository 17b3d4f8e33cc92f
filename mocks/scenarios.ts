import type { ProblemCode } from '../src/contracts/problem.js';
import { LibraryProblem, problemResponse, type ProblemFacts } from './problem.js';

/**
 * What can go wrong with a call. `instead`: the library system is not reached. `after`: it has done the work and the answer is spoilt, which is
 * where a repetition could register twice.
 */
export interface Scenario {
  readonly label: { readonly da: string; readonly en: string };
  /** Milliseconds before the answer. */
  readonly delay?: number;
  readonly instead?: () => Response;
  readonly after?: (response: Response) => Response | Promise<Response>;
}

/** Which scenario applies, to which call (its path without parameters, e.g. `patrons`; default: all) and how many times (default: until changed). */
export interface ScenarioSetting {
  name: ScenarioName;
  call?: string;
  times?: number;
}

const refuse = (code: ProblemCode, facts?: ProblemFacts) => (): Response => problemResponse(new LibraryProblem(code, facts));
const json = (body: string, status = 200): Response => new Response(body, { status, headers: { 'Content-Type': 'application/json' } });

/** Half the body, and then the connection is gone. */
async function cutOff(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('The connection was cut off'));
      else controller.enqueue(bytes.slice(0, Math.max(1, bytes.length >> 1)));
      sent = true;
    },
  });
  return new Response(body, { status: response.status === 204 ? 200 : response.status, headers: { 'Content-Type': 'application/json' } });
}

export const scenarios = {
  default: { label: { da: 'Alt virker', en: 'Everything works' } },
  slow: { label: { da: 'Langsomt (3 s)', en: 'Slow (3 s)' }, delay: 3_000 },
  never: { label: { da: 'Svarer ikke', en: 'Never answers' }, delay: 60_000 },
  offline: { label: { da: 'Ingen forbindelse', en: 'Offline' }, instead: () => Response.error() },
  'answer-lost': { label: { da: 'Svaret går tabt', en: 'The answer is lost' }, after: () => Response.error() },
  'cut-off': { label: { da: 'Svaret afbrydes', en: 'The answer is cut off' }, after: cutOff },
  'server-error': {
    label: { da: 'Fejl på serveren (500)', en: 'Server error (500)' },
    instead: () => new Response('Internal Server Error', { status: 500 }),
  },
  html: {
    label: { da: 'HTML i stedet for JSON', en: 'HTML instead of JSON' },
    after: () => new Response('<!doctype html><title>Log in</title>', { status: 200, headers: { 'Content-Type': 'text/html' } }),
  },
  malformed: {
    label: { da: 'Forkert form', en: 'Wrong shape' },
    after: () => json('{"unexpected":true,"branches":{},"userIds":4,"servicePoints":null}'),
  },
  'not-json': { label: { da: 'Ødelagt JSON', en: 'Broken JSON' }, after: () => json('{"token":"abc') },
  empty: { label: { da: 'Tomt svar (204)', en: 'Empty answer (204)' }, after: () => new Response(null, { status: 204 }) },
  redirect: {
    label: { da: 'Viderestilling (302)', en: 'Redirect (302)' },
    instead: () => new Response(null, { status: 302, headers: { Location: '/elsewhere' } }),
  },
  'unknown-problem': {
    label: { da: 'Ukendt problem', en: 'Unknown problem' },
    instead: () => new Response('{"code":"teapot"}', { status: 418, headers: { 'Content-Type': 'application/problem+json' } }),
  },
  'session-expired': { label: { da: 'Sessionen er udløbet (401)', en: 'Session expired (401)' }, instead: refuse('session-expired') },
  'proof-invalid': { label: { da: 'Login afvist (400)', en: 'Login rejected (400)' }, instead: refuse('proof-invalid') },
  'under-age': { label: { da: 'For ung (403)', en: 'Under age (403)' }, instead: refuse('under-age') },
  'not-permitted': { label: { da: 'Ikke tilladt (403)', en: 'Not permitted (403)' }, instead: refuse('not-permitted') },
  blocked: { label: { da: 'Spærret (403)', en: 'Blocked (403)' }, instead: refuse('blocked') },
  'mailbox-required': { label: { da: 'Kaldemail mangler (403)', en: 'Mailbox required (403)' }, instead: refuse('mailbox-required') },
  'not-found': { label: { da: 'Findes ikke (404)', en: 'Not found (404)' }, instead: refuse('not-found') },
  'no-registry-data': { label: { da: 'Ingen registerdata (404)', en: 'No registry data (404)' }, instead: refuse('no-registry-data') },
  conflict: { label: { da: 'Er allerede bruger (409)', en: 'Already a patron (409)' }, instead: refuse('already-patron') },
  'library-unknown': { label: { da: 'Ukendt bibliotek (404)', en: 'Unknown library (404)' }, instead: refuse('library-unknown') },
  'already-linked': { label: { da: 'I en anden profil (409)', en: 'In another profile (409)' }, instead: refuse('already-linked') },
  'account-mismatch': {
    label: { da: 'En andens lånerkort (409)', en: 'Another person’s card (409)' },
    instead: refuse('account-mismatch'),
  },
  'not-attachable': {
    label: { da: 'Kan ikke tilføjes (409)', en: 'Not attachable (409)' },
    instead: refuse('not-attachable', { reason: 'automatic' }),
  },
  'credentials-wrong': {
    label: { da: 'Forkert pinkode (422)', en: 'Wrong PIN (422)' },
    instead: refuse('credentials-wrong', { attemptsLeft: 2 }),
  },
  expired: { label: { da: 'Udløbet (410)', en: 'Expired (410)' }, instead: refuse('expired') },
  'field-invalid': {
    label: { da: 'Felt afvist (422)', en: 'Field refused (422)' },
    instead: refuse('field-invalid', { errors: [{ field: 'email', code: 'invalid' }] }),
  },
  locked: { label: { da: 'Låst (423)', en: 'Locked out (423)' }, instead: refuse('locked-out', { retryAfter: 1_200 }) },
  'too-many': {
    label: { da: 'For mange forsøg (429)', en: 'Too many requests (429)' },
    instead: refuse('too-many-requests', { retryAfter: 30 }),
  },
  'provider-failed': { label: { da: 'Loginudbyder fejler (502)', en: 'Provider failed (502)' }, instead: refuse('provider-failed') },
  unavailable: { label: { da: 'Ude af drift (503)', en: 'Unavailable (503)' }, instead: refuse('unavailable') },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

export interface ScenarioSwitch {
  get(): ScenarioSetting;
  set(setting: ScenarioName | ScenarioSetting): void;
}

/** Holds the current scenario and plays it around an answer. `Response.error()` stands for a lost connection: a server cuts the socket. */
export function createScenarioSwitch(): ScenarioSwitch & {
  play(call: string, signal: AbortSignal, answer: () => Promise<Response>): Promise<Response>;
} {
  let setting: ScenarioSetting = { name: 'default' };
  return {
    get: () => setting,
    set: (next) => {
      setting = typeof next === 'string' ? { name: next } : { ...next };
    },
    play: async (call, signal, answer) => {
      const { name, call: only, times } = setting;
      // What a gateway can is asked beside what people do, whenever a screen wants to know.
      if (name === 'default' || call !== (only ?? call) || (only === undefined && call === 'capabilities')) return answer();
      if (times !== undefined) setting = times > 1 ? { ...setting, times: times - 1 } : { name: 'default' };
      const { delay, instead, after }: Scenario = scenarios[name];
      if (delay) await wait(delay, signal);
      if (instead) return instead();
      const response = await answer();
      return after ? after(response) : response;
    },
  };
}
