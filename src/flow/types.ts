import type { SignupConfig } from '../contracts/config.js';
import type { Library } from '../contracts/directory.js';
import type { Branch } from '../contracts/library.js';
import type { ProfileLibrary, Purpose } from '../contracts/login.js';
import type { MailboxChallenge } from '../contracts/mailbox.js';
import type { Registration } from '../contracts/patron.js';
import type { SessionFacts } from '../contracts/session.js';
import type { UserIdHint } from '../contracts/user-id.js';
import type { Language } from '../contracts/text.js';
import type { Answers, Draft, Flow, Position } from '../contracts/transaction.js';
import type { Failure } from '../errors.js';
import type { HandOffMode, HandOffNotice, HandOffReturn } from '../ports.js';

/** Screens of the login, and of what goes wrong with it. They are there from the start. */
export const HAND_OFF_STEPS = ['register.identify', 'register.leaving', 'register.checking', 'register.failed'] as const;
/** Screens of the questions before the login, and where their answers lead. */
export const QUESTION_STEPS = [
  'register.audience',
  'register.has-cpr',
  'register.needs-loans',
  'register.pin-route',
  'register.pin-order',
  'register.pin-ordered',
  'register.desk',
  'register.e-access',
  'register.has-login',
  'register.kaldemail',
  'register.kaldemail-code',
] as const;
/** Screens of the application for a child. */
export const CHILD_STEPS = ['register.child', 'register.child-form', 'register.application-received'] as const;
/** Screens of the registration after the login. */
export const REGISTER_STEPS = ['register.details', 'register.submitting', 'register.done'] as const;
/** Screens for those who can't be registered. */
export const REFUSED_STEPS = [
  'register.already-patron',
  'register.under-age',
  'register.blocked',
  'register.no-registry-data',
  'register.not-permitted',
] as const;
/** Screens for forgotten user IDs and PINs. */
export const RECOVER_STEPS = [
  'recover.which',
  'recover.mitid',
  'recover.mitid-app',
  'recover.mitid-phone',
  'recover.mitid-in-person',
  'recover.library',
  'recover.identify',
  'recover.leaving',
  'recover.checking',
  'recover.user-ids',
  'recover.reminder',
  'recover.reminder-sent',
  'recover.pin',
  'recover.new-pin',
  'recover.pin-changed',
  'recover.pin-reset',
  'recover.pin-reset-sent',
  'recover.failed',
] as const;
/** Screens for logging in with one's library or MitID. */
export const LOGIN_STEPS = [
  'login.library',
  'login.method',
  'login.card',
  'login.link-offer',
  'login.identify',
  'login.leaving',
  'login.checking',
  'login.linked',
  'login.link-refused',
  'login.belongs-to-profile',
  'login.guest',
  'login.guest-ready',
  'login.order-pin',
  'login.my-libraries',
  'login.blocked',
  'login.unsupported',
  'login.failed',
  'login.done',
] as const;
/** A screen of the flow, as the `step` attribute names it. */
export type Step =
  | (typeof HAND_OFF_STEPS)[number]
  | (typeof LOGIN_STEPS)[number]
  | (typeof QUESTION_STEPS)[number]
  | (typeof CHILD_STEPS)[number]
  | (typeof REGISTER_STEPS)[number]
  | (typeof REFUSED_STEPS)[number]
  | (typeof RECOVER_STEPS)[number];

/** The flows that have a machine of their own, which is fetched when the flow is entered. */
export type FlowName = 'questions' | 'register' | 'refused' | 'child' | 'recover' | 'login';

/** The flow that a screen belongs to. */
export function flowOf(step: Step): FlowName {
  for (const flow of ['recover', 'login'] as const) if (step.startsWith(`${flow}.`)) return flow;
  const isOneOf = (steps: readonly Step[]): boolean => steps.includes(step);
  if (isOneOf(QUESTION_STEPS)) return 'questions';
  if (isOneOf(REFUSED_STEPS)) return 'refused';
  return isOneOf(CHILD_STEPS) ? 'child' : 'register';
}

/** A screen of the element: those of the flow, and the two before there is one. */
export type ElementStep = Step | 'loading' | 'unavailable';

/** A message about what just happened, shown above the screen; `[data-notice=<code>]`. */
export type NoticeCode =
  | HandOffNotice
  | 'blocked'
  | 'mailbox-required'
  | 'session-expired'
  | 'session-ending'
  | 'lapsed'
  | 'nemid-closed'
  | 'resumed'
  | 'no-cpr'
  | 'link-expired'
  | 'link-unknown'
  | 'not-a-patron'
  | 'library-unknown'
  | 'link-lapsed'
  | 'detached';

/** A field that has to be corrected. Codes are the project's own (`required`, `invalid`, `weak-year`, …) and have texts `error.<field>.<code>`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
}

/** What became of a flow; `signup-complete`. */
export type Outcome =
  | 'registered'
  | 'application-received'
  | 'already-patron'
  | 'pin-ordered'
  | 'pin-changed'
  | 'user-ids-shown'
  | 'reminder-sent'
  | 'logged-in'
  | 'profile-linked'
  | 'guest'
  | 'order-checked'
  | 'libraries-changed'
  | 'referred';

/** What the host page asks a login for. */
export interface LoginInput {
  readonly purpose: Purpose;
  /** ISIL of the library that the host page preselects: it can't be changed. */
  readonly library: string | null;
}

/** What the host page gives to a login for itself; read when it is needed, as pages may set it late. */
export interface HostReferences {
  /** S256 challenge of the host's back end. */
  readonly handoverChallenge: string | null;
  /** The host's own reference. */
  readonly order: string | null;
}

/** A library that was used last. */
export type RecentLibrary = Pick<Library, 'id' | 'name'>;

/** What a login knows beyond what every flow does. */
export interface LoginContext extends LoginInput {
  readonly recent: readonly RecentLibrary[];
  readonly query: string;
  /** A page of what was found; `null` until it has come. */
  readonly found: readonly Library[] | null;
  /** The `cursor` of the page that is shown, and of the next one. */
  readonly cursor?: string | undefined;
  readonly next?: string | undefined;
  readonly searchFailed: boolean;
  readonly chosen: Library | null;
  /** A provider that was chosen on a screen before. */
  readonly provider: string | null;
  /** A library is being added to the profile of this session. */
  readonly adding: boolean;
  /** The profile's libraries; `null` until they have come. */
  readonly libraries: readonly ProfileLibrary[] | null;
  readonly attemptsLeft: number | null;
  /** Why a library could not be attached, or a card is blocked. */
  readonly reason: string | null;
  /** Removing this one is under way, or waits for a second press. */
  readonly confirming: string | null;
  readonly outcome: Outcome;
  readonly reference: string | null;
}

/** What a flow knows, as JSON. No name, PIN, CPR number or token: those are in the secret holder. */
export interface FlowContext {
  config: SignupConfig;
  language: Language;
  flow: Flow;
  answers: Answers;
  draft: Draft;
  /** Screens that Back leads through, oldest first. */
  trail: Step[];
  session: SessionFacts | null;
  /** Pick-up branches; `null` until they have come. */
  branches: Branch[] | null;
  /** The branches could not be read; `branches.retry` asks again. */
  branchesFailed: boolean;
  servicePoints: Branch[] | null;
  registration: Registration | null;
  /** Reference of a child's application. */
  reference: string | null;
  /** The patron's user IDs, masked (`recover.user-ids`). */
  userIds: UserIdHint[] | null;
  /** The e-mail address has become a user ID. */
  emailIsUserId: boolean;
  mailboxProof: string | null;
  /** Right to attach the library whose card was proved, over the redirect to MitID. */
  linkIntent: string | null;
  /** In the flow `login`. */
  login: (LoginInput & Partial<LoginContext>) | null;
  /** What came back with this page load, until the identify child has taken it. */
  returned: HandOffReturn | null;
  /** The screen to carry on at: after a reload, or when a machine has ended. `null`: at the start. */
  resumeAt: Step | null;
  /** Where a detour started, to come back to. */
  origin: Position['origin'] | null;
  /** A mailed link opened the flow; its token is in the secret holder. */
  byLink: boolean;
  /** What the library system refused when the patron had identified. */
  refusal: Refusal | null;
  /** The audience that the host page preselects: where starting over begins. */
  preselected: string | null;
  /** The provider that the host page preselects. */
  preferredProvider: string | null;
  notice: NoticeCode | null;
  failure: Failure | null;
  errors: readonly FieldError[];
}

/** What the identify child knows: the hand-off. */
export interface IdentifyContext {
  language: Language;
  /** Where the patron is; carried through the hand-off. */
  position: Position;
  providers: string[];
  provider: string | null;
  /** How the hand-off under way was started. */
  mode: HandOffMode | null;
  notice: NoticeCode | null;
  failure: Failure | null;
}

/** What the mailbox-code child knows. */
export interface MailboxContext {
  /** As `mailbox.adapter` in the configuration. */
  adapter: string;
  email: string;
  challenge: MailboxChallenge | null;
  attemptsLeft: number | null;
  failure: Failure | null;
  errors: readonly FieldError[];
}

/** Answers of the library system that end the identification: the flow has a screen for each. */
export const REFUSALS = ['under-age', 'not-permitted', 'blocked', 'no-registry-data', 'already-patron', 'mailbox-required'] as const;
export type Refusal = (typeof REFUSALS)[number];

export type FlowEvent =
  /** A choice screen (audience, hasCpr, …) was submitted. */
  | { type: 'choice.submitted'; name: string; value: string | null }
  /** Answers on a screen that asks several questions, or ticks of a guide. */
  | { type: 'answers.changed'; values: Answers }
  /** Something was typed that may be kept. */
  | { type: 'draft.changed'; values: Draft }
  /** A form screen was submitted; `errors` is empty when everything is right. PIN and the like are in the secret holder. */
  | { type: 'form.submitted'; errors: readonly FieldError[] }
  | { type: 'flow.back' }
  | { type: 'flow.cancel' }
  | { type: 'flow.retry' }
  | { type: 'flow.restart' }
  /** Back from a detour to where it started. */
  | { type: 'flow.return' }
  | { type: 'audience.change' }
  | { type: 'detour.user-id' }
  | { type: 'detour.new-pin' }
  | { type: 'paper.chosen' }
  | { type: 'branches.retry' }
  | { type: 'session.extend' }
  /** The session's token is gone (page restored from the back/forward cache, idle reset). */
  | { type: 'session.lost' }
  | { type: 'language.changed'; language: Language }
  | { type: 'identity.chosen'; provider: string }
  /** An answer came back, by redirect or popup. */
  | { type: 'identity.returned'; response: HandOffReturn }
  /** The host logged the patron in; its token is in the secret holder. */
  | { type: 'identity.provided'; provider: string }
  /** The page came back without an answer (Back button, back/forward cache). */
  | { type: 'identity.never-returned' }
  | { type: 'code.resend' }
  | { type: 'email.change' }
  | { type: 'library.typed'; text: string }
  | { type: 'library.chosen'; id: string }
  /** Another library than the chosen one; under "my libraries", one more. */
  | { type: 'library.change' }
  | { type: 'library.remove'; id: string }
  | { type: 'libraries.more' }
  | { type: 'libraries.retry' }
  | { type: 'libraries.forget' }
  | { type: 'card.chosen' }
  | { type: 'guest.chosen' }
  | { type: 'register.chosen' }
  | { type: 'flow.finish' };

/** Told to the element, which turns them into DOM events and focus. */
export type FlowEmit =
  | { type: 'flow.completed'; outcome: Outcome }
  | { type: 'flow.failed'; code: string; retryable: boolean }
  | { type: 'flow.cancelled' }
  /** Somebody starts over: nothing of what was typed or logged in may be left for them. */
  | { type: 'flow.forgotten' }
  /** A submitted form had errors: move focus to the summary. */
  | { type: 'form.rejected' }
  /** A form is gone and its screen stays: focus, which was in it, goes to the heading. */
  | { type: 'form.accepted' };

export interface FlowInput {
  config: SignupConfig;
  language: Language;
  flow: Flow;
  /** Preselected audience. */
  audience?: string;
  provider?: string;
  /** Carry on from here. */
  position?: Position;
  /** What was typed before the flow was started again. */
  draft?: Draft;
  /** A hand-off that came back with this page load. */
  returned?: HandOffReturn;
  /** A mailed link for a new PIN opened the page. */
  byLink?: boolean;
  /** What a login is for. */
  login?: LoginInput;
  /** The context of the machine that hands over to this one. */
  context?: FlowContext;
}
