// Makes sure that node_modules is what package-lock.json says; with `--start` runs the demo afterwards. Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.library-signup-stamp');
/** What npm itself writes down about the tree that it has installed. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

function stamp() {
  const system = `${process.platform} ${process.arch} ${process.versions.modules}`;
  return createHash('sha256').update(system).update(readFileSync(LOCK)).digest('hex');
}

/** Whether every package is there in the locked version: someone may have run `npm install` by hand. */
function isInstalled() {
  const installed = read(INSTALLED);
  if (!installed) return false;
  const there = JSON.parse(installed).packages;
  const locked = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).filter(([path]) => path !== '');
  return locked.every(([path, { version, optional, peer }]) => {
    const found = there[path];
    // Builds for other systems are optional and absent.
    return found ? found.version === version && existsSync(join(ROOT, path)) : optional === true || peer === true;
  });
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: this project needs 20.19 or newer.`);
  process.exit(1);
}

/** Installs only when the lock file has changed, so nothing is asked of the network otherwise. */
export function ensureDependencies() {
  requireNode();
  const wanted = stamp();
  if (read(STAMP) === wanted) return;
  if (!isInstalled()) {
    console.log('Installing dependencies with npm ci');
    const options = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' };
    const { status } = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], options);
    if (status !== 0) {
      console.error('npm ci failed; nothing was started.');
      process.exit(1);
    }
  }
  writeFileSync(STAMP, wanted);
}

function start(args) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts', ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    // Ended by the signal that ended us: that is how a server stops, not a fault.
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  const [flag, ...rest] = process.argv.slice(2);
  if (flag === '--start') start(rest);
}
