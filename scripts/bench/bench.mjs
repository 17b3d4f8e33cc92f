// `npm run bench`: how fast the built element is, in Chromium, beside the bars. Times depend on the machine, so only what can't is judged: memory and
// layout. `--dist <folder>` measures another build, `--runs <number>` more or fewer runs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findBrowser } from '../browsers.mjs';
import { BRANCHES, bundlePage, clearPages, config, DIST, firstScreen, page, reach, register, serve } from '../measured-pages.mjs';
import { bareScript } from './bare-page.mjs';
import { markStart, walkThrough, watchPage } from './in-page.mjs';

const { values } = parseArgs({ options: { dist: { type: 'string', default: DIST }, runs: { type: 'string', default: '15' } } });
const dist = resolve(values.dist);
const RUNS = Number(values.runs);
/** A slow phone beside this machine. */
const SLOWED = 4;
const FIRST_SCREEN = 'register.identify';
/** Milliseconds that a screen may take to come. */
const PATIENCE = 20_000;

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const range = (numbers) => `${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))}`;
const milliseconds = (numbers) => `${median(numbers).toFixed(1)} ms (${range(numbers)})`;
const say = (name, figure, bar = '') => console.log(`${name.padEnd(58)} ${String(figure).padStart(24)}   ${bar && `bar ${bar}`}`.trimEnd());

/** A page of its own, slowed, with the page's own notes of tasks and shifts. `painted(step)` resolves when a screen is on the display. */
async function open(browser, url, { slowed = SLOWED, script } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  const seen = new Set();
  const waiting = new Map();
  devtools.on('Runtime.bindingCalled', ({ payload }) => {
    seen.add(payload);
    waiting.get(payload)?.();
  });
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'benchPainted' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await tab.addInitScript(watchPage);
  if (script) await tab.addInitScript(script.run, script.input);
  const painted = (step) =>
    new Promise((resolve, reject) => {
      if (seen.has(step)) resolve();
      waiting.set(step, resolve);
      setTimeout(() => reject(new Error(`${step} was not reached at ${url}`)), PATIENCE).unref();
    });
  await tab.goto(url);
  return { tab, devtools, painted, close: () => context.close() };
}

/** Milliseconds until the first screen is painted: since the page was opened, and since it named the script. */
async function startOf(browser, url) {
  const { tab, painted, close } = await open(browser, url);
  await painted(FIRST_SCREEN);
  const times = await tab.evaluate((step) => [window.bench.painted[step], window.bench.painted[step] - window.bench.start], FIRST_SCREEN);
  await close();
  return times;
}

/** What the first screen is made of, for a page that shows the same and does nothing else. */
async function firstScreenOf(browser, url) {
  const { tab, close } = await open(browser, url, { slowed: 1 });
  await firstScreen(tab);
  const screen = await tab.$eval('library-signup', ({ shadowRoot }) => ({
    html: shadowRoot.innerHTML,
    css: shadowRoot.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n')).join('\n'),
  }));
  await close();
  return screen;
}

/** In turn, so that what slows the machine down slows both. */
async function measureStart(browser, origin) {
  const times = { element: [], bare: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of ['element', 'bare']) times[name].push(await startOf(browser, `${origin}/${name}.html`));
  }
  for (const [at, since, bar] of [
    [0, 'page opened', '1.5, aim at 1.3'],
    [1, 'script named', ''],
  ]) {
    const [element, bare] = [times.element, times.bare].map((all) => all.map((one) => one[at]));
    say(`${since} to first screen painted, processor slowed 4×`, milliseconds(element));
    say('  the same DOM by a bare Lit element', milliseconds(bare));
    say('  how many times as long', (median(element) / median(bare)).toFixed(2), bar);
  }
}

async function measureTasks(browser, origin) {
  const tasks = {};
  for (let run = 0; run < Math.ceil(RUNS / 2); run += 1) {
    const script = { run: walkThrough, input: { branch: BRANCHES.branches[0].id } };
    const { tab, painted, close } = await open(browser, `${origin}/element.html`, { script });
    await painted('register.done');
    const { tasks: found } = await tab.evaluate(() => window.bench.readAll());
    for (const { step, duration } of found) (tasks[step] ??= []).push([run, duration]);
    await close();
  }
  for (const step of ['loading', FIRST_SCREEN, 'register.checking', 'register.details', 'register.submitting', 'register.done']) {
    const longest = new Map();
    for (const [run, duration] of tasks[step] ?? []) longest.set(run, Math.max(longest.get(run) ?? 0, duration));
    const isStart = step === 'loading' || step === FIRST_SCREEN;
    say(
      `longest task at ${step}, slowed 4×`,
      longest.size ? milliseconds([...longest.values()]) : 'under 50 ms',
      isStart ? '200 ms, aim at 120' : '50 ms',
    );
  }
}

/** With a patron's real keys and clicks, as a browser forgives what moves right after them. */
async function measureShift(browser, origin) {
  const { tab, close } = await open(browser, `${origin}/element.html`);
  await firstScreen(tab);
  const before = await tab.evaluate(() => window.bench.read().shift);
  await register(tab);
  const shift = before + (await tab.evaluate(() => window.bench.read().shift));
  await close();
  say('layout shift through the journey', shift.toFixed(4), '0');
  return shift === 0;
}

/** What stays after 900 more mounts. */
async function measureMounts(browser, origin) {
  const { tab, devtools, close } = await open(browser, `${origin}/element.html`, { slowed: 1 });
  await firstScreen(tab);
  await devtools.send('Performance.enable');
  const mount = (times) =>
    tab.evaluate(async (count) => {
      const element = document.querySelector('library-signup');
      const copy = () => Object.assign(document.createElement('library-signup'), { config: window.bench.config });
      for (let at = 0; at < count; at += 1) {
        const next = document.body.appendChild(copy());
        while (next.getAttribute('step') !== element.getAttribute('step')) await new Promise((done) => setTimeout(done));
        next.remove();
      }
    }, times);
  const read = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await mount(100);
  const before = await read();
  await mount(900);
  const after = await read();
  await close();
  const grown = (name) => after[name] - before[name];
  say('after 1,000 mounts, against 100: nodes', grown('Nodes'), 'no growth');
  say('  listeners', grown('JSEventListeners'), 'no growth');
  say('  heap', `${(grown('JSHeapUsedSize') / 1024).toFixed(0)} KB`);
  return grown('Nodes') <= 10 && grown('JSEventListeners') <= 10;
}

async function measureKeystrokes(browser, count) {
  const branches = Array.from({ length: count }, (_, at) => ({
    id: `DK-${700_000 + at}`,
    name: `${['Øster', 'Nørre', 'Vester', 'Sønder', 'Hoved'][at % 5]}bro Bibliotek ${at}`,
    address: { street: `Prøvegade ${at}`, postalCode: String(1000 + (at % 9000)), city: 'København' },
  }));
  const server = await serve({ dist, branches: { branches } });
  const { tab, close } = await open(browser, `${server.origin}/element.html`, { slowed: 1 });
  await firstScreen(tab);
  await tab.locator('library-signup [data-action=identify]').first().click();
  await reach(tab, 'register.details');
  await tab.locator('library-signup [name=branch]').click();
  const times = await tab.evaluate(async (runs) => {
    const root = document.querySelector('library-signup').shadowRoot;
    const input = root.querySelector('[name=branch]');
    const list = input.closest('library-signup-branch') ?? input.getRootNode().host ?? root.host;
    const taken = [];
    for (let at = 0; at < runs; at += 1) {
      for (const value of ['b', 'bi', 'bib', 'bibl', 'øst', 'bibliotek 1']) {
        input.value = value;
        const start = performance.now();
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await list.updateComplete;
        await root.host.updateComplete;
        taken.push(performance.now() - start);
        await new Promise((done) => requestAnimationFrame(done));
      }
    }
    return taken;
  }, RUNS);
  await close();
  server.close();
  say(`a keystroke in a list of ${count} branches`, milliseconds(times), '16 ms');
}

if (!existsSync(dist)) throw new Error(`${dist} is not there: npm run build`);
console.log(`${dist === DIST ? 'This build' : dist}: medians (and ranges), Chromium, ${RUNS} runs`);
const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_ARGS, headless: true });
clearPages();
const server = await serve({ dist });
try {
  const markup = (name) => page(`${markStart(config(server.origin))}<script type="module" src="./${name}.js"></script>`);
  await bundlePage('element', `import ${JSON.stringify(join(dist, 'es', 'define.js'))};\n`, markup('element'));
  await bundlePage('bare', bareScript(await firstScreenOf(browser, `${server.origin}/element.html`)), markup('bare'));
  await measureStart(browser, server.origin);
  await measureTasks(browser, server.origin);
  const isStill = await measureShift(browser, server.origin);
  const isClean = await measureMounts(browser, server.origin);
  await measureKeystrokes(browser, 250);
  await measureKeystrokes(browser, 2_000);
  if (!isStill || !isClean) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
process.exit();
