import type { SignupConfig, SignupConfigInput } from '../../src/contracts/config.js';
import type { Branch } from '../../src/contracts/library.js';
import type { FlowContext, MailboxContext } from '../../src/flow/types.js';
import type { Situation } from './screens.js';

type ConfigOf = (register?: Partial<NonNullable<SignupConfigInput['register']>>) => SignupConfig;

/** A library with every kind of audience. */
export function everyAudience(configOf: ConfigOf): SignupConfig {
  const config = configOf({
    audiences: [
      { id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 },
      { id: 'child', kind: 'child', providers: ['mitid'], maximumAge: 17, paper: true },
      { id: 'student', kind: 'campus', providers: ['wayf'], documents: ['student-card', 'au-id'] },
      {
        id: 'employee',
        kind: 'campus',
        providers: ['wayf'],
        documents: ['au-id'],
        icon: 'work',
        label: { da: 'Ansat ved Aarhus Universitet', en: 'Employee at Aarhus University' },
      },
      {
        id: 'hospital',
        kind: 'hospital',
        providers: ['wayf', 'mitid'],
        mailbox: {
          adapter: 'kaldemail',
          domains: ['auh.rm.dk', 'aarhus.rm.dk', 'skejby.rm.dk', 'ps.rm.dk'],
          orderUrl: 'https://bsk.rm.dk',
        },
      },
      { id: 'private', kind: 'private', providers: ['mitid'] },
    ],
  });
  const wayf = { adapter: 'wayf', homeOrganization: 'au.dk' };
  return { ...config, identity: { ...config.identity, providers: { ...config.identity.providers, wayf } } };
}

/** Monday to Friday from 8 to 20, staffed from 10 to 18, and Saturday from 10 to 14. */
const openingHours: Branch['openingHours'] = [
  ...[1, 2, 3, 4, 5].flatMap((day) => [
    { day, opens: '08:00', closes: '20:00' },
    { day, opens: '10:00', closes: '18:00', staffed: true },
  ]),
  { day: 6, opens: '10:00', closes: '14:00', staffed: true },
];
export const SERVICE_POINTS: Branch[] = [
  {
    id: 'DK-820010',
    name: 'AU Library, Det Kgl. Bibliotek',
    address: { street: 'Victor Albecks Vej 1', postalCode: '8000', city: 'Aarhus C' },
    openingHours,
    position: { lat: 56.1697, lng: 10.2034 },
  },
  {
    id: 'DK-820012',
    name: 'AU Library, Katrinebjerg',
    address: { street: 'Finlandsgade 22', postalCode: '8200', city: 'Aarhus N' },
    openingHours,
  },
  { id: 'DK-820013', name: 'AU Library, Nobelparken' },
];

const challenge = { challenge: 'c1', expiresIn: 600, codeLength: 6, resendAfter: 30 };
const email = 'test@auh.rm.dk';
const code = (mailbox: Partial<MailboxContext>): Partial<MailboxContext> => ({ email, challenge, ...mailbox });
const session: FlowContext['session'] = {
  expiresIn: 1200,
  person: { age: 41, hasCpr: true },
  patron: { status: 'active', userId: { type: 'cpr', hint: '140292-••••' } },
};

/** Screens of everybody but the adult, in the situations that look different. */
export function audienceSituations(configOf: ConfigOf, branches: Branch[]): Situation[] {
  const config = everyAudience(configOf);
  const university: SignupConfig = { ...config, library: { ...config.library, municipality: undefined } };
  const as = (audience: string, more: Partial<FlowContext> = {}): { config: SignupConfig; context: Partial<FlowContext> } => ({
    config: audience === 'child' ? config : university,
    context: { answers: { audience }, ...more },
  });
  const withBranches = { branches: branches.map((branch) => ({ ...branch, openingHours })), session };
  const person = { name: 'Karen Test Hansen', birthDate: '1985-03-14' };
  const back = { can: ['flow.back'] as const };
  const editing = {
    can: ['flow.back', 'draft.changed', 'form.submitted', 'flow.cancel', 'branches.retry', 'paper.chosen'] as const,
    person,
  };
  const ends = { can: ['flow.restart', 'audience.change'] as const };
  const cooling = { can: ['flow.back', 'email.change', 'form.submitted'] as const };
  return [
    { name: 'every audience', step: 'register.audience', config },
    {
      name: 'identify, child',
      step: 'register.identify',
      ...as('child'),
      can: ['identity.chosen', 'detour.user-id', 'paper.chosen', 'flow.back'],
    },
    {
      name: 'identify, campus',
      step: 'register.identify',
      ...as('student', { answers: { audience: 'student', pinRoute: 'login' } }),
      identify: { providers: ['wayf'] },
      can: ['identity.chosen', 'flow.back'],
    },
    {
      name: 'identify, hospital with a login',
      step: 'register.identify',
      ...as('hospital', { answers: { audience: 'hospital', hasLogin: 'yes' } }),
      identify: { providers: ['wayf'] },
      can: ['identity.chosen', 'flow.back'],
    },
    {
      name: 'identify, hospital with a kaldemail',
      step: 'register.identify',
      ...as('hospital', { mailboxProof: 'proof' }),
      identify: { providers: ['mitid'] },
      can: ['identity.chosen', 'detour.user-id', 'flow.back'],
    },
    {
      name: 'identify, private, NemID',
      step: 'register.identify',
      ...as('private'),
      identify: { providers: ['mitid'], notice: 'nemid-closed' },
      can: ['identity.chosen', 'detour.user-id', 'flow.back'],
    },
    { name: 'has CPR', step: 'register.has-cpr', ...as('student'), ...back },
    {
      name: 'has CPR, not answered',
      step: 'register.has-cpr',
      ...as('student', { errors: [{ field: 'hasCpr', code: 'required' }] }),
      ...back,
    },
    { name: 'needs loans', step: 'register.needs-loans', ...as('student'), ...back },
    { name: 'needs loans, no CPR from WAYF', step: 'register.needs-loans', ...as('student', { notice: 'no-cpr' }), ...back },
    { name: 'PIN route', step: 'register.pin-route', ...as('student'), ...back },
    { name: 'PIN order', step: 'register.pin-order', ...as('student'), ...back },
    {
      name: 'PIN order, empty',
      step: 'register.pin-order',
      ...as('student', { errors: [{ field: 'userId', code: 'required' }] }),
      ...back,
    },
    { name: 'PIN ordered', step: 'register.pin-ordered', ...as('student'), ...ends },
    { name: 'desk', step: 'register.desk', ...as('student', { servicePoints: SERVICE_POINTS }), ...ends },
    { name: 'desk, employee', step: 'register.desk', ...as('employee', { servicePoints: SERVICE_POINTS }), ...ends },
    { name: 'desk, waiting', step: 'register.desk', ...as('student'), ...ends },
    { name: 'desk, no list', step: 'register.desk', ...as('student', { servicePoints: [] }), ...ends },
    { name: 'e-access', step: 'register.e-access', ...as('student'), ...ends },
    { name: 'has login', step: 'register.has-login', ...as('hospital'), ...back },
    { name: 'kaldemail', step: 'register.kaldemail', ...as('hospital'), mailbox: {}, ...back },
    {
      name: 'kaldemail, wrong domain',
      step: 'register.kaldemail',
      ...as('hospital'),
      mailbox: { email: 'anna@gmail.com', errors: [{ field: 'email', code: 'domain' }] },
      ...back,
    },
    {
      name: 'kaldemail, too many',
      step: 'register.kaldemail',
      ...as('hospital'),
      mailbox: { email, failure: { code: 'too-many-requests', retryable: true, retryAfter: 30 } },
      ...back,
    },
    { name: 'code', step: 'register.kaldemail-code', ...as('hospital'), mailbox: code({}), ...cooling },
    {
      name: 'code, another may be had',
      step: 'register.kaldemail-code',
      ...as('hospital'),
      mailbox: code({}),
      can: ['flow.back', 'email.change', 'code.resend'],
    },
    {
      name: 'code, wrong',
      step: 'register.kaldemail-code',
      ...as('hospital'),
      mailbox: code({ attemptsLeft: 2, errors: [{ field: 'code', code: 'wrong' }] }),
      ...cooling,
    },
    {
      name: 'code, expired',
      step: 'register.kaldemail-code',
      ...as('hospital'),
      mailbox: code({ errors: [{ field: 'code', code: 'expired' }] }),
      can: ['email.change', 'code.resend'],
    },
    {
      name: 'code, locked out',
      step: 'register.kaldemail-code',
      ...as('hospital'),
      mailbox: code({ failure: { code: 'locked-out', retryable: false, retryAfter: 900 } }),
      ...cooling,
    },
    { name: 'child', step: 'register.child', ...as('child', withBranches), ...editing },
    {
      name: 'child, all wrong',
      step: 'register.child',
      ...as('child', {
        ...withBranches,
        draft: { email: 'karen' },
        errors: [
          { field: 'childCpr', code: 'adult' },
          { field: 'childName', code: 'required' },
          { field: 'relation', code: 'required' },
          { field: 'email', code: 'invalid' },
          { field: 'branch', code: 'required' },
          { field: 'liability', code: 'required' },
        ],
      }),
      ...editing,
    },
    {
      name: 'child, submitting',
      step: 'register.submitting',
      ...as('child', {
        ...withBranches,
        draft: { relation: 'parent', email: 'karen@example.dk', branch: branches[0]?.id ?? '', liability: true },
      }),
      person,
      busy: true,
    },
    { name: 'child form, empty', step: 'register.child-form', ...as('child', { branches }), can: ['flow.back', 'draft.changed'] },
    {
      name: 'child form, filled in',
      step: 'register.child-form',
      ...as('child', {
        ...withBranches,
        draft: {
          relation: 'guardian',
          email: 'karen@example.dk',
          phone: '+4520304050',
          sms: true,
          branch: branches[0]?.id ?? '',
          liability: true,
        },
      }),
      person,
      pin: '2580',
      child: { cpr: '700515-4321', name: 'Asta Test Hansen' },
      can: ['flow.back', 'draft.changed'],
    },
    { name: 'application received', step: 'register.application-received', ...as('child', { reference: 'B-1042' }), ...ends },
    {
      name: 'already a patron, campus',
      step: 'register.already-patron',
      ...as('student', { session }),
      can: ['flow.restart', 'detour.new-pin'],
    },
    { name: 'under age, guardian', step: 'register.under-age', ...as('child'), ...ends },
  ];
}
