import { readdirSync, readFileSync } from 'node:fs';

const { dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const modulesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? modulesIn(path) : path;
  });
/** `src/locales` has a folder for each language; the files beside them load and type the texts. */
const languages = readdirSync('src/locales', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const byName = (paths) => Object.fromEntries(paths.map((path) => [path.replace(/^src\/|\.ts$/g, ''), path]));

/** Every module that package.json exports, by its name in `dist/es`. */
export const elementModules = byName([
  'src/index.ts',
  'src/define.ts',
  ...['react', 'vue', 'svelte'].map((name) => `src/frameworks/${name}.ts`),
  ...modulesIn('src/identity/providers'),
  ...languages.flatMap(({ name }) => modulesIn(`src/locales/${name}`)),
]);
export const mockModules = byName(['mocks/browser.ts', 'mocks/node.ts']);

/** The gateway: its core, and each part that brings a package of its own. */
const SERVER = {
  index: 'src/server/index.ts',
  openid: 'src/server/brokers/openid.ts',
  'login-bib-dk': 'src/server/brokers/login-bib-dk.ts',
  postgres: 'src/server/postgres/index.ts',
  fbs: 'src/server/fbs/fbs-library-system.ts',
  smtp: 'src/server/mail/smtp.ts',
  node: 'src/server/node.ts',
  run: 'src/server/run.ts',
};
export const serverModules = Object.fromEntries(Object.entries(SERVER).map(([name, path]) => [`server/${name}`, path]));

/** What an integrator's package manager brings. */
export const external = Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`));
