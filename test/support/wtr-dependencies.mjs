import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Packages that tests and sources name. All in one build, so that what they share (Lit, above all) is there once. */
const PACKAGES = [
  'lit',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  '@lit/context',
  'xstate',
  'zod/mini',
  'msw',
  'msw/browser',
  'oauth4webapi',
  '@open-wc/testing',
  'elkjs/lib/elk.bundled.js',
  'hono',
  'hono/body-limit',
];
const FOLDER = '/__dependencies__/';
const fileOf = (name) => name.replace(/^@/, '').replaceAll('/', '-');

/**
 * Serves each package as one file instead of its hundreds: every test file is a page of its own that would ask for them all again, which was the
 * larger part of a run.
 */
export function bundledDependencies() {
  const files = new Map();
  return {
    name: 'bundled-dependencies',
    async serverStart() {
      const { outputFiles } = await build({
        entryPoints: PACKAGES.map((name) => ({ in: name, out: fileOf(name) })),
        absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
        outdir: FOLDER,
        bundle: true,
        splitting: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        logLevel: 'error',
      });
      for (const { path, text } of outputFiles) files.set(path.replaceAll('\\', '/').replace(/^.*(?=\/__dependencies__\/)/, ''), text);
    },
    resolveImport: ({ source }) => (PACKAGES.includes(source) ? `${FOLDER}${fileOf(source)}.js` : undefined),
    serve: ({ path }) => (files.has(path) ? { body: files.get(path), type: 'js' } : undefined),
  };
}

/** `import text from './file?raw'`, as Vite has it. */
export function rawText() {
  return {
    name: 'raw-text',
    async serve({ path, URL: { searchParams } }) {
      if (!searchParams.has('raw')) return undefined;
      const text = await readFile(fileURLToPath(new URL(`../..${path}`, import.meta.url)), 'utf8');
      return { body: `export default ${JSON.stringify(text)};`, type: 'js' };
    },
  };
}
