// `npm run screenshots`: the pictures in README and docs, taken from the gallery, so that they show what there is.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { startDemo } from '../demo/start.js';
import { CHROMIUM_ARGS, findBrowser } from './browsers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}docs/images`;
const THEMES = ['public-library', 'university', 'bare'];

/** Pictures with the names of parts in them: a screen, and what is shown of it. */
const PARTS: Readonly<Record<string, { screen: string; parts: readonly string[]; open?: string }>> = {
  form: {
    screen: 'details-all-wrong',
    parts: ['card', 'heading', 'summary', 'link', 'field', 'label', 'hint', 'error', 'input', 'checkbox', 'button-primary', 'button'],
  },
  list: { screen: 'details', parts: ['list', 'option'], open: '[name="branch"]' },
  choice: { screen: 'audience', parts: ['choice', 'option', 'radio'] },
  facts: { screen: 'done', parts: ['facts', 'term', 'text'] },
  notice: { screen: 'details-lapsed', parts: ['notice'] },
  waiting: { screen: 'checking', parts: ['progress', 'spinner'] },
  'sub-heading': { screen: 'desk', parts: ['sub-heading'] },
};

/** Striking values: the picture beside the plain one shows what has changed. */
const PROPERTIES: Readonly<Record<string, string>> = {
  '--signup-accent': '#a3195b',
  '--signup-on-accent': '#ffe600',
  '--signup-text': '#4b2a7b',
  '--signup-text-muted': '#a3195b',
  '--signup-surface': '#fdf3d8',
  '--signup-border': '#a3195b',
  '--signup-line': '#a3195b',
  '--signup-error': '#7b2fd0',
  '--signup-focus': '#e07a00',
  '--signup-focus-width': '7px',
  '--signup-focus-offset': '8px',
  '--signup-gap': '3em',
  '--signup-font-size': '22px',
  '--signup-radius': '24px',
  '--signup-card-radius': '0px',
  '--signup-padding': '3em',
  '--signup-max-width': '20em',
  '--signup-font': 'Georgia, serif',
  '--signup-heading-font': 'Georgia, serif',
};

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const demo = await startDemo({ pagePort: 5400, brokerPort: 5410, gatewayPort: 5420, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: findBrowser('headless-chromium') ?? '', args: CHROMIUM_ARGS });

async function show(screen: string, width = 390, language = 'en'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1400 }, reducedMotion: 'reduce' });
  await page.goto(new URL(`gallery.html?screen=${screen}&width=${width}&language=${language}`, demo.url).href);
  await page.locator('.frame .card').waitFor();
  await page.addStyleTag({ content: '.frame { border-color: transparent !important; min-block-size: 0 !important; }' });
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.locator('.frame').screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
}

async function nameParts(page: Page, parts: readonly string[]): Promise<void> {
  await page.evaluate((names) => {
    const frame = document.querySelector<HTMLElement>('.frame');
    const root = frame?.querySelector('div')?.shadowRoot;
    if (!frame || !root) return;
    frame.style.position = 'relative';
    const origin = frame.getBoundingClientRect();
    const colours = ['#c2185b', '#1565c0', '#2e7d32', '#e65100', '#6a1b9a', '#00838f'];
    names.forEach((name, at) => {
      const all = [...root.querySelectorAll(`[part~="${name}"]`)];
      const part = all.find((one) => one.getBoundingClientRect().height > 0);
      if (!part) throw new Error(`no part ${name} on this screen`);
      const box = part.getBoundingClientRect();
      const mark = document.createElement('div');
      const colour = colours[at % colours.length] ?? '';
      Object.assign(mark.style, {
        position: 'absolute',
        left: `${box.left - origin.left - 3}px`,
        top: `${box.top - origin.top - 3}px`,
        width: `${box.width + 6}px`,
        height: `${box.height + 6}px`,
        border: `2px solid ${colour}`,
        borderRadius: '3px',
        pointerEvents: 'none',
      });
      const label = document.createElement('span');
      label.textContent = name;
      Object.assign(label.style, {
        position: 'absolute',
        right: '-2px',
        top: '-2px',
        padding: '0 4px',
        background: colour,
        color: '#fff',
        font: '600 11px/15px system-ui, sans-serif',
      });
      mark.append(label);
      frame.append(mark);
    });
  }, parts);
}

await take(await show('audience', 390), 'audience');
await take(await show('details', 390), 'details');
await take(await show('done', 390), 'done');
for (const theme of THEMES) {
  const page = await show('audience', 520);
  const css = readFileSync(`${ROOT}demo/themes/${theme}.css`, 'utf8').replaceAll('library-signup', '.frame > div');
  await page.addStyleTag({ content: css });
  await page.locator('.frame input').first().check();
  await take(page, `theme-${theme}`);
}
for (const [name, { screen, parts, open }] of Object.entries(PARTS)) {
  const page = await show(screen, 520);
  if (open !== undefined) await page.locator(`.frame ${open}`).click();
  await nameParts(page, parts);
  await take(page, `parts-${name}`);
}
for (const [property, value] of Object.entries({ plain: '', ...PROPERTIES })) {
  const screen = property === '--signup-error' ? 'details-all-wrong' : property === '--signup-gap' ? 'reminder' : 'audience';
  const page = await show(screen, 390);
  if (value !== '') await page.addStyleTag({ content: `.frame { ${property}: ${value}; }` });
  await page.locator('.frame input').first().focus();
  if (screen === 'audience') await page.locator('.frame input').first().check();
  // Focus by the keyboard is what has a ring.
  await page.keyboard.press('Shift');
  const box = await page.locator('.frame').boundingBox();
  const [x, y, width, height] = [box?.x ?? 0, box?.y ?? 0, box?.width ?? 390, Math.min(box?.height ?? 460, 460)];
  await page.screenshot({ path: `${FOLDER}/property-${property.replace('--signup-', '')}.png`, clip: { x, y, width, height } });
  await page.close();
}
await browser.close();
await demo.close();
console.log(`wrote ${FOLDER}`);
