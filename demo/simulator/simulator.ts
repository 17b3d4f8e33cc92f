import type { LibrarySignup } from '../../src/library-signup.js';
import { createServerBackend, type Backend } from './backend.js';
import { adjustConfiguration } from './configuration.js';
import { watchEvents } from './event-log.js';
import { showPageIn } from './page-texts.js';
import { SimulatorPanel } from './panel.js';
import { loadSettings, saveSettings, type Settings } from './settings.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';

/** Settings that the element takes up only when it starts. */
const NEED_RELOAD: readonly (keyof Settings)[] = ['backend', 'mode'];

const asked = new URLSearchParams(location.search).has('scenario');
let settings = loadSettings();
const panel = document.querySelector('signup-simulator');
const element = document.querySelector<LibrarySignup>('library-signup');

function showPage(): void {
  const { dataset } = document.documentElement;
  dataset.theme = settings.theme;
  dataset.width = settings.width;
  showPageIn(settings.lang);
  element?.toggleAttribute('public-computer', settings.publicComputer);
}

async function readConfiguration(source: string): Promise<SignupConfigInput> {
  return (await (await fetch(source)).json()) as SignupConfigInput;
}

/**
 * Connects to what is behind the element. Servers with a redirect need nothing: the tag stands as the integrator wrote it. Otherwise the
 * tag's own source is held back, before the element's script has run, and the adjusted configuration takes its place.
 */
async function connect(): Promise<Backend | null> {
  const source = element?.getAttribute('config-src');
  if (!element || !source) return null;
  const adjusted = settings.backend === 'msw' || settings.mode === 'popup';
  if (adjusted) element.removeAttribute('config-src');
  const [config, backend] = await Promise.all([
    readConfiguration(source),
    settings.backend === 'msw' ? import('./browser-backend.js').then(({ startBrowserBackend }) => startBrowserBackend()) : null,
  ]);
  if (backend) await backend.setScenario({ name: settings.scenario, ...(settings.call && { call: settings.call }) });
  if (adjusted) element.config = adjustConfiguration(config, settings);
  return backend ?? createServerBackend(config.gateway.url);
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
    simulator.backend = await connect();
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
