// Whether dist holds everything that package.json promises, and whether a server, which has no DOM, can import it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { exports, types, unpkg, jsdelivr, customElements } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const paths = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(paths));

/** For a path with `*`: whether anything fits. */
function isThere(path) {
  const [before, after] = path.split('*');
  if (after === undefined) return existsSync(join(ROOT, path));
  const folder = join(ROOT, dirname(`${before}x`));
  return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(after));
}

const faults = [...paths(exports), types, unpkg, jsdelivr, customElements]
  .filter((path) => !isThere(path))
  .map((path) => `${path} is not there`);
for (const name of Object.keys(exports).filter((path) => !path.includes('*') && !path.endsWith('.json'))) {
  const specifier = join('library-signup', name).replaceAll('\\', '/');
  await import(specifier).catch((error) => faults.push(`import '${specifier}' without a DOM: ${error.message}`));
}
for (const fault of new Set(faults)) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
