import type { CSSResult } from 'lit';
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
};
const eager: readonly string[] = Object.keys(views);

interface ViewGroup {
  readonly views: typeof views;
  readonly styles: readonly CSSResult[];
}
/** The other screens, in the groups that they are loaded in. Texts come in the same groups. */
const groups: Record<Exclude<MessageGroup, 'core'>, () => Promise<ViewGroup>> = {
  questions: () => import('./steps/question-views.js'),
  register: () => import('./steps/register-views.js'),
};
const loadedStyles = new Set<CSSResult>();

/** Questions before the login; a library with one audience asks none. */
const questions: readonly string[] = ['register.audience'] satisfies ElementStep[];

/** Which group of screens and texts a step needs. */
export const groupOf = (step: ElementStep): MessageGroup =>
  eager.includes(step) ? 'core' : questions.includes(step) ? 'questions' : 'register';

/** The screen of a step, once it has been loaded. */
export const viewFor = (step: ElementStep): View | undefined => views[step];

/** Resolves when the step's screen can be shown; rejects when it couldn't be fetched. */
export async function loadViews(step: ElementStep): Promise<void> {
  const group = groupOf(step);
  if (group === 'core' || views[step]) return;
  const { views: more, styles } = await groups[group]();
  Object.assign(views, more);
  for (const style of styles) loadedStyles.add(style);
}

/** Style sheets of the groups loaded so far, for the host to adopt beside its own. */
export const groupStyles = (): readonly CSSResult[] => [...loadedStyles];
