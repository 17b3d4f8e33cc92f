import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, '.cache/site');

interface Page {
  readonly path: string;
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly headings: readonly string[];
}

function readPage(path: string): Page {
  const links: string[] = [];
  const ids = new Set<string>();
  const headings: string[] = [];
  new Parser({
    onopentag(name, { href, src, id }) {
      if (name !== 'iframe') links.push(...[href, src].filter((link) => link !== undefined));
      if (id !== undefined) ids.add(id);
      if (/^h\d$/.test(name)) headings.push(name);
    },
  }).end(readFileSync(path, 'utf8'));
  return { path, links, ids, headings };
}

describe('the site of the documentation', () => {
  let pages: Page[] = [];
  before(() => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/@11ty/eleventy/cmd.cjs'), '--config=docs/site/eleventy.config.mjs', '--quiet'],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, DOCS_FOLDER: '.cache/site' } },
    );
    assert.equal(status, 0, stderr);
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.html') && !/^(demo|examples)/.test(name),
    );
    pages = names.map((name) => readPage(join(FOLDER, name)));
  });

  it('has every page of docs, each with one heading at its top', () => {
    const sources = readdirSync(join(ROOT, 'docs'), { encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    for (const name of sources) assert.ok(existsSync(join(FOLDER, name.replace('.md', '.html'))), name);
    for (const { path, headings } of pages) assert.equal(headings.filter((name) => name === 'h1').length, 1, path);
  });

  it('has links that lead somewhere', () => {
    const lost = pages.flatMap(({ path, links }) =>
      links.flatMap((link) => {
        if (/^(https?:|mailto:)/.test(link)) return [];
        const [file = '', anchor] = link.split('#');
        // The demo is built beside it.
        if (/^(?:\.\.\/)*demo\//.test(file)) return [];
        const target = file === '' ? path : join(dirname(path), file);
        if (!existsSync(target)) return [`${path}: ${link}`];
        const known = anchor === undefined || (pages.find((page) => page.path === target)?.ids.has(anchor) ?? true);
        return known ? [] : [`${path}: ${link}`];
      }),
    );
    assert.deepEqual(lost, []);
  });

  it('shows the form', () =>
    assert.match(readFileSync(join(FOLDER, 'index.html'), 'utf8'), /<iframe src="demo\/live\.html\?flow=register"/));
});
