// `npm run build`: everything that dist holds. Run through tsx, for the schema comes from the TypeScript source.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { build } from 'vite';
import { callbackPage, ENTRIES, isDependency } from '../vite.config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);
// vite would name a mode of its own otherwise; what is shipped is always the production build.
process.env.NODE_ENV = 'production';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const inDist = (name) => join(ROOT, 'dist', name);

/** Declarations of what is exported, and of nothing else. */
async function writeTypes() {
  const bundle = await rolldown({
    input: ENTRIES,
    external: isDependency,
    plugins: [dts({ emitDtsOnly: true, tsconfig: 'tsconfig.build.json' })],
    checks: { pluginTimings: false },
  });
  await bundle.write({ dir: inDist('es'), format: 'es', chunkFileNames: 'chunks/[name].js' });
}

/** The configuration's JSON Schema: what an integrator writes, so defaults are optional. */
async function writeSchema() {
  const [{ toJSONSchema }, { configSchema }] = await Promise.all([import('zod'), import('../src/contracts/config.ts')]);
  const schema = toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  const titled = { $schema: schema.$schema, title: 'Configuration of <library-signup>', ...schema };
  writeFileSync(inDist('library-signup.schema.json'), `${JSON.stringify(titled, null, 2)}\n`);
}

const hashOf = (path) => `sha384-${createHash('sha384').update(readFileSync(inDist(path))).digest('base64')}`;

/** Hashes of everything that a script tag loads, and the tags to paste. */
function writeIntegrity() {
  const chunks = readdirSync(inDist('cdn/chunks')).map((name) => `cdn/chunks/${name}`);
  const files = Object.fromEntries(['library-signup.js', 'callback.js', 'cdn/library-signup.js', ...chunks].map((path) => [path, hashOf(path)]));
  const attributes = (path) => `src="${path}" integrity="${files[path]}" crossorigin="anonymous"`;
  const tags = {
    oneFile: `<script ${attributes('library-signup.js')} defer></script>`,
    modules: `<script type="module" ${attributes('cdn/library-signup.js')}></script>`,
  };
  writeFileSync(inDist('integrity.json'), `${JSON.stringify({ version, files, tags }, null, 2)}\n`);
}

rmSync(inDist(''), { recursive: true, force: true });
mkdirSync(inDist(''), { recursive: true });
for (const mode of ['es', 'others', 'cdn', 'script', 'callback']) {
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn', build: { rolldownOptions: { checks: { pluginTimings: false } } } });
}
writeFileSync(inDist('callback.html'), callbackPage('./callback.js'));
await Promise.all([writeTypes(), writeSchema(), analyze({ argv: ['analyze', '--config', 'scripts/custom-elements-manifest.config.mjs', '--quiet'] })]);
writeIntegrity();
