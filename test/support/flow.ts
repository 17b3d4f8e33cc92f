import { createActor, type Actor, type InspectionEvent } from 'xstate';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { configSchema } from '../../src/contracts/config.js';
import type { Library } from '../../src/contracts/directory.js';
import type { Session } from '../../src/contracts/session.js';
import { SignupError, type FailureCode } from '../../src/errors.js';
import { createSignupMachine, type CreateFlowMachine } from '../../src/flow/actors.js';
import { createChildMachine } from '../../src/flow/child/actors.js';
import { currentScreen, receiverOf, runningMachines } from '../../src/flow/current-screen.js';
import { createQuestionsMachine } from '../../src/flow/questions/actors.js';
import { createLoginMachine, type RecentLibraries } from '../../src/flow/login/actors.js';
import { createRecoverMachine } from '../../src/flow/recover/actors.js';
import { createRefusedMachine } from '../../src/flow/refused/actors.js';
import { createRegisterMachine } from '../../src/flow/register/actors.js';
import type { SignupMachine } from '../../src/flow/signup.machine.js';
import type { FlowContext, FlowEmit, FlowEvent, FlowInput, IdentifyContext, MailboxContext, RecentLibrary } from '../../src/flow/types.js';
import { createMailboxPort } from '../../src/identity/mailbox-service.js';
import type { Gateway, HandOffReturn, IdentityPort, MailboxPort, Services } from '../../src/ports.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';

export const TEST_CONFIG: SignupConfigInput = {
  version: 1,
  library: { id: 'DK-710100', name: 'Testbiblioteket', inactiveYears: 2, contact: { phone: '+45 33 00 00 00' } },
  gateway: { type: 'http', url: '/api/' },
  identity: {
    providers: { mitid: { adapter: 'mitid', broker: 'idura', authorizationEndpoint: 'https://broker.example/auth', clientId: 'test' } },
  },
  register: {
    audiences: [{ id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 }],
    terms: { version: '2026-01', url: '/terms' },
  },
};

export const SESSION: Session = {
  token: 'token-1',
  expiresIn: 1200,
  person: { name: 'Asta Prøve', birthDate: '1990-05-04', hasCpr: true },
  patron: { status: 'none' },
};

export const LIBRARY: Library = {
  id: 'DK-820050',
  name: 'Forskningsbiblioteket',
  kind: 'research',
  userIds: ['local'],
  policy: { login: true, culr: false },
};

export const BRANCH = { id: 'DK-710101', name: 'Hovedbiblioteket' };
export const failure = (code: FailureCode, more: object = {}): SignupError =>
  new SignupError({ code, retryable: code === 'unavailable' || code === 'provider-failed', ...more });

const done = async (): Promise<void> => undefined;

/** What stands for the library system and the identity providers in a test. */
export interface Adapters {
  readonly gateway: Gateway;
  readonly mailbox: MailboxPort;
  readonly identity: IdentityPort;
}

/** They, and the calls that were made. */
export interface FakeServices extends Services<Adapters> {
  /** The calls that were made, by name. */
  readonly calls: string[];
  /** Libraries that were used last. */
  readonly recent: RecentLibraries;
  /** What was handed over to the host. */
  readonly delivered: unknown[];
}

/** Services where everything goes well, with what was asked of them. Replace what a test is about. */
export function fakePorts(gateway: Partial<Gateway> = {}, identity: Partial<IdentityPort> = {}): FakeServices {
  const calls: string[] = [];
  const secrets = createSecretHolder();
  const happy: Gateway = {
    startAuthorization: async () => ({ url: 'https://broker.example/par' }),
    openSession: async () => SESSION,
    readSession: async () => SESSION,
    endSession: done,
    listBranches: async () => [BRANCH],
    listServicePoints: async () => [BRANCH],
    registerPatron: async () => ({ userId: { type: 'cpr', hint: '040590-••••' }, resident: true, card: 'health-card' }),
    applyForChild: async () => ({ reference: 'B-1' }),
    orderPin: done,
    changePin: done,
    requestPinReset: done,
    completePinReset: done,
    challengeMailbox: async () => ({ challenge: 'c1', expiresIn: 600, codeLength: 6, resendAfter: 30 }),
    answerMailboxChallenge: async () => ({ proof: 'proof-1' }),
    listUserIds: async () => [{ type: 'cpr', hint: '040590-••••' }],
    addEmailUserId: done,
    remindUserId: done,
    findLibraries: async () => ({ libraries: [LIBRARY] }),
    readLibrary: async () => LIBRARY,
    createProfile: done,
    readProfile: async () => [],
    createLinkIntent: async () => ({ intent: 'intent-1' }),
    attachLibrary: done,
    detachLibrary: done,
    silenceLinkOffer: done,
    proveCard: done,
    checkOrder: done,
    orderAsGuest: async () => ({ reference: 'O-1' }),
    handOver: async () => secrets.set('handover', { code: 'handover-1', expiresIn: 60 }),
  };
  const told = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]): unknown => {
          calls.push(String(name));
          return (value as (...values: unknown[]) => unknown)(...values);
        };
      },
    });
  const toldGateway = told({ ...happy, ...gateway });
  const adapters: Adapters = {
    gateway: toldGateway,
    mailbox: createMailboxPort({ gateway: toldGateway, secrets }),
    identity: told<IdentityPort>({
      begin: async () => ({ mode: 'redirect' }),
      awaitReturn: () => new Promise<never>(() => undefined),
      ...identity,
    }),
  };
  let recent: RecentLibrary[] = [];
  const kept: RecentLibraries = { list: () => recent, add: (library) => (recent = [library, ...recent]), forget: () => (recent = []) };
  return {
    calls,
    recent: kept,
    delivered: [],
    secrets,
    clock: { now: () => Date.parse('2026-11-22T12:00:00Z') },
    adapters: async () => adapters,
  };
}

/** The machines of the flows, as the element downloads them. */
const MACHINES = {
  questions: createQuestionsMachine,
  register: createRegisterMachine,
  refused: createRefusedMachine,
  child: createChildMachine,
  recover: createRecoverMachine,
};

/** A code has come back: the proof lies in the private holder. */
export function returnedCode(ports: Services<unknown>, position?: HandOffReturn['position']): HandOffReturn {
  ports.secrets.set('proof', {
    method: 'code',
    provider: 'mitid',
    code: 'secret-code',
    codeVerifier: 'secret-verifier',
    nonce: 'n',
    redirectUri: 'https://library.example/',
  });
  return { outcome: 'code', provider: 'mitid', ...(position === undefined ? {} : { position }) };
}

export interface RunningFlow {
  actor: Actor<SignupMachine>;
  readonly step: string;
  readonly busy: boolean;
  readonly context: FlowContext;
  readonly identify: IdentifyContext | undefined;
  readonly mailbox: MailboxContext | undefined;
  send(event: FlowEvent): void;
  can(event: FlowEvent): boolean;
  emitted: FlowEmit[];
  /** Everything that an inspector saw. */
  inspected: InspectionEvent[];
  /** Waits until the flow shows `step`. */
  reaches(step: string): Promise<void>;
}

export function runFlow(ports: FakeServices, input: Partial<Omit<FlowInput, 'config'>> & { config?: SignupConfigInput } = {}): RunningFlow {
  const emitted: FlowEmit[] = [];
  const inspected: InspectionEvent[] = [];
  const waiting = new Set<() => void>();
  const config = configSchema.parse(input.config ?? TEST_CONFIG);
  const logsIn: CreateFlowMachine<FakeServices> = (services, identify) =>
    createLoginMachine(services, identify, {
      config,
      recent: ports.recent,
      hostReferences: () => ({ handoverChallenge: 'challenge', order: 'order-7' }),
      warn: (message) => ports.delivered.push(message),
      deliver: (...delivered) => ports.delivered.push(delivered),
    });
  const actor = createActor(
    createSignupMachine(ports, async (name) => (name === 'login' ? logsIn : MACHINES[name])),
    {
      input: { language: 'da', flow: 'register', ...input, config },
      inspect: (event) => {
        inspected.push(event);
        if (event.type === '@xstate.actor') (event.actorRef as Actor<SignupMachine>).on('*', (value) => emitted.push(value));
        queueMicrotask(() => {
          for (const check of waiting) check();
        });
      },
    },
  );
  actor.start();
  const running: RunningFlow = {
    actor,
    emitted,
    inspected,
    get step() {
      return currentScreen(actor).step;
    },
    get busy() {
      return currentScreen(actor).busy;
    },
    get identify() {
      return currentScreen(actor).identify;
    },
    get mailbox() {
      return currentScreen(actor).mailbox;
    },
    get context() {
      return currentScreen(actor).context;
    },
    send: (event) => {
      if (event.type === 'draft.changed') for (const machine of runningMachines(actor)) machine.send(event);
      else receiverOf(actor, event)?.send(event);
    },
    can: (event) => receiverOf(actor, event) !== undefined,
    reaches: (step) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`expected ${step}, the flow is at ${running.step}`));
        }, 10_000);
        const check = (): void => {
          if (running.step !== step) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
  return running;
}

/** A promise that the test settles. */
export function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
