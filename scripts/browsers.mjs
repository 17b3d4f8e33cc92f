// Finds the installed browsers; nothing is ever downloaded by a package. Node built-ins only, so it works before `npm ci`.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { env, platform } = process;
const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));
const triedFor = (name) => join(CACHE, `no-${name}`);
const PROGRAM_FILES = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    apps: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    programs: [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ],
    debian: 'chromium',
  },
  /** The same Chromium without windows of its own: a third less work for pages that nobody looks at. docs/decisions/test-runner.md */
  'headless-chromium': {
    variable: 'HEADLESS_CHROME_PATH',
    commands: ['chromium-headless-shell', 'chrome-headless-shell'],
    apps: [],
    programs: [],
    debian: 'chromium-headless-shell',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    apps: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    programs: [['Mozilla Firefox', 'firefox.exe']],
    debian: 'firefox-esr',
  },
};

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOwn(name) {
  const { variable, commands, apps, programs } = BROWSERS[name];
  const named = env[variable];
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable} names no program: ${named}`);
    return named;
  }
  if (platform === 'darwin') return apps.flatMap((app) => [app, join(env.HOME ?? '', app)]).find(isExecutable);
  if (platform === 'win32') return programs.flatMap((parts) => PROGRAM_FILES.map((root) => join(root, ...parts))).find(existsSync);
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

/** Whoever names a Chromium wants that one to do everything. */
const isReplaced = (name) => name === 'headless-chromium' && Boolean(env.CHROME_PATH) && !env.HEADLESS_CHROME_PATH;

/**
 * Path of an installed browser (`chromium`, `firefox`, `headless-chromium`), or undefined. A variable that names no program is a mistake worth hearing
 * about. The whole Chromium does the headless one's work where there is none.
 */
export function findBrowser(name) {
  const own = isReplaced(name) ? undefined : findOwn(name);
  return own ?? (name === 'headless-chromium' ? findOwn('chromium') : undefined);
}

/**
 * The address bar's suggestions are pages of their own, loaded anew for each window, though nobody sees it: as much work as all the rest of a journey
 * (Chromium 156). Chromium heeds the last list only; what follows the first line is Playwright's own, which comes before it.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding',
  'ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled',
  'PreconnectToSearch',
];

/** Chromium refuses its sandbox to root; the rest keeps runs quiet and alike. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--disable-gpu',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

/** Firefox looks after its own updates and reports otherwise. */
export const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'intl.accept_languages': 'en-US, en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

function canInstall() {
  return platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * The installed browsers, after trying to install what is missing where that needs no question (Debian and its kin, as root).
 * Says in one line what a person should install; `chromium` is required by the tests, `firefox` is the second opinion.
 */
export function ensureBrowsers() {
  const missing = () => Object.keys(BROWSERS).filter((name) => !isReplaced(name) && !findOwn(name));
  // Not every Debian has all of them: what could not be had is not asked for at each run, which may be without a network.
  const wanted = missing().filter((name) => name === 'chromium' || !existsSync(triedFor(name)));
  if (wanted.length > 0 && canInstall()) {
    const packages = wanted.map((name) => BROWSERS[name].debian);
    console.log(`Installing ${packages.join(' and ')} with apt-get`);
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    for (const name of packages) spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
    mkdirSync(CACHE, { recursive: true });
    for (const name of missing()) writeFileSync(triedFor(name), '');
  }
  for (const name of missing().filter((other) => other !== 'headless-chromium'))
    console.error(`${name} was not found: install it, or set ${BROWSERS[name].variable} to its program.`);
  return Object.fromEntries(Object.keys(BROWSERS).map((name) => [name, findBrowser(name)]));
}

/** What WebKit is driven with where there is no Safari: the driver brings the browser, and it needs a display. */
const WEBKIT = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' };
const isInstalled = (program) => (env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));

/** Whether journeys can run in WebKit. */
export const hasWebKit = () => Object.keys(WEBKIT).every(isInstalled);

/** Tries to install WebKit where that needs no question; says in one line what is missing otherwise. */
export function ensureWebKit() {
  if (hasWebKit()) return true;
  const packages = Object.values(WEBKIT);
  if (canInstall()) {
    console.log(`Installing ${packages.join(' and ')} with apt-get`);
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  }
  if (!hasWebKit()) console.error(`WebKit was not found: install ${packages.join(' and ')} (Debian's names).`);
  return hasWebKit();
}

/** What tells another process about the browsers that {@link ensureBrowsers} found. */
export const browserVariables = (found) =>
  Object.fromEntries(Object.entries(found).flatMap(([name, path]) => (path ? [[BROWSERS[name].variable, path]] : [])));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = ensureBrowsers();
  console.log(JSON.stringify(found, null, 2));
  if (!found.chromium) process.exitCode = 1;
}
