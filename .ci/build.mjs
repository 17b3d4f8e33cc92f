// `npm run build`: everything that dist holds. Run through tsx, for the schema comes from the TypeScript source.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);
// vite would name a mode of its own otherwise; what is shipped is always the production build.
process.env.NODE_ENV = 'production';

const inDist = (name) => join(ROOT, 'dist', name);

function node(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))));
  });
}

/** The configuration's JSON Schema: what an integrator writes, so defaults are optional. */
async function writeSchema() {
  const [{ toJSONSchema }, { configSchema, NAME }] = await Promise.all([import('zod'), import('../src/contracts/config.ts')]);
  const schema = toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  // A rule across the whole configuration, which a schema of zod can't say.
  schema.properties.identity.properties.providers.propertyNames = { pattern: NAME.source };
  const titled = { $schema: schema.$schema, title: 'Configuration of <library-signup>', ...schema };
  writeFileSync(inDist('library-signup.schema.json'), `${JSON.stringify(titled, null, 2)}\n`);
}

async function writeCallbackPage() {
  const { callbackPage } = await import('../vite.config.ts');
  writeFileSync(inDist('callback.html'), callbackPage('./callback.js'));
}

rmSync(inDist(''), { recursive: true, force: true });
mkdirSync(inDist(''), { recursive: true });
const types = node('node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json');
const manifest = node(
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  '.ci/custom-elements-manifest.config.mjs',
  '--quiet',
);
for (const mode of ['es', 'script', 'callback']) {
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn' });
}
await Promise.all([writeSchema(), writeCallbackPage(), types, manifest]);
