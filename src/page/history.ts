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
/** The Navigation API, where a browser has it. */
const navigation = (): { readonly currentEntry: Entry | null; entries(): Entry[] } | undefined =>
  (globalThis as { navigation?: { currentEntry: Entry | null; entries(): Entry[] } }).navigation;

/** What names the current entry, whatever other scripts write into it; `undefined` in browsers without the Navigation API. */
export const entryKey = (): string | undefined => navigation()?.currentEntry?.key;

/**
 * Whether so many entries back lies this page still. Browsers drop entries when there are too many, or when nobody has touched the page. Without the
 * Navigation API nothing is known.
 */
export const isBehind = (steps: number): boolean => {
  const api = navigation();
  return !api?.currentEntry || api.entries()[api.currentEntry.index + steps]?.url === location.href;
};
