import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { parseSync } from 'vite';
import { withoutUnused } from '../../.ci/without-unused.mjs';

const parse = (code: string): unknown => parseSync('library.js', code).program;
const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const LIBRARIES = ['xstate/dist', 'lit-html', 'lit-element', '@lit/reactive-element'].map((name) => at(`node_modules/${name}`));
const files = LIBRARIES.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter((path) => path.endsWith('.js'));

/** What the script's XState and Lit can't do, as it would look in a source. */
const LEFT_OUT: Record<string, RegExp> = {
  'events named with a wildcard': /^\s*'[\w.-]*\*': [[{'"]/m,
  'states that are a history': /type: 'history'|history: (?:true|'(?:deep|shallow)')/,
  routes: /^\s*route: /m,
  'actors that are spawned, named in the system or watched': /\bspawn\w*\(|\bspawn\b[^.]*\}\) =>|systemId|onSnapshot|syncSnapshot/,
  'actors given in place': /invoke: \[?\{\s*(?:id: '[^']*',\s*)?src: (?!')/,
  'stored snapshots': /getPersistedSnapshot|resolveState\(|createActor\([^;]*[{,] snapshot\b/,
  'actions that make other actions': /enqueueActions|sendTo\(|sendParent\(|\.select\(/,
  directives: /from 'lit\/|from 'lit-html\/(?!lit)/,
  'templates of SVG or MathML': /\b(?:svg|mathml)`/,
  'expressions in the text of elements that have no children': /<(?:textarea|title|style|script)\b[^>]*>[^<]*\$\{/,
  'expressions in place of attributes': /<[a-z][\w-]*\s(?:[^<>$]*\s)?\$\{[^}]*\}/,
  'properties with converters, or written back': /reflect: true|useDefault|converter:|type: (?:Number|Object|Array)\b/,
  decorators: /^\s*@(?:property|state|customElement|query|provide|consume)\b/m,
};

describe('what the one-file script leaves out of XState and Lit', () => {
  it('is there in the versions that are installed', () => {
    const cut = files.filter((path) => withoutUnused(readFileSync(path, 'utf8'), path, parse) !== undefined);
    assert.equal(cut.length, 8);
  });

  it('leaves modules', () => {
    for (const path of files) assert.deepEqual(parseSync(path, withoutUnused(readFileSync(path, 'utf8'), path, parse) ?? '').errors, []);
  });

  it('is not guessed at where a version has changed', () => {
    const path = files.find((file) => file.endsWith('lit-html/lit-html.js')) ?? '';
    assert.throws(
      () => withoutUnused(readFileSync(path, 'utf8').replaceAll('litHtmlPolyfillSupport', 'other'), path, parse),
      /Not found: .*litHtmlPolyfillSupport/,
    );
  });

  const sources = readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const [what, pattern] of Object.entries(LEFT_OUT)) {
    it(`is not used: ${what}`, () => {
      assert.deepEqual(
        sources.filter((name) => pattern.test(readFileSync(at(`src/${name}`), 'utf8'))),
        [],
      );
    });
  }
});
