import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Library } from '../../src/contracts/directory.js';
import type { Purpose } from '../../src/contracts/login.js';
import type { Session } from '../../src/contracts/session.js';
import type { FailureCode } from '../../src/errors.js';
import type { FlowEvent } from '../../src/flow/types.js';
import { SESSION, TEST_CONFIG, failure, fakePorts, returnedCode, runFlow, type RunningFlow } from './flow.js';

/** Everything that can happen to a flow from outside: what a patron does, who logs in, what the library system answers. */
export type Move =
  | { readonly name: string; readonly event: FlowEvent }
  | { readonly name: string; readonly login: Session | FailureCode }
  | { readonly name: string; readonly fails: FailureCode }
  /** User ID and PIN are sent, and this is the answer. */
  | { readonly name: string; readonly card: Session | FailureCode };

/** Where a walk begins: a flow, and what a login is for. */
export type Start = 'register' | 'recover' | `login, ${Purpose}`;

export const WHOLE: SignupConfigInput = {
  ...TEST_CONFIG,
  identity: { providers: { ...TEST_CONFIG.identity.providers, wayf: { adapter: 'wayf', clientId: 'test' } } },
  register: {
    audiences: [
      { id: 'adult', kind: 'adult', providers: ['mitid'] },
      { id: 'child', kind: 'child', providers: ['mitid'], paper: true },
      { id: 'student', kind: 'campus', providers: ['wayf'] },
      { id: 'hospital', kind: 'hospital', providers: ['wayf', 'mitid'], mailbox: { adapter: 'kaldemail', domains: ['auh.rm.dk'] } },
    ],
  },
  recover: { emailAsUserId: true },
  login: { guest: true },
};

const PUBLIC: Library = { id: 'DK-1', name: 'Folkebiblioteket', kind: 'public', userIds: ['cpr'], policy: { login: true, culr: true } };
const RESEARCH: Library = { ...PUBLIC, id: 'DK-2', name: 'Forskningsbiblioteket', kind: 'research', policy: { login: true, culr: false } };
const GUESTS: Library = {
  ...PUBLIC,
  id: 'DK-3',
  name: 'Søfarten',
  policy: { login: false, culr: false, guestFields: [{ name: 'cardno', required: true }] },
};
const DIRECTORY = [PUBLIC, RESEARCH, GUESTS];

const CHOICES: Record<string, string[]> = {
  audience: ['adult', 'child', 'student', 'hospital'],
  hasCpr: ['yes', 'no'],
  needsLoans: ['yes', 'no'],
  pinRoute: ['email', 'login'],
  hasLogin: ['yes', 'no'],
  forgotten: ['mitid', 'library', 'pin'],
  route: ['login', 'email'],
  help: ['phone', 'in-person', 'app'],
  link: ['now', 'later', 'never'],
  next: ['mitid', 'without', 'detach'],
};
const NAMES: Record<string, string> = {
  'register.audience': 'audience',
  'register.has-cpr': 'hasCpr',
  'register.needs-loans': 'needsLoans',
  'register.pin-route': 'pinRoute',
  'register.has-login': 'hasLogin',
  'recover.which': 'forgotten',
  'recover.library': 'route',
  'recover.pin': 'route',
  'recover.mitid-app': 'help',
  'recover.mitid-phone': 'help',
  'recover.mitid-in-person': 'help',
  'login.link-offer': 'link',
  'login.belongs-to-profile': 'next',
};
const person = (patron: Session['patron']['status'], more: Partial<Session['person']> = {}): Session => ({
  ...SESSION,
  person: { ...SESSION.person, ...more },
  patron: { status: patron },
});
const LOGINS: Move[] = [
  { name: 'a newcomer logs in', login: person('none') },
  { name: 'a patron logs in', login: person('active') },
  { name: 'a lapsed patron logs in', login: person('lapsed') },
  { name: 'a blocked patron logs in', login: person('blocked') },
  { name: 'somebody of 16 logs in', login: person('none', { birthDate: undefined, age: 16 }) },
  { name: 'somebody without a CPR number logs in', login: person('none', { hasCpr: false }) },
  { name: 'the login is not permitted', login: 'not-permitted' },
  { name: 'the login is not valid', login: 'proof-invalid' },
  { name: 'the library system does not answer the login', login: 'unavailable' },
];
const byCard = (profile: NonNullable<Session['profile']>): Session => ({ ...person('active'), method: 'library-card', profile });
const CARDS: Move[] = [
  { name: 'the card is right', card: byCard({ status: 'linked', offerLink: false }) },
  { name: 'the card is right, and may be linked', card: byCard({ status: 'none', offerLink: true }) },
  { name: 'the card belongs to a profile', card: byCard({ status: 'withheld', offerLink: false }) },
  ...(['credentials-wrong', 'locked-out', 'blocked', 'library-unknown', 'unavailable'] as const).map((card) => ({
    name: `the card is ${card}`,
    card,
  })),
];
const EIDS: Move[] = [
  { name: 'MitID', login: { ...person('active'), method: 'eid', profile: { status: 'linked', offerLink: false } } },
  ...(['blocked', 'not-permitted', 'proof-invalid', 'unavailable'] as const).map((login) => ({ name: `MitID is ${login}`, login })),
];
const FAILURES: FailureCode[] = ['unavailable', 'session-expired', 'field-invalid', 'expired', 'not-permitted'];
const PLAIN: FlowEvent[] = [
  { type: 'form.submitted', errors: [] },
  { type: 'flow.back' },
  { type: 'flow.cancel' },
  { type: 'flow.retry' },
  { type: 'flow.restart' },
  { type: 'flow.return' },
  { type: 'audience.change' },
  { type: 'detour.user-id' },
  { type: 'detour.new-pin' },
  { type: 'paper.chosen' },
  { type: 'session.lost' },
  { type: 'email.change' },
  { type: 'card.chosen' },
  { type: 'guest.chosen' },
  { type: 'library.change' },
  { type: 'flow.finish' },
  ...DIRECTORY.map(({ id }) => ({ type: 'library.chosen', id }) as const),
  { type: 'library.remove', id: RESEARCH.id },
];

/** What can happen on the screen that a flow shows. */
export function movesAt(flow: RunningFlow): Move[] {
  const moves: Move[] = [];
  const choice = NAMES[flow.step];
  for (const value of choice === undefined ? [] : (CHOICES[choice] ?? [])) {
    const event: FlowEvent = { type: 'choice.submitted', name: choice ?? '', value };
    if (flow.can(event)) moves.push({ name: `chooses ${value}`, event });
  }
  if (flow.step === 'recover.mitid') {
    for (const [document, app] of [
      ['danish', 'yes'],
      ['danish', 'no'],
      ['foreign-no-cpr', 'no'],
    ] as const) {
      moves.push({ name: `has a ${document} document, app: ${app}`, event: { type: 'answers.changed', values: { document, app } } });
    }
  }
  for (const event of PLAIN) if (flow.can(event)) moves.push({ name: 'id' in event ? `${event.type} ${event.id}` : event.type, event });
  if (flow.step === 'login.card' && flow.can({ type: 'form.submitted', errors: [] })) moves.push(...CARDS);
  else if (flow.step.startsWith('login.') && flow.can({ type: 'identity.chosen', provider: 'mitid' })) moves.push(...EIDS);
  if (flow.identify && !flow.step.startsWith('login.') && flow.can({ type: 'identity.chosen', provider: flow.identify.providers[0] ?? '' }))
    moves.push(...LOGINS);
  if (flow.can({ type: 'form.submitted', errors: [] }) && !['recover.mitid', 'login.card'].includes(flow.step)) {
    for (const code of FAILURES) moves.push({ name: `sends, and the answer is ${code}`, fails: code });
  }
  return moves;
}

const tick = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Lets promises settle, and parts of the flow be fetched, without waiting on a clock. */
async function settle(flow: RunningFlow): Promise<void> {
  for (let round = 0; round < 2 || (flow.busy && round < 2000); round += 1) await tick();
}

/** Runs a new flow through `moves`. */
export async function replay(moves: readonly Move[], start: Start = 'register'): Promise<RunningFlow> {
  const [flow, purpose = 'login'] = start.split(', ') as ['register' | 'recover' | 'login', Purpose?];
  let login: Session | FailureCode = SESSION;
  let fails: FailureCode | undefined;
  const call = async (): Promise<void> => {
    const code = fails;
    fails = undefined;
    if (code) throw failure(code);
  };
  const ports = fakePorts(
    {
      openSession: async () => {
        if (typeof login === 'string') throw failure(login);
        ports.secrets.set('token', login.token);
        return login;
      },
      findLibraries: async () => ({ libraries: DIRECTORY }),
      readLibrary: async ({ id }) => DIRECTORY.find((library) => library.id === id) ?? PUBLIC,
      readProfile: async () => [{ id: RESEARCH.id, name: RESEARCH.name, kind: 'research', removable: true }],
      proveCard: async () => {
        if (typeof login === 'string') throw failure(login);
        ports.secrets.set('libraryToken', 'card-token');
      },
      checkOrder: call,
      orderAsGuest: async () => {
        await call();
        return {};
      },
      registerPatron: async () => {
        await call();
        return { userId: { type: 'cpr', hint: '••' }, resident: true, card: 'health-card' };
      },
      applyForChild: async () => {
        await call();
        return { reference: 'B-1' };
      },
      orderPin: call,
      changePin: call,
      remindUserId: call,
      requestPinReset: call,
      addEmailUserId: call,
      challengeMailbox: async () => {
        await call();
        return { challenge: 'c', expiresIn: 600, codeLength: 6, resendAfter: 30 };
      },
      answerMailboxChallenge: async () => {
        await call();
        return { proof: 'p' };
      },
    },
    { begin: async ({ prepare }) => (await prepare?.('challenge'), { mode: 'popup' }), awaitReturn: async () => returnedCode(ports) },
  );
  const running = runFlow(ports, { config: WHOLE, flow, ...(flow === 'login' && { login: { purpose, library: null } }) });
  await settle(running);
  for (const move of moves) {
    if ('login' in move) {
      login = move.login;
      running.send({ type: 'identity.chosen', provider: running.identify?.providers[0] ?? 'mitid' });
    } else if ('card' in move) {
      login = move.card;
      ports.secrets.set('proof', { method: 'library-card', library: 'DK-1', userId: '1', pin: '2580' });
      running.send({ type: 'form.submitted', errors: [] });
    } else if ('fails' in move) {
      fails = move.fails;
      running.send({ type: 'form.submitted', errors: [] });
    } else running.send(move.event);
    await settle(running);
  }
  return running;
}

/** What makes two situations the same to a patron: the screen, what was said on it and what can be done on it. */
const situationOf = (flow: RunningFlow): string =>
  [
    flow.step,
    flow.identify?.notice ?? flow.context.notice,
    flow.step.startsWith('register.') ? flow.context.answers.audience : '',
    flow.step.startsWith('login.')
      ? [flow.context.answers['library'], flow.context.session?.method, flow.context.login?.adding].join()
      : '',
    flow.context.origin ? 'detour' : '',
    flow.identify?.providers.join(),
    flow.step === 'recover.mitid' ? JSON.stringify(flow.context.answers) : '',
    movesAt(flow)
      .map(({ name }) => name)
      .join(),
  ].join('|');

export interface Situation {
  readonly step: string;
  readonly path: readonly Move[];
  readonly leadsTo: Set<string>;
  readonly moves: readonly Move[];
}

/** Walks every situation that can be reached, by the shortest path, each path run from the start. */
export async function explore(start: Start, deepest: number): Promise<Situation[]> {
  const found = new Map<string, Situation>();
  let edge: (readonly Move[])[] = [[]];
  for (let depth = 0; depth <= deepest && edge.length > 0; depth += 1) {
    const next: (readonly Move[])[] = [];
    for (const path of edge) {
      const flow = await replay(path, start);
      const key = situationOf(flow);
      const before = found.get(key);
      if (!before) {
        // What logging in leads out to is walked by itself.
        const leaves = start.startsWith('login') && !flow.step.startsWith('login.');
        const moves = movesAt(flow);
        found.set(key, { step: flow.step, path, leadsTo: new Set(), moves });
        if (!leaves) next.push(...moves.map((move) => [...path, move]));
      }
      flow.actor.stop();
    }
    edge = next;
  }
  return [...found.values()];
}
