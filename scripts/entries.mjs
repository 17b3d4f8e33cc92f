import { readdirSync, readFileSync } from 'node:fs';

const { dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const modulesIn = (folder) => readdirSync(folder).map((file) => `${folder}/${file}`);
const byName = (paths) => Object.fromEntries(paths.map((path) => [path.replace(/^src\/|\.ts$/g, ''), path]));

/** Every module that package.json exports, by its name in `dist/es`. */
export const elementModules = byName([
  'src/index.ts',
  'src/define.ts',
  ...modulesIn('src/identity/providers'),
  ...modulesIn('src/locales/da'),
  ...modulesIn('src/locales/en'),
]);
export const mockModules = byName(['mocks/browser.ts', 'mocks/node.ts']);

/** What an integrator's package manager brings. */
export const external = Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`));
