// Whether the package is fit to be published: packs it, and asks publint, Are the types wrong?, and Node, which has no DOM.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}.cache/package`;
/** In KB of 1024 bytes, with three flows in each of the three builds, the command line and the gateway: docs/decisions/size-bars.md. */
const MAXIMUM = 510;

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  return { passed: status === 0, stdout, output: `${stdout}${stderr}`.trim() };
}
const runTool = (path, ...args) => run(process.execPath, [`${ROOT}node_modules/${path}`, ...args]);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', FOLDER]);
if (!packed.passed) throw new Error(packed.output);
const [{ filename, size }] = Object.values(JSON.parse(packed.stdout));
const tarball = `${FOLDER}/${filename}`;
const kilobytes = size / 1024;

const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
const modules = Object.keys(exports).filter((path) => !path.includes('*') && !path.endsWith('.json'));
const imports = modules.map((path) => `await import('library-signup${path.slice(1)}');`).join('\n');

const checks = {
  [`packed size ${kilobytes.toFixed(0)} KB of at most ${MAXIMUM}`]: { passed: kilobytes < MAXIMUM, output: '' },
  publint: runTool('publint/src/cli.js', 'run', tarball, '--strict'),
  'Are the types wrong?': runTool('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--format', 'ascii'),
  'import without a DOM': run(process.execPath, ['--input-type=module', '--eval', imports]),
};
for (const [name, { passed, output }] of Object.entries(checks)) {
  console.log(`${passed ? '✓' : '✗'} ${name}`);
  if (!passed) console.log(output);
}
process.exitCode = Object.values(checks).every(({ passed }) => passed) ? 0 : 1;
