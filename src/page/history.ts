/**
 * The page's history, for changes that leave its address or take something out of it. Never throws: pages wrap these functions, and a wrapper may expect
 * what its own page hands over; browsers refuse more than some hundred changes in half a minute. The address is handed over as text, which wrappers read.
 */
function change(how: 'pushState' | 'replaceState', state: unknown, address: string): void {
  try {
    history[how](state, '', address);
  } catch {
    // The screen has changed all the same; only the browser's Back knows nothing of it.
  }
}

export const pushState = (state: unknown): void => change('pushState', state, location.href);
export const replaceState = (state: unknown, address = location.href): void => change('replaceState', state, address);

interface Entry {
  readonly key: string;
  readonly index: number;
  readonly url: string | null;
}
interface NavigationApi {
  readonly currentEntry: Entry | null;
  entries(): readonly Entry[];
  traverseTo(key: string): { readonly committed: Promise<unknown>; readonly finished: Promise<unknown> };
}
/** The Navigation API, where a browser has it. */
const navigation = (): NavigationApi | undefined => (globalThis as { navigation?: NavigationApi }).navigation;

/** What names the current entry, whatever other scripts write into it; `undefined` in browsers without the Navigation API. */
export const entryKey = (): string | undefined => navigation()?.currentEntry?.key;

/**
 * Walks so many entries back, if this page lies there. `false`: it doesn't. `missed`: the browser has dropped the entry in the meantime, as browsers do when
 * there are too many, or when nobody has touched the page. So the entry is named, not counted: a count would lead out of the page. Without the Navigation
 * API nothing of this is known.
 */
export function walkBack(steps: number, missed: () => void): boolean {
  const api = navigation();
  if (!api?.currentEntry) history.go(-steps);
  else {
    const entry = api.entries()[api.currentEntry.index - steps];
    if (entry?.url !== location.href) return false;
    const { committed, finished } = api.traverseTo(entry.key);
    Promise.all([committed, finished]).catch(missed);
  }
  return true;
}
