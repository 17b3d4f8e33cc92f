import type { Language } from '../../src/contracts/text.js';
import { SITUATIONS, type Situation } from '../../test/support/screens.js';

export const STATES = ['empty', 'filled', 'errors', 'waiting', 'refused'] as const;
export type ScreenState = (typeof STATES)[number];
export const FLOWS = ['register', 'recover', 'login', 'outside'] as const;
export const THEMES = ['light', 'dark'] as const;
export const LANGUAGES: readonly Language[] = ['da', 'en'];
/** In pixels: a narrow sidebar, a phone, a column of a page, the card at its widest. */
export const WIDTHS = [320, 390, 520, 680] as const;

export interface Entry {
  /** For links: the name, without blanks. */
  readonly id: string;
  readonly situation: Situation;
  readonly flow: string;
  readonly state: ScreenState;
}

const REFUSED =
  /^login\.(?:blocked|unsupported|link-refused)$|\.(?:already-patron|under-age|blocked|no-registry-data|not-permitted|failed)$|^unavailable$/;
const WAITING = /ing$/;

function stateOf({ step, busy, context = {}, mailbox, pin, child }: Situation): ScreenState {
  if (REFUSED.test(step)) return 'refused';
  if ((context.errors?.length ?? 0) > 0 || (mailbox?.errors?.length ?? 0) > 0 || mailbox?.failure) return 'errors';
  if (busy === true || WAITING.test(step)) return 'waiting';
  return Object.keys(context.draft ?? {}).length > 0 || pin !== undefined || child ? 'filled' : 'empty';
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');

export const ENTRIES: readonly Entry[] = SITUATIONS.map((situation) => {
  const [first = ''] = situation.step.split('.');
  return { id: idOf(situation.name), situation, flow: situation.step.includes('.') ? first : 'outside', state: stateOf(situation) };
});

/** What is looked at, as the address has it: what is not in it is everything. */
export interface Selection {
  readonly screen: string;
  readonly find: string;
  readonly flow: string;
  readonly state: string;
  readonly language: string;
  readonly theme: string;
  readonly width: string;
}
const EVERYTHING: Selection = { screen: '', find: '', flow: '', state: '', language: '', theme: '', width: '' };

export function readSelection(search: string): Selection {
  const given = new URLSearchParams(search);
  const names = Object.keys(EVERYTHING) as (keyof Selection)[];
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])) as unknown as Selection;
}

/** The address of a selection, from `?` on. */
export function addressOf(selection: Selection): string {
  const query = new URLSearchParams(Object.entries(selection).filter(([, value]) => value !== '') as [string, string][]);
  return `?${query.toString()}`;
}

export function entriesOf({ screen, find, flow, state }: Selection): readonly Entry[] {
  const wanted = find.trim().toLowerCase();
  return ENTRIES.filter((entry) =>
    screen !== ''
      ? entry.id === screen
      : (flow === '' || entry.flow === flow) &&
        (state === '' || entry.state === state) &&
        `${entry.situation.name} ${entry.situation.step}`.toLowerCase().includes(wanted),
  );
}
