import type { LibrarySignup } from '../../src/library-signup.js';
import { createServerBackend, type Backend } from './backend.js';
import { adjustConfiguration, isAdjusted } from './configuration.js';
import { tellWalk } from '../chart/walk.js';
import { watchEvents } from './event-log.js';
import { showPageIn } from './page-texts.js';
import { SimulatorPanel } from './panel.js';
import { loadPreselects, preselect, savePreselects, type Preselects } from './preselects.js';
import { loadSettings, saveSettings, type Settings } from './settings.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';

/** Settings that the element takes up only when it starts. */
const NEED_RELOAD: readonly (keyof Settings)[] = ['backend', 'mode', 'nemid', 'example'];

const asked = new URLSearchParams(location.search).has('scenario');
let settings = loadSettings();
let preselects = loadPreselects();
const panel = document.querySelector('signup-simulator');
const element = document.querySelector<LibrarySignup>('library-signup');
// For the statechart, here and in other windows.
if (element) element.inspect = tellWalk((walk) => panel instanceof SimulatorPanel && panel.takeWalk(walk));

function showPage(): void {
  const { dataset } = document.documentElement;
  dataset.theme = settings.theme;
  dataset.width = settings.width;
  showPageIn(settings.lang);
  element?.toggleAttribute('public-computer', settings.publicComputer);
  if (element) preselect(element, preselects);
}

async function readConfiguration(source: string): Promise<SignupConfigInput> {
  return (await (await fetch(source)).json()) as SignupConfigInput;
}

/**
 * Connects to what is behind the element. Servers with a redirect need nothing: the tag stands as the integrator wrote it. Otherwise the
 * tag's own source is held back, before the element's script has run, and the adjusted configuration takes its place.
 */
async function connect(simulator: SimulatorPanel): Promise<Backend | null> {
  const source = element?.getAttribute('config-src');
  if (!element || !source) return null;
  const adjusted = isAdjusted(settings);
  if (adjusted) element.removeAttribute('config-src');
  const plain = await readConfiguration(source);
  const [backend] = await Promise.all([
    settings.backend === 'msw' ? import('./browser-backend.js').then(({ startBrowserBackend }) => startBrowserBackend(plain)) : null,
    // What a library's page does that brings a provider of its own: one import.
    settings.example ? import('../providers/unilogin.js') : null,
  ]);
  if (backend) await backend.setScenario({ name: settings.scenario, ...(settings.call && { call: settings.call }) });
  const config = adjusted ? adjustConfiguration(plain, settings) : plain;
  simulator.config = config;
  if (adjusted) element.config = config;
  return backend ?? createServerBackend(plain.gateway.url);
}

/** Puts a mailed code where the patron would type it. */
function useCode(tag: LibrarySignup, code: string): void {
  const input = tag.renderRoot.querySelector<HTMLInputElement>('input[name="code"]');
  if (!input) return;
  input.value = code;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.focus();
}

function change(changes: Partial<Settings>): void {
  settings = { ...settings, ...changes };
  saveSettings(settings);
  if (panel instanceof SimulatorPanel) panel.settings = settings;
  if (NEED_RELOAD.some((name) => name in changes)) {
    // Without the query, which would win over what was chosen just now.
    location.assign(location.pathname);
    return;
  }
  showPage();
}

async function run(simulator: SimulatorPanel, tag: LibrarySignup): Promise<void> {
  simulator.settings = settings;
  simulator.hidden = false;
  const log = watchEvents((events) => {
    simulator.events = events;
  });
  const readStep = (): void => {
    simulator.step = tag.getAttribute('step') ?? '';
  };
  new MutationObserver(readStep).observe(tag, { attributes: true, attributeFilter: ['step'] });
  readStep();

  const playScenario = (): Promise<void> =>
    simulator.attempt((backend) => backend.setScenario({ name: settings.scenario, ...(settings.call && { call: settings.call }) }));
  simulator.addEventListener('simulator-change', (event) => {
    const { detail } = event as CustomEvent<Partial<Settings>>;
    change(detail);
    if ('scenario' in detail) void playScenario();
  });
  simulator.preselects = preselects;
  simulator.addEventListener('simulator-preselect', (event) => {
    preselects = { ...preselects, ...(event as CustomEvent<Partial<Preselects>>).detail };
    savePreselects(preselects);
    simulator.preselects = preselects;
    preselect(tag, preselects);
  });
  simulator.addEventListener('simulator-use', (event) => {
    useCode(tag, (event as CustomEvent<string>).detail);
  });
  simulator.addEventListener('simulator-clear', () => {
    log.clear();
  });
  simulator.addEventListener('simulator-restart', () => {
    tag.start();
  });
  simulator.addEventListener('simulator-reset', () => {
    void simulator
      .attempt((backend) => backend.reset())
      .then(() => simulator.readMails())
      .then(() => tag.reset());
  });

  try {
    simulator.backend = await connect(simulator);
    if (settings.backend === 'real' && asked) await playScenario();
    // Otherwise the server's word stands: somebody else may have set it.
    else if (settings.backend === 'real') {
      await simulator.attempt(async (backend) => {
        const { name, call = '' } = await backend.scenario();
        change({ scenario: name, call });
      });
    }
    await simulator.readMails();
  } catch (error) {
    console.error('[demo] the back end could not be connected', error);
  }
}

showPage();
document.querySelector('[data-inert]')?.addEventListener('submit', (event) => {
  event.preventDefault();
});
if (panel instanceof SimulatorPanel && element) void run(panel, element);
