import type { AuthorizationRequest, SessionRequest } from '../src/contracts/session.js';
import { createGateway } from '../src/server/gateway.js';
import type { Card, CodeProof, HostProof, Identity, LibrarySystem, Mailer, MailRequest } from '../src/server/ports.js';
import { createMemoryStore } from '../src/server/store/memory-store.js';
import type { Store } from '../src/server/store/store.js';
import { makeDirectory } from './directory/libraries.js';
import { createDirectorySearch } from './directory/search.js';
import { copenhagen, type MockLibraryProfile } from './libraries.js';
import { createMailbox, type Mail } from './library/mailbox.js';
import { createMemoryDirectory, createMemoryProfiles, seedProfiles } from './library/national.js';
import { createMemorySystem, seedPatrons, type MockPatron } from './library/patrons.js';
import { restoreState, saveState } from './library/saved-state.js';
import { personas, type Persona } from './personas.js';
import { createScenarioSwitch, type ScenarioSwitch } from './scenarios.js';

export type { Identity, Mail, MockLibraryProfile, MockPatron };

/** Who stands for the identity providers. */
export interface SessionPorts {
  /** Redeems a proof; rejects with a `GatewayProblem`. */
  identify(proof: SessionRequest): Promise<Identity>;
  /** The address that a hand-off started by the gateway leaves for. */
  authorize?(request: AuthorizationRequest): Promise<string>;
}

/** Another library system than the one in memory, with what the gateway keeps. */
export interface SystemBehind {
  readonly librarySystem: LibrarySystem;
  readonly store: Store;
  readonly mail: Mailer;
  /** As on the first day. */
  reset(): Promise<void>;
}

export interface MockLibraryOptions extends SessionPorts {
  now?: () => number;
  /** What differs from the library in Copenhagen. */
  library?: Partial<MockLibraryProfile>;
  /** Default: everything is in memory. */
  behind?: SystemBehind;
  /** How many libraries the directory has. */
  directorySize?: number;
  /** Host pages whose back ends may redeem a login, with their secrets. */
  hosts?: Readonly<Record<string, string>>;
  /** Pages on other origins that may call. Default: any. */
  allowedOrigins?: readonly string[] | 'any';
}

/** A gateway with one library system in memory: the whole contract, in a page or on a server. */
export interface MockLibrary {
  readonly profile: MockLibraryProfile;
  /** Answers a request to the gateway. `Response.error()` means that the connection is to be cut. @param basePath path of the gateway, e.g. `/signup-api/` */
  fetch(request: Request, basePath?: string): Promise<Response>;
  /** Mails "sent" so far, oldest first. */
  readonly mails: readonly Mail[];
  /** Puts a mail among those that were sent. */
  deliver(mail: MailRequest): Promise<void>;
  /** @returns stops it */
  onMail(listener: (mail: Mail) => void): () => void;
  /** By subject (persona id). */
  readonly patrons: Map<string, MockPatron>;
  /** Cards that were added to profiles, by subject. */
  readonly profiles: Map<string, Card[]>;
  readonly scenario: ScenarioSwitch;
  /** Ends every session at once, as a restart of the server would. */
  expireSessions(): void;
  /** As on the first day. */
  reset(): void;
  /** The system that was put in the place of the one in memory. */
  readonly behind: SystemBehind | undefined;
  save(): string;
  restore(saved: string | null): void;
}

/** Whether the hospital's mail system has the mailbox. Addresses that begin with `ukendt` or `unknown` do not exist. */
function hasMailbox(email: string): boolean {
  const known = (personas as readonly Persona[]).some(({ claims }) => claims.email?.toLowerCase() === email.toLowerCase());
  return known || !/^(ukendt|unknown)/i.test(email);
}

/** A test's `new Request(url, { body: JSON.stringify(…) })` calls itself plain text. */
function asJson(request: Request): Request {
  if (!request.headers.get('Content-Type')?.startsWith('text/plain') || request.headers.has('Origin')) return request;
  const headers = new Headers(request.headers);
  headers.set('Content-Type', 'application/json');
  return new Request(request, { headers });
}

export function createMockLibrary({
  identify,
  authorize,
  now = Date.now,
  library,
  behind,
  directorySize,
  hosts = {},
  allowedOrigins = 'any',
}: MockLibraryOptions): MockLibrary {
  const profile: MockLibraryProfile = { ...copenhagen, ...library };
  const search = createDirectorySearch(makeDirectory(directorySize));
  const scenario = createScenarioSwitch();
  const parts = {
    store: createMemoryStore(now),
    mailbox: createMailbox(now),
    patrons: new Map<string, MockPatron>(),
    profiles: new Map<string, Card[]>(),
  };
  const { store, mailbox, patrons, profiles } = parts;
  let applications = 0;
  const seed = (): void => {
    seedPatrons(patrons);
    seedProfiles(profiles);
    applications = 0;
  };
  seed();
  const gateways = new Map<string, (request: Request) => Promise<Response>>();
  /** The handler that a library would run. */
  const gatewayAt = (basePath: string): ((request: Request) => Promise<Response>) => {
    const made =
      gateways.get(basePath) ??
      createGateway({
        library: { ...profile, hasMailbox },
        librarySystem: behind?.librarySystem ?? createMemorySystem(profile, patrons, now, () => ++applications),
        broker: { identify: (proof: CodeProof | HostProof) => identify(proof), ...(authorize && { authorize }) },
        store: behind?.store ?? store,
        mail: behind?.mail ?? mailbox,
        directory: createMemoryDirectory(search),
        profiles: createMemoryProfiles(profiles, search),
        hosts,
        pairwiseSalt: 'mock',
        basePath,
        now,
        allowedOrigins,
        doesTasksAtOnce: true,
        intercept: (call, { signal }, answer) => scenario.play(call, signal, answer),
      });
    gateways.set(basePath, made);
    return made;
  };

  return {
    profile,
    behind,
    scenario,
    mails: mailbox.mails,
    deliver: mailbox.send,
    onMail: mailbox.onMail,
    patrons,
    profiles,
    fetch: async (request, basePath = '/') => gatewayAt(basePath)(asJson(request)),
    expireSessions: () => store.clear('session'),
    reset: () => {
      store.clear();
      mailbox.clear();
      seed();
      scenario.set('default');
    },
    save: () => saveState(parts, applications),
    restore: (saved) => {
      applications = restoreState(parts, saved) ?? applications;
    },
  };
}
