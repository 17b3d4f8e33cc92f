// Whether the package is what package.json promises: its files, its types, its size, and whether a server, which has no DOM, can import it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { exports, types, unpkg, jsdelivr, customElements, 'web-types': webTypes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** Bytes of the packed tarball. */
const LARGEST = 300 * 1000;

const faults = [];
const run = (...args) => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const check = (name, ...args) => {
  try {
    run(...args);
  } catch (error) {
    faults.push(`${name}:\n${error.stdout}${error.stderr}`);
  }
};

const paths = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(paths));

/** For a path with `*`: whether anything fits. */
function isThere(path) {
  const [before, after] = path.split('*');
  if (after === undefined) return existsSync(join(ROOT, path));
  const folder = join(ROOT, dirname(`${before}x`));
  return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(after));
}

faults.push(
  ...[...paths(exports), types, unpkg, jsdelivr, customElements, webTypes].filter((path) => !isThere(path)).map((path) => `${path} is not there`),
);

const scripts = Object.keys(exports).filter((path) => !path.includes('*') && !path.endsWith('.json'));
for (const name of scripts) {
  const specifier = join('library-signup', name).replaceAll('\\', '/');
  await import(specifier).catch((error) => faults.push(`import '${specifier}' without a DOM: ${error.message}`));
}

const folder = mkdtempSync(join(tmpdir(), 'library-signup-'));
try {
  const npm = process.env.npm_execpath;
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename, size }] = JSON.parse(npm ? run(npm, ...pack) : execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }));
  console.log(`The tarball has ${(size / 1000).toFixed(0)} KB of ${LARGEST / 1000}`);
  if (size > LARGEST) faults.push(`the tarball has ${size} bytes, more than ${LARGEST}`);
  const tarball = join(folder, filename);
  check('publint', 'node_modules/publint/src/cli.js', tarball, '--strict');
  check('attw', 'node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const fault of new Set(faults)) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
