import type { CSSResult } from 'lit';
import type { Audience } from '../contracts/config.js';
import type { ElementStep } from '../flow/types.js';
import type { MessageGroup } from '../locales/translate.js';
import { failed } from './steps/failed.js';
import { identify } from './steps/identify.js';
import { checking, leaving, loading, unavailable } from './steps/waiting.js';
import type { View } from './view.js';

/** Screens by step. Those that a patron sees first, or when the network is gone, are here from the start. */
const views: { [S in ElementStep]?: View } = {
  loading,
  unavailable,
  'register.identify': identify,
  'register.leaving': leaving,
  'register.checking': checking,
  'register.failed': failed,
  'recover.failed': failed,
};
const EAGER: readonly string[] = Object.keys(views);

interface ViewGroup {
  readonly views: typeof views;
  readonly styles: readonly CSSResult[];
}
/** The other screens, in the groups that they are loaded in. Texts come in the same groups. */
const groups: Record<Exclude<MessageGroup, 'core'>, () => Promise<{ group: ViewGroup }>> = {
  questions: () => import('./steps/question-views.js'),
  register: () => import('./steps/register-views.js'),
  refusals: () => import('./steps/refusal-views.js'),
  recover: () => import('./steps/recover-views.js'),
  campus: () => import('./steps/campus-views.js'),
  mailbox: () => import('./steps/mailbox-views.js'),
  child: () => import('./steps/child-views.js'),
};
const loadedStyles = new Set<CSSResult>();

/** The first that fits a step's name is its group; the others are in `register`. A library with one audience asks no questions. */
const MEMBERS: readonly (readonly [MessageGroup, RegExp])[] = [
  ['recover', /^recover/],
  ['questions', /audience/],
  ['refusals', /already|under-age|blocked|no-reg|not-p/],
  ['campus', /-cpr|loans|pin|desk|access/],
  ['mailbox', /login|mail/],
  ['child', /child|application/],
];

type Kind = Audience['kind'] | undefined;
/** Audiences with words of their own on screens that everybody sees. */
const KINDS: Partial<Record<Audience['kind'], MessageGroup>> = { campus: 'campus', hospital: 'mailbox', child: 'child' };

/** While a child's application is being sent, its form stays as it is. */
const screenOf = (step: ElementStep, kind: Kind): ElementStep =>
  step === 'register.submitting' && kind === 'child' ? 'register.child' : step;

/** Which group of screens and texts a step needs, for this kind of audience. */
export function groupOf(step: ElementStep, kind?: Kind): MessageGroup {
  if (step === 'register.identify' && kind) return KINDS[kind] ?? 'core';
  const screen = screenOf(step, kind);
  return EAGER.includes(step) ? 'core' : (MEMBERS.find(([, names]) => names.test(screen))?.[0] ?? 'register');
}

/** The screen of a step, once it has been loaded. */
export const viewFor = (step: ElementStep, kind?: Kind): View | undefined => views[screenOf(step, kind)];

/** Resolves when the step's screen can be shown; rejects when it couldn't be fetched. */
export async function loadViews(step: ElementStep, kind?: Kind): Promise<void> {
  const group = groupOf(step, kind);
  if (group === 'core' || views[screenOf(step, kind)]) return;
  const { views: more, styles } = (await groups[group]()).group;
  Object.assign(views, more);
  for (const style of styles) loadedStyles.add(style);
}

/** Style sheets of the groups loaded so far, for the host to adopt beside its own. */
export const groupStyles = (): readonly CSSResult[] => [...loadedStyles];
