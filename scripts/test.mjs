// `npm test`: every check there is, two at a time. The last line is `N passed, N failed`. `--only lint,node` runs some of them.
// Node built-ins only, because it runs before node_modules is there.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserVariables, ensureBrowsers, ensureWebKit, findBrowser, hasWebKit } from './browsers.mjs';
import { ensureDependencies } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIGURES = join(ROOT, '.cache', 'figures');
const LANES = join(ROOT, '.cache', 'journeys');
const AT_ONCE = 2;
/** For any one check, with much to spare: what takes longer hangs. */
const LIMIT_SECONDS = 900;
/** What runners write to move the cursor. */
const CONTROL = /\u001b\[[0-9;]*[A-Za-z]|\u0007/g;

const bin = (name, path) => join(ROOT, 'node_modules', name, path);
const node = (...args) => [process.execPath, ...args];
const typescript = (project) => node(bin('typescript', 'bin/tsc'), '-p', project);
const npmRun = (script) => (process.platform === 'win32' ? ['cmd', '/c', 'npm', 'run', script] : ['npm', 'run', script]);

function testFiles(folder) {
  const path = join(ROOT, 'test', folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  return names.sort().map((name) => join(path, name));
}

/** node:test over files; the figures come from the reporter, so a run that breaks off leaves none and counts as failed. */
function nodeTests(files, figures, ...args) {
  if (files.length === 0) return undefined;
  const reporters = ['spec', 'stdout', new URL('./node-reporter.mjs', import.meta.url).href, figures];
  const [spec, stdout, own, file] = reporters;
  const flags = [
    `--test-reporter=${spec}`,
    `--test-reporter-destination=${stdout}`,
    `--test-reporter=${own}`,
    `--test-reporter-destination=${file}`,
  ];
  return node('--import', 'tsx', '--import', new URL('./no-early-exit.mjs', import.meta.url).href, '--test', ...flags, ...args, ...files);
}

/**
 * Journeys run side by side in two processes and not each file in one of its own, for starting takes longer than many a journey: node with the broker's
 * packages, a browser, the demo. All that need the demo share one.
 */
function journeyLanes() {
  mkdirSync(LANES, { recursive: true });
  const files = testFiles('journeys');
  const needsDemo = (file) => /openDemo|startDemo|--start/.test(readFileSync(file, 'utf8'));
  const lanes = { demo: files.filter(needsDemo), hosts: files.filter((file) => !needsDemo(file)) };
  return Object.entries(lanes)
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => {
      const lane = join(LANES, `${name}.test.ts`);
      writeFileSync(lane, own.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(''));
      return lane;
    });
}

/** The main journeys in a browser that Playwright does not drive as it is installed. */
const otherBrowser = (browser, isThere) => ({
  name: `journeys in ${browser}`,
  after: 'build',
  isThere,
  figures: true,
  env: { JOURNEY_BROWSER: browser },
  command: () => nodeTests(testFiles('other-browsers'), figuresOf(`journeys in ${browser}`)),
});

const figuresOf = (name) => join(FIGURES, `${name}.json`);

/**
 * In the order in which they start. A check without `figures` counts as one test. `after`: needs the result of another one. The longest first: the
 * journeys are ready when the build is, and the short ones fill what is left. 180 s on two processors, which are busy for 96 % of it.
 */
const CHECKS = [
  { name: 'browser', figures: true, command: () => node(bin('@web/test-runner', 'dist/bin.js')) },
  { name: 'build', command: () => npmRun('build') },
  {
    name: 'journeys',
    after: 'build',
    figures: true,
    command: () => nodeTests(journeyLanes(), figuresOf('journeys'), '--test-concurrency=2'),
  },
  otherBrowser('firefox', () => findBrowser('firefox') !== undefined),
  // `npm run test:webkit` installs it.
  otherBrowser('webkit', hasWebKit),
  // Some of them run what the build makes: the command line, the example of a gateway.
  { name: 'node', after: 'build', figures: true, command: () => nodeTests(testFiles('node'), figuresOf('node')) },
  { name: 'lint', command: () => node(bin('eslint', 'bin/eslint.js'), '--quiet', '.') },
  { name: 'typecheck', command: () => typescript('tsconfig.json') },
  { name: 'typecheck without DOM', command: () => typescript('tsconfig.pure.json') },
  { name: 'format', command: () => node(bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.') },
  { name: 'package', after: 'build', command: () => node('scripts/check-package.mjs') },
  {
    name: 'openapi',
    after: 'build',
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    command: () => node(bin('@redocly/cli', 'bin/cli.js'), 'lint', '--config', '.redocly.yaml', 'dist/openapi.json'),
  },
  { name: 'size', after: 'build', command: () => node('scripts/size.mjs') },
];

function readFigures(name) {
  const path = figuresOf(name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8') || 'null') : undefined;
}

/** What a finished process is worth. Only figures that a runner has written itself count as passed, and never without its good exit code. */
function judge(check, code) {
  if (!check.figures) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const figures = readFigures(check.name);
  if (!figures) return { passed: 0, failed: 1, note: 'the runner broke off' };
  const { passed, failed, skipped, failures } = figures;
  const note =
    skipped > 0
      ? `${skipped} skipped`
      : Object.entries(figures.browsers ?? {})
          .map(([name, number]) => `${name} ${number}`)
          .join(', ');
  if (failed === 0 && code !== 0) return { passed, failed: 1, note: `the runner ended with ${code}`, failures };
  if (passed + failed === 0) return { passed, failed: 1, note: 'no test ran' };
  return { passed, failed, note, failures };
}

const children = new Set();

function run(check, env) {
  const started = Date.now();
  const command = check.command();
  if (!command) return Promise.resolve({ check, passed: 0, failed: 0, seconds: 0, output: '', note: 'no test files' });
  return new Promise((resolve) => {
    const [program, ...args] = command;
    // A group of its own, so that browsers and servers go with it when it hangs.
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...env, ...check.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    children.add(child);
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      output += `\nStopped after ${LIMIT_SECONDS} seconds.\n`;
      stop(child);
    }, LIMIT_SECONDS * 1000);
    child.on('error', (error) => (output += String(error)));
    child.on('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ check, ...judge(check, code), seconds: (Date.now() - started) / 1000, output: output.replace(CONTROL, '') });
    });
  });
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

function report({ check, passed, failed, seconds, output, note }) {
  if (failed > 0)
    console.log(`\n──── ${check.name} ${'─'.repeat(Math.max(0, 70 - check.name.length))}\n${output.trim()}\n${'─'.repeat(76)}`);
  else if (check.name === 'size') console.log(output.trim());
  const figures = check.figures ? `${passed} passed, ${failed} failed` : failed > 0 ? 'failed' : 'passed';
  console.log(`${failed > 0 ? '✗' : '✓'} ${check.name}: ${figures}${note ? ` (${note})` : ''} in ${seconds.toFixed(1)} s`);
}

async function runAll(checks, env) {
  const waiting = [...checks];
  const running = new Map();
  const done = new Map();
  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.findIndex(({ after }) => !after || done.has(after) || !checks.some(({ name }) => name === after));
    if (ready >= 0 && running.size < AT_ONCE) {
      const [check] = waiting.splice(ready, 1);
      if (check.after && done.get(check.after)?.failed > 0) {
        done.set(check.name, { check, passed: 0, failed: 1, seconds: 0, output: `Not run: ${check.after} failed.` });
        report(done.get(check.name));
        continue;
      }
      running.set(check.name, run(check, env));
      continue;
    }
    const result = await Promise.race(running.values());
    running.delete(result.check.name);
    done.set(result.check.name, result);
    report(result);
  }
  return [...done.values()];
}

function chosen() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return CHECKS;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`No such check: ${unknown.join(', ')}. There are: ${CHECKS.map(({ name }) => name).join(', ')}`);
  return CHECKS.filter(({ name }) => names.includes(name));
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    children.forEach(stop);
    process.exit(1);
  });
}

let passed = 0;
let failed = 0;
try {
  const started = Date.now();
  const wanted = chosen();
  ensureDependencies();
  const browsers = ensureBrowsers();
  if (process.argv.includes('--only') && wanted.some(({ isThere }) => isThere === hasWebKit)) ensureWebKit();
  const checks = wanted.filter(({ isThere }) => isThere?.() ?? true);
  rmSync(FIGURES, { recursive: true, force: true });
  mkdirSync(FIGURES, { recursive: true });
  const env = { ...process.env, ...browserVariables(browsers), WTR_FIGURES: figuresOf('browser'), NO_COLOR: '1', FORCE_COLOR: undefined };
  console.log(`Set-up took ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const results = await runAll(checks, env);
  for (const result of results) {
    passed += result.passed;
    failed += result.failed;
  }
  if (passed + failed === 0) failed = 1;
  // Said again at the foot, where a long log is not cut off.
  for (const { check, failures } of results.filter((result) => result.failed > 0))
    for (const failure of failures?.length ? failures : ['see above']) console.log(`✗ ${check.name}: ${failure.slice(0, 500)}`);
  console.log(`All checks took ${((Date.now() - started) / 1000).toFixed(0)} s`);
} catch (error) {
  console.error(error);
  failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
