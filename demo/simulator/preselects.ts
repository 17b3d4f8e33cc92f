/** What the tag's attributes preselect; empty: nothing. */
export interface Preselects {
  readonly flow: string;
  readonly audience: string;
  readonly provider: string;
}

const NAMES = ['flow', 'audience', 'provider'] as const;
const { site = '', page = '' } = document.documentElement.dataset;
/** Of this page alone: another library has other audiences. */
const KEY = `library-signup-demo:preselects:${site}:${page}`;
const NONE: Preselects = { flow: '', audience: '', provider: '' };

function save(preselects: Preselects): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(preselects));
  } catch {
    // Storage denied: they last as long as the page.
  }
}

/** From the URL (`?audience=child`, a deep link), else as they were in this tab: the redirect to the broker loses the URL. */
export function loadPreselects(): Preselects {
  const url = new URLSearchParams(location.search);
  if (NAMES.some((name) => url.has(name))) {
    const asked = { flow: url.get('flow') ?? '', audience: url.get('audience') ?? '', provider: url.get('provider') ?? '' };
    save(asked);
    return asked;
  }
  try {
    return { ...NONE, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Preselects>) };
  } catch {
    return NONE;
  }
}

/** Keeps them, and takes out of the URL what would win over them after a reload. */
export function savePreselects(preselects: Preselects): void {
  save(preselects);
  const url = new URL(location.href);
  for (const name of NAMES) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}

/** Writes them on the tag, as an integrator would; what is not preselected is as the page has it. */
export function preselect(element: Element, preselects: Preselects): void {
  const usual: Partial<Preselects> = page === 'recover' || page === 'login' ? { flow: page } : {};
  for (const name of NAMES) {
    const value = preselects[name] || usual[name];
    if (!value) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
