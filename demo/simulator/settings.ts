import { isScenarioName, type ScenarioName } from '../../mocks/scenarios.js';

export interface Settings {
  /** `real`: broker and gateway are servers of their own; `msw`: both are played in the browser. */
  backend: 'real' | 'msw';
  scenario: ScenarioName;
  /** The call that the scenario applies to; empty: every call. */
  call: string;
  lang: 'da' | 'en';
  theme: 'auto' | 'light' | 'dark';
  width: 'full' | '360' | '320';
  mode: 'redirect' | 'popup';
  publicComputer: boolean;
  /** NemID as it was, against the demo's broker. */
  nemid: boolean;
  /** Offers the provider of `demo/providers`, which the package does not bring. */
  example: boolean;
  open: boolean;
}

const KEY = 'library-signup-demo:settings';
/** A page of static files has no servers behind it. */
export const HAS_SERVERS = !import.meta.env.PROD;

export type ChoiceName = 'backend' | 'lang' | 'theme' | 'width' | 'mode';
/** What there is to choose; the first is the default. */
export const CHOICES: { readonly [K in ChoiceName]: readonly [Settings[K], ...Settings[K][]] } = {
  backend: HAS_SERVERS ? ['real', 'msw'] : ['msw'],
  lang: ['da', 'en'],
  theme: ['auto', 'light', 'dark'],
  width: ['full', '360', '320'],
  mode: ['redirect', 'popup'],
};

function choice<K extends ChoiceName>(name: K, value: unknown): Settings[K] {
  return CHOICES[name].find((known) => known === value) ?? CHOICES[name][0];
}

function stored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** From the URL (`?backend=msw&lang=en`, a link one can send), else as it was in this tab: the redirect to the broker loses the URL. */
export function loadSettings(): Settings {
  const url = Object.fromEntries(new URLSearchParams(location.search));
  const raw: Record<string, unknown> = { ...stored(), ...url };
  const text = (name: keyof Settings): string => (typeof raw[name] === 'string' ? raw[name] : '');
  const flag = (name: 'publicComputer' | 'nemid' | 'example' | 'open', fallback: boolean): boolean =>
    raw[name] === undefined ? fallback : raw[name] === true || raw[name] === 'true';
  const scenario = text('scenario');
  const settings: Settings = {
    backend: choice('backend', raw.backend),
    scenario: isScenarioName(scenario) ? scenario : 'default',
    call: text('call'),
    lang: choice('lang', raw.lang),
    theme: choice('theme', raw.theme),
    width: choice('width', raw.width),
    mode: choice('mode', raw.mode),
    publicComputer: flag('publicComputer', false),
    nemid: flag('nemid', false),
    example: flag('example', false),
    open: flag('open', false),
  };
  saveSettings(settings);
  return settings;
}

export function saveSettings(settings: Settings): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage denied: the settings last as long as the page.
  }
}
