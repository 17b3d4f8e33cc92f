import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../src/version.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('the version', () => {
  it('is the same in the script and in package.json', () => assert.equal(VERSION, version));

  it('is written by `npm version`', () => {
    const copy = mkdtempSync(join(tmpdir(), 'library-signup-'));
    for (const folder of ['scripts', 'src']) mkdirSync(join(copy, folder));
    cpSync(join(ROOT, 'scripts/write-version.mjs'), join(copy, 'scripts/write-version.mjs'));
    cpSync(join(ROOT, 'src/version.ts'), join(copy, 'src/version.ts'));
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ version: '12.3.4-beta.5' }));
    const { status } = spawnSync(process.execPath, ['scripts/write-version.mjs'], { cwd: copy });
    assert.equal(status, 0);
    assert.match(readFileSync(join(copy, 'src/version.ts'), 'utf8'), /VERSION = '12\.3\.4-beta\.5'/);
    rmSync(copy, { recursive: true });
  });
});

interface Manifest {
  modules: {
    path: string;
    declarations: { members?: Field[]; attributes?: Field[] }[];
    exports: { declaration: { module?: string } }[];
  }[];
}
interface Field {
  name: string;
  fieldName?: string;
  type?: { text: string };
}
interface EditorData {
  tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
}

describe('what editors read', () => {
  const folder = '.cache/manifest';
  const made = <T>(name: string): T => JSON.parse(read(`${folder}/${name}`)) as T;

  before(() => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        'node_modules/@custom-elements-manifest/analyzer/cem.js',
        'analyze',
        '--config',
        'scripts/custom-elements-manifest.config.mjs',
        '--quiet',
      ],
      { cwd: ROOT, env: { ...process.env, MANIFEST_FOLDER: folder }, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
  });

  it('names only modules that the package has', () => {
    const { modules } = made<Manifest>('custom-elements.json');
    const named = modules.flatMap(({ path, exports }) => [path, ...exports.map(({ declaration }) => declaration.module ?? path)]);
    assert.deepEqual([...new Set(named)].sort(), ['dist/es/define.js', 'dist/es/index.js']);
  });

  it('has a type for every property, with the values of those that take few', () => {
    const fields = made<Manifest>('custom-elements.json').modules.flatMap(({ declarations }) =>
      declarations.flatMap(({ members = [] }) => members),
    );
    const typeOf = (name: string): string | undefined => fields.find((field) => field.name === name)?.type?.text;
    assert.equal(typeOf('flow'), "'register' | 'recover' | 'login'");
    assert.equal(typeOf('identity'), 'HostIdentity | null');
    assert.match(typeOf('step') ?? '', /'register\.identify' \| .*'unavailable'/);
  });

  it('has each attribute once', () => {
    const attributes = made<Manifest>('custom-elements.json').modules.flatMap(({ declarations }) =>
      declarations.flatMap(({ attributes: own = [] }) => own),
    );
    const names = attributes.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(attributes.find(({ name }) => name === 'step')?.fieldName, 'step');
  });

  it('offers the flows in VS Code', () => {
    const tag = made<EditorData>('vscode.html-custom-data.json').tags.find(({ name }) => name === 'library-signup');
    const flow = tag?.attributes.find(({ name }) => name === 'flow');
    assert.deepEqual(flow?.values, [{ name: 'register' }, { name: 'recover' }, { name: 'login' }]);
    assert.equal(tag?.attributes.filter(({ name }) => name === 'step').length, 1);
  });

  it('offers the element in JetBrains’ editors', () => {
    const { version: typesVersion, contributions } = made<{
      version: string;
      contributions: { html: { elements: { name: string; attributes: { name: string }[] }[] } };
    }>('web-types.json');
    assert.equal(typesVersion, version);
    const element = contributions.html.elements.find(({ name }) => name === 'library-signup');
    assert.ok(element?.attributes.some(({ name }) => name === 'config-src'));
  });
});
