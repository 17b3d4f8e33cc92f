import type { Library } from '../../src/contracts/directory.js';
import type { LoginContext } from '../../src/flow/types.js';
import type { configOf, Situation } from './screens.js';

const PUBLIC: Library = {
  id: 'DK-775100',
  name: 'Aarhus Bibliotekerne',
  city: 'Aarhus',
  kind: 'public',
  userIds: ['cpr', 'card'],
  registrationUrl: 'https://www.aakb.example/',
  policy: { login: true, culr: true },
};
const SCHOOL: Library = {
  ...PUBLIC,
  id: 'DK-861640',
  name: 'UCN Biblioteket',
  kind: 'school',
  userIds: ['email'],
  pin: { minLength: 4, digits: false },
};
const RESEARCH: Library = {
  ...PUBLIC,
  id: 'DK-820050',
  name: 'Dansk Polarforskningsbibliotek',
  kind: 'research',
  userIds: ['local'],
  policy: { login: true, culr: false },
};
const GUESTS: Library = {
  id: 'DK-820330',
  name: 'Søfartens Bibliotek',
  kind: 'research',
  userIds: [],
  policy: {
    login: false,
    culr: false,
    guestFields: [
      { name: 'cardno', required: true, label: { da: 'Nummeret på dit skibskort', en: 'The number on your ship’s card' } },
      { name: 'cpr', required: false },
      { name: 'userName', required: true },
      { name: 'userMail', required: true },
      { name: 'userTelephone', required: false },
    ],
  },
};
const FOUND: Library[] = [PUBLIC, { ...SCHOOL, match: { field: 'alias', text: 'Professionshøjskolen UCN' } }, RESEARCH];
const LIBRARIES = [
  { id: PUBLIC.id, name: PUBLIC.name, kind: 'public' as const, removable: false },
  { id: RESEARCH.id, name: RESEARCH.name, kind: 'research' as const, removable: true },
];

const login = (values: Partial<LoginContext> = {}): NonNullable<Situation['context']>['login'] => ({
  purpose: 'login',
  library: null,
  found: FOUND,
  ...values,
});
const session = (method: 'eid' | 'library-card'): NonNullable<Situation['context']>['session'] => ({
  expiresIn: 1200,
  person: { hasCpr: true },
  patron: { status: 'active' },
  method,
});
const card = ['form.submitted', 'detour.new-pin', 'library.change', 'flow.back'] as const;
const ends = ['flow.restart'] as const;

/** Every screen of logging in, in the situations that look different. */
export function loginSituations(makeConfig: typeof configOf): Situation[] {
  const config = { ...makeConfig(), login: { directory: true, guest: true, libraryLogin: 'card' as const } };
  const can = ['library.typed', 'library.chosen', 'identity.chosen', 'register.chosen', 'form.submitted'] as const;
  const situations: Situation[] = [
    { name: 'login', step: 'login.library', can, context: { login: login() } },
    {
      name: 'login, used before',
      step: 'login.library',
      can: [...can, 'libraries.forget', 'libraries.more', 'flow.back'],
      context: { login: login({ recent: [PUBLIC, RESEARCH], next: '20' }) },
    },
    {
      name: 'login, no library chosen',
      step: 'login.library',
      can,
      context: { login: login(), errors: [{ field: 'library', code: 'required' }] },
    },
    {
      name: 'login, search failed',
      step: 'login.library',
      can: [...can, 'libraries.retry'],
      context: { login: login({ found: null, searchFailed: true }), notice: 'library-unknown' },
    },
    {
      name: 'login, adding',
      step: 'login.library',
      can: ['library.typed', 'flow.back'],
      context: { login: login({ adding: true, purpose: 'libraries' }) },
    },
    {
      name: 'login method',
      step: 'login.method',
      can: ['card.chosen', 'identity.chosen', 'library.change', 'flow.back'],
      context: { login: login({ chosen: PUBLIC }) },
    },
    { name: 'card', step: 'login.card', can: card, context: { login: login({ chosen: PUBLIC }) } },
    { name: 'card, by e-mail', step: 'login.card', can: card, context: { login: login({ chosen: SCHOOL }) } },
    {
      name: 'card, wrong',
      step: 'login.card',
      can: card,
      context: {
        login: login({ chosen: RESEARCH, attemptsLeft: 2 }),
        errors: [
          { field: 'userId', code: 'unlike' },
          { field: 'pin', code: 'wrong' },
        ],
      },
    },
    { name: 'card, adding', step: 'login.card', can: card, context: { login: login({ chosen: RESEARCH, adding: true }) } },
    {
      name: 'link offer',
      step: 'login.link-offer',
      can: ['choice.submitted', 'flow.back'],
      context: { login: login({ chosen: RESEARCH }), session: session('library-card') },
    },
    {
      name: 'link offer, nothing chosen',
      step: 'login.link-offer',
      can: ['choice.submitted'],
      context: { login: login({ chosen: RESEARCH }), errors: [{ field: 'link', code: 'required' }] },
    },
    { name: 'login, identify', step: 'login.identify', identify: {}, can: ['identity.chosen', 'flow.back'], context: { login: login() } },
    {
      name: 'login, identify to link',
      step: 'login.identify',
      identify: { notice: 'cancelled' },
      can: ['identity.chosen', 'flow.back'],
      context: { login: login({ chosen: RESEARCH }), answers: { link: 'now' } },
    },
    {
      name: 'login, identify for libraries',
      step: 'login.identify',
      identify: {},
      can: ['identity.chosen'],
      context: { login: login({ purpose: 'libraries' }) },
    },
    { name: 'login, leaving', step: 'login.leaving', identify: { provider: 'mitid' }, can: ['flow.cancel'], context: { login: login() } },
    { name: 'login, checking', step: 'login.checking', busy: true, context: { login: login() } },
    { name: 'linked', step: 'login.linked', can: ends, context: { login: login({ chosen: RESEARCH }) } },
    ...(['account-mismatch', 'already-linked', 'automatic', 'not-permitted'] as const).map((reason): Situation => ({
      name: `link refused, ${reason}`,
      step: 'login.link-refused',
      can: [...ends, 'flow.finish'],
      context: { login: login({ chosen: RESEARCH, reason }) },
    })),
    {
      name: 'belongs to a profile',
      step: 'login.belongs-to-profile',
      can: ['choice.submitted'],
      context: { login: login({ chosen: RESEARCH }) },
    },
    {
      name: 'belongs to a profile, confirming',
      step: 'login.belongs-to-profile',
      can: ['choice.submitted', 'flow.finish', 'flow.back'],
      context: { login: login({ chosen: RESEARCH, confirming: RESEARCH.id }), answers: { next: 'detach' } },
    },
    {
      name: 'guest',
      step: 'login.guest',
      can: ['form.submitted', 'answers.changed', 'library.change', 'flow.back'],
      context: { login: login({ chosen: GUESTS, purpose: 'order' }) },
    },
    {
      name: 'guest, all wrong',
      step: 'login.guest',
      can: ['form.submitted', 'answers.changed', 'flow.back'],
      context: {
        login: login({ chosen: GUESTS, purpose: 'order' }),
        errors: ['cardno', 'userName', 'userMail'].map((field) => ({ field, code: 'missing' })),
      },
    },
    { name: 'guest ready', step: 'login.guest-ready', can: ends, context: { login: login({ chosen: GUESTS, reference: 'O-00001' }) } },
    {
      name: 'order PIN',
      step: 'login.order-pin',
      can: ['form.submitted', 'library.change'],
      context: { login: login({ chosen: RESEARCH, purpose: 'order' }) },
    },
    {
      name: 'order PIN, wrong, session ending',
      step: 'login.order-pin',
      can: ['form.submitted', 'library.change', 'session.extend'],
      context: {
        login: login({ chosen: RESEARCH, purpose: 'order', attemptsLeft: 1 }),
        errors: [{ field: 'pin', code: 'wrong' }],
        notice: 'session-ending',
      },
    },
    { name: 'my libraries, reading', step: 'login.my-libraries', busy: true, context: { login: login({ libraries: null }) } },
    {
      name: 'my libraries',
      step: 'login.my-libraries',
      can: ['library.remove', 'library.change', 'flow.finish'],
      context: { login: login({ libraries: LIBRARIES }) },
    },
    {
      name: 'my libraries, removing',
      step: 'login.my-libraries',
      can: ['library.remove', 'library.change', 'flow.finish'],
      busy: true,
      context: { login: login({ libraries: LIBRARIES, confirming: RESEARCH.id }) },
    },
    {
      name: 'my libraries, none',
      step: 'login.my-libraries',
      can: ['library.change', 'flow.finish'],
      context: { login: login({ libraries: [] }) },
    },
    {
      name: 'login, blocked',
      step: 'login.blocked',
      can: [...ends, 'library.change'],
      context: { login: login({ chosen: RESEARCH, reason: 'debt' }) },
    },
    { name: 'login, gone', step: 'login.blocked', can: ends, context: { login: login({ chosen: RESEARCH, reason: 'not-found' }) } },
    {
      name: 'login, unsupported',
      step: 'login.unsupported',
      can: [...ends, 'guest.chosen', 'identity.chosen', 'library.change', 'flow.back'],
      context: { login: login({ chosen: GUESTS }) },
    },
    {
      name: 'login failed',
      step: 'login.failed',
      can: ['flow.retry', 'flow.back'],
      context: { login: login(), failure: { code: 'unavailable', retryable: true } },
    },
    { name: 'logged in', step: 'login.done', can: ends, context: { login: login({ chosen: PUBLIC }), session: session('library-card') } },
    {
      name: 'logged in, with a profile',
      step: 'login.done',
      can: ends,
      context: { login: login(), session: session('eid'), notice: 'detached' },
    },
    {
      name: 'logged in, libraries',
      step: 'login.done',
      can: ends,
      context: { login: login({ outcome: 'libraries-changed' }), session: session('eid') },
    },
  ];
  return situations.map((situation) => ({ config, ...situation, context: { flow: 'login', ...situation.context } }));
}
