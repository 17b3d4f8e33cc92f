import { render, type CSSResult } from 'lit';
import { configSchema, type SignupConfig, type SignupConfigInput } from '../../src/contracts/config.js';
import type { Branch } from '../../src/contracts/library.js';
import { localize, type Language } from '../../src/contracts/text.js';
import type { ElementStep, FlowContext, FlowEvent, IdentifyContext, MailboxContext, Step } from '../../src/flow/types.js';
import { audienceOf } from '../../src/flow/audiences.js';
import { styles } from '../../src/library-signup.styles.js';
import { createTranslator } from '../../src/locales/translate.js';
import { loadMessages } from './messages.js';
import { systemClock } from '../../src/page/system-clock.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { childScreens } from '../../src/ui/screens/child/screens.js';
import { loading } from '../../src/ui/screens/loading.js';
import { questionScreens } from '../../src/ui/screens/questions/screens.js';
import { loginScreens } from '../../src/ui/screens/login/screens.js';
import { recoverScreens } from '../../src/ui/screens/recover/screens.js';
import { refusedScreens } from '../../src/ui/screens/refused/screens.js';
import { registerScreens } from '../../src/ui/screens/register/screens.js';
import type { ScreenSet } from '../../src/ui/screens/screen-set.js';
import { sharedScreens } from '../../src/ui/screens/shared-screens.js';
import { unavailable } from '../../src/ui/screens/unavailable.js';
import type { PlainUi, Ui, View } from '../../src/ui/view.js';
import { audienceSituations } from './audience-screens.js';
import { loginSituations } from './login-screens.js';
import { recoverSituations } from './recover-screens.js';

export const BRANCHES: Branch[] = [
  {
    id: 'DK-710101',
    name: 'Hovedbiblioteket',
    address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' },
    openingHours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '08:00', closes: '21:00' })),
  },
  {
    id: 'DK-710102',
    name: 'Østerbro Bibliotek',
    address: { street: 'Dag Hammarskjölds Allé 19', postalCode: '2100', city: 'København Ø' },
  },
];

export const configOf = (register: Partial<NonNullable<SignupConfigInput['register']>> = {}): SignupConfig =>
  configSchema.parse({
    version: 1,
    library: {
      id: 'DK-710100',
      name: { da: 'Københavns Biblioteker', en: 'Copenhagen Libraries' },
      url: 'https://bibliotek.example/',
      municipality: '101',
      contact: { phone: '+45 33 66 30 00', email: 'bibliotek@kk.example', url: 'https://bibliotek.example/kontakt' },
      userIds: ['cpr', 'card'],
      inactiveYears: 2,
    },
    gateway: { type: 'http', url: '/signup-api/' },
    identity: {
      providers: {
        mitid: { adapter: 'mitid', broker: 'generic' },
        wayf: { adapter: 'wayf' },
        host: { adapter: 'host', label: { da: 'Log ind på biblioteket', en: 'Log in at the library' } },
      },
    },
    register: {
      audiences: [{ id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 }],
      terms: { version: '1', url: 'https://bibliotek.example/regler' },
      ...register,
    },
  });

export interface Situation {
  readonly name: string;
  readonly step: ElementStep;
  readonly context?: Partial<FlowContext>;
  readonly identify?: Partial<IdentifyContext>;
  readonly mailbox?: Partial<MailboxContext>;
  readonly nameOf?: (adapter: string) => string | undefined;
  readonly busy?: boolean;
  readonly config?: SignupConfig;
  readonly publicComputer?: boolean;
  readonly idle?: boolean;
  readonly person?: { name?: string; birthDate?: string };
  readonly pin?: string;
  readonly child?: { cpr: string; name: string };
  /** Events that the flow takes. */
  readonly can?: readonly FlowEvent['type'][];
}

const session = (patron: NonNullable<FlowContext['session']>['patron'] = { status: 'none' }): FlowContext['session'] => ({
  expiresIn: 1200,
  person: { age: 34, hasCpr: true, municipality: { code: '101', name: 'København' } },
  patron,
});
const person = { name: 'Anna Bjerregaard Sørensen', birthDate: '1992-02-14' };
const editing = { can: ['draft.changed', 'form.submitted', 'flow.cancel', 'branches.retry', 'session.extend'] as const, person };
const ends = { can: ['flow.restart'] as const };
const several = configOf({
  audiences: [
    { id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 },
    { id: 'child', kind: 'child', providers: ['mitid'], maximumAge: 17 },
    { id: 'student', kind: 'campus', providers: ['wayf'] },
  ],
});
const withFields = { branches: BRANCHES, session: session() };

/** Every screen of registering an adult, in the situations that look different. */
export const SITUATIONS: readonly Situation[] = [
  { name: 'loading', step: 'loading' },
  { name: 'unavailable', step: 'unavailable' },
  { name: 'audience', step: 'register.audience', config: several },
  {
    name: 'audience, nothing chosen',
    step: 'register.audience',
    config: several,
    context: { errors: [{ field: 'audience', code: 'required' }] },
  },
  { name: 'identify', step: 'register.identify', can: ['identity.chosen', 'detour.user-id'] },
  {
    name: 'identify, cancelled',
    step: 'register.identify',
    config: several,
    context: { answers: { audience: 'adult' } },
    identify: { notice: 'cancelled', providers: ['mitid', 'wayf', 'host'] },
    can: ['identity.chosen', 'flow.back', 'detour.user-id'],
  },
  { name: 'identify, leaving soon', step: 'register.identify', identify: { providers: ['mitid'] }, busy: true },
  { name: 'leaving', step: 'register.leaving', identify: { provider: 'mitid', mode: 'redirect' }, can: ['flow.cancel'] },
  {
    name: 'waiting for a popup',
    step: 'register.leaving',
    identify: { provider: 'mitid', mode: 'popup' },
    can: ['flow.cancel', 'identity.never-returned'],
  },
  { name: 'in a tab of its own', step: 'register.leaving', identify: { provider: 'mitid', mode: 'tab' }, can: ['flow.cancel'] },
  { name: 'no tab allowed', step: 'register.leaving', identify: { provider: 'mitid', mode: 'blocked' }, can: ['flow.cancel'] },
  { name: 'checking', step: 'register.checking', busy: true },
  { name: 'details', step: 'register.details', ...editing, context: withFields },
  { name: 'details, lapsed', step: 'register.details', ...editing, context: { ...withFields, notice: 'lapsed' } },
  {
    name: 'details, session ending',
    step: 'register.details',
    ...editing,
    context: { ...withFields, notice: 'session-ending' },
    pin: '1992',
  },
  { name: 'details, idle', step: 'register.details', ...editing, context: withFields, publicComputer: true, idle: true },
  { name: 'details, no list', step: 'register.details', ...editing, context: { session: session(), branchesFailed: true } },
  {
    name: 'details, all wrong',
    step: 'register.details',
    ...editing,
    context: {
      ...withFields,
      draft: { email: 'anna', phone: '12', sms: true },
      errors: [
        { field: 'email', code: 'invalid' },
        { field: 'phone', code: 'invalid' },
        { field: 'branch', code: 'required' },
        { field: 'pin', code: 'weak-sequence' },
        { field: 'terms', code: 'required' },
      ],
    },
  },
  {
    name: 'submitting',
    step: 'register.submitting',
    person,
    pin: '2580',
    busy: true,
    context: { ...withFields, draft: { email: 'anna@example.dk', phone: '20304050', sms: true, branch: 'DK-710101', terms: true } },
  },
  {
    name: 'done',
    step: 'register.done',
    ...ends,
    context: { registration: { userId: { type: 'cpr', hint: '140292-••••' }, resident: true, card: 'health-card' } },
  },
  {
    name: 'done, other municipality',
    step: 'register.done',
    ...ends,
    context: {
      registration: {
        userId: { type: 'card', hint: '••••••1234' },
        resident: false,
        card: 'library-card',
        signedInUrl: 'https://bibliotek.example/mig',
      },
    },
  },
  {
    name: 'already a patron',
    step: 'register.already-patron',
    can: ['flow.restart', 'audience.change', 'detour.new-pin'],
    context: { session: session({ status: 'active', userId: { type: 'cpr', hint: '140292-••••' } }) },
  },
  { name: 'under age', step: 'register.under-age', can: ['flow.restart', 'audience.change', 'paper.chosen'] },
  { name: 'blocked', step: 'register.blocked', ...ends },
  { name: 'no registry data', step: 'register.no-registry-data', ...ends },
  { name: 'not permitted', step: 'register.not-permitted', ...ends },
  { name: 'not permitted, a mailbox is missing', step: 'register.not-permitted', ...ends, context: { refusal: 'mailbox-required' } },
  { name: 'failed', step: 'register.failed', can: ['flow.retry', 'flow.back', 'flow.restart'] },
  {
    name: 'failed, wait',
    step: 'register.failed',
    can: ['flow.retry'],
    context: { failure: { code: 'too-many-requests', retryable: true, retryAfter: 60 } },
  },
  {
    name: 'failed, locked',
    step: 'register.failed',
    can: ['flow.retry'],
    context: { failure: { code: 'locked-out', retryable: false, retryAfter: 1200 } },
  },
  { name: 'failed, for good', step: 'register.failed', can: ['flow.retry'], context: { failure: { code: 'not-found', retryable: false } } },
  ...audienceSituations(configOf, BRANCHES),
  ...recoverSituations(configOf),
  ...loginSituations(configOf),
];

export interface Stage {
  readonly ui: Ui;
  readonly root: ShadowRoot;
  readonly sent: FlowEvent[];
  readonly find: <E extends HTMLElement>(selector: string) => E;
  readonly draw: (change?: Partial<Situation>) => void;
}

const SCREEN_SETS: readonly ScreenSet[] = [
  sharedScreens,
  questionScreens,
  registerScreens,
  refusedScreens,
  childScreens,
  recoverScreens,
  loginScreens,
];

/** The screen of a step; a form stays as it is while it is being sent. */
function viewOf(step: ElementStep, kind: string | undefined): View | undefined {
  const shown = step === 'register.submitting' ? (kind === 'child' ? 'register.child' : 'register.details') : step;
  return SCREEN_SETS.map(({ screens }) => screens[shown as Step]).find((view) => view !== undefined);
}

/** A situation drawn as the element draws it: one shadow root, one card. Drafts and errors are kept as the flow keeps them. */
export async function stage(host: HTMLElement, situation: Situation, language: Language): Promise<Stage> {
  const { step } = situation;
  const config = situation.config ?? configOf();
  const kind = audienceOf({ config, answers: situation.context?.answers ?? {} })?.kind;
  await loadMessages(language);
  const root = host.attachShadow({ mode: 'open' });
  const sheets: CSSResult[] = [...styles, ...new Set(SCREEN_SETS.flatMap((set) => set.styles))];
  root.adoptedStyleSheets = sheets.flatMap(({ styleSheet }) => styleSheet ?? []);
  host.setAttribute('step', step);
  host.lang = language;
  const card = document.createElement('div');
  card.className = 'card';
  card.part.add('card');
  root.append(card);
  const secrets = createSecretHolder();
  secrets.set('person', situation.person);
  if (situation.pin) secrets.set('pin', situation.pin);
  secrets.set('childCpr', situation.child?.cpr);
  secrets.set('childName', situation.child?.name);
  const sent: FlowEvent[] = [];
  const { t, has } = createTranslator(language, config.texts?.[language]);
  let { context = {}, busy = false, mailbox } = situation;
  const makeUi = (): Ui => ({
    step: step as Step,
    language,
    config,
    busy,
    clock: systemClock,
    isOffered: () => true,
    secrets,
    t,
    has,
    publicComputer: situation.publicComputer ?? false,
    idle: situation.idle ?? false,
    context: {
      config,
      language,
      flow: 'register',
      answers: {},
      draft: {},
      trail: [],
      session: null,
      branches: null,
      branchesFailed: false,
      servicePoints: null,
      registration: null,
      reference: null,
      mailboxProof: null,
      returned: null,
      preselected: null,
      preferredProvider: null,
      notice: null,
      failure: null,
      errors: [],
      ...context,
    } as FlowContext,
    ...(mailbox
      ? { mailbox: { adapter: 'kaldemail', email: '', challenge: null, attemptsLeft: null, failure: null, errors: [], ...mailbox } }
      : {}),
    ...(situation.identify
      ? {
          identify: {
            language,
            position: { flow: 'register', step, trail: [], answers: {}, draft: {} },
            providers: ['mitid'],
            provider: null,
            mode: null,
            notice: null,
            failure: null,
            ...situation.identify,
          },
        }
      : {}),
    localize: (text) => localize(text, language) ?? '',
    nameOf: situation.nameOf ?? (() => undefined),
    send: (event) => {
      sent.push(event);
      if (event.type === 'draft.changed') context = { ...context, draft: { ...context.draft, ...event.values } };
      if (event.type === 'answers.changed') context = { ...context, answers: { ...context.answers, ...event.values } };
      if (event.type === 'form.submitted') context = { ...context, errors: event.errors };
      if (mailbox && event.type === 'form.submitted') mailbox = { ...mailbox, errors: event.errors };
      if (mailbox && event.type === 'draft.changed') mailbox = { ...mailbox, ...event.values };
      draw();
    },
    can: ({ type }) => situation.can?.includes(type) ?? false,
  });
  const plain = (ui: Ui): PlainUi => ({ ...ui, contact: config.library.contact });
  let ui = makeUi();
  const draw = (change: Partial<Situation> = {}): void => {
    if (change.context) context = { ...context, ...change.context };
    if (change.mailbox) mailbox = { ...mailbox, ...change.mailbox };
    if (change.busy !== undefined) busy = change.busy;
    ui = makeUi();
    render(step === 'loading' ? loading(plain(ui)) : step === 'unavailable' ? unavailable(plain(ui)) : viewOf(step, kind)?.(ui), card);
  };
  draw();
  await (root.querySelector('library-signup-combobox') as { updateComplete?: Promise<unknown> } | null)?.updateComplete;
  return {
    get ui() {
      return ui;
    },
    root,
    sent,
    draw,
    find: <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E,
  };
}
