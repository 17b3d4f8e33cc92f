import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type BuildOptions, type Plugin } from 'vite';
import { importAtOnce } from './.ci/import-at-once.mjs';
import { shareKeys } from './.ci/share-keys.mjs';
import { shortImports } from './.ci/short-imports.mjs';
import { shortErrors } from './.ci/short-errors.mjs';
import { inOrder } from './.ci/in-order.mjs';
import { minifyAgain } from './.ci/minify-again.mjs';
import { leaveOutUnused } from './.ci/without-unused.mjs';
import { minifyTemplates } from './.ci/minify-templates.mjs';

/** What an integrator's own bundler brings: never copied into the ES modules. XState is, as docs/decisions/size-bars.md says. */
const EXTERNAL = /^(?:lit|@lit\/context|msw)(?:\/|$)/;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

/** Every file that package.json exports. */
const ENTRIES = [
  'src/index.ts',
  'src/define.ts',
  ...filesOf('src/identity/providers'),
  ...filesOf('src/locales'),
  'mocks/browser.ts',
  'mocks/node.ts',
].filter((path) => existsSync(path));

/**
 * Each with all that it imports and that none before it has. Were every source file a module of its own, an integrator's bundler would split what the
 * first screen and later ones share into a file for each combination: eight requests instead of one, and 2 KB more (Vite 8; esbuild: nine).
 */
const TOGETHER = [
  { name: 'element', test: /\/src\/(?:library-signup|contracts\/(?:session|patron|library|problem)|ui\/(?:form|(?:field|register|parts\/combobox)\.styles|parts\/field))\.ts$/, priority: 4 },
  {
    name: 'later',
    test: /\/src\/(?:identity\/(?:identity-service|oidc)|gateway\/http|flow\/register-actors|ui\/steps\/register-views)\.ts$/,
    priority: 3,
  },
  {
    name: 'shared',
    test: /\/src\/(?:ui\/steps\/question-views|flow\/(?:forms|steps\/(?:answers|requests-mail))|ui\/(?:choice\.styles|fold\.styles|parts\/(?:choice|new-tab|ending|email-form)))\.ts$/,
    priority: 2,
  },
  { name: 'seldom', test: /\/src\/(?:gateway\/further-calls|ui\/steps\/refusal-views)\.ts$/, priority: 1 },
  { name: 'further', test: /\/src\/(?:flow\/(?:register-further|mailbox-actors)|ui\/steps\/(?:campus|mailbox|child)-views)\.ts$/, priority: 1 },
  { name: 'recover', test: /\/src\/(?:flow\/recover-actors|ui\/steps\/recover-views)\.ts$/, priority: 1 },
];

/** How `element` is ordered: each after what it needs, and what isn't named here last. */
const IN_ORDER = [
  ...['config', 'problem', 'library', 'session', 'patron', 'transaction'].map((name) => `./contracts/${name}.js`),
  ...['identify.machine', 'setup', 'signup.machine', 'actors'].map((name) => `./flow/${name}.js`),
  './identity/return.js',
  ...['flow', 'history', 'language'].map((name) => `./ui/${name}-controller.js`),
  ...['parts/screen', 'parts/error-summary', 'form', 'parts/field', 'steps/failed', 'parts/provider-button', 'steps/identify', 'steps/waiting'].map(
    (name) => `./ui/${name}.js`,
  ),
  ...['ui/button', 'library-signup', 'ui/field', 'ui/register', 'ui/parts/combobox'].map((name) => `./${name}.styles.js`),
];

const common: BuildOptions = {
  target: 'es2022',
  emptyOutDir: false,
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
};

/** Making a schema has no effect of its own, so what nobody reads is left out (bundlers can't see through the calls). */
const treeshake = { manualPureFunctions: ['z'] };

/** What `vite build --mode <name>` makes; `.ci/build.mjs` makes them all. */
const BUILDS: Record<string, BuildOptions> = {
  /** ES modules for bundlers: a file for each entry, and what is loaded together in one, as {@link TOGETHER} has it. */
  es: {
    ...common,
    outDir: 'dist/es',
    minify: false,
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    lib: { entry: Object.fromEntries(ENTRIES.map((path) => [path.replace(/^src\/|\.ts$/g, ''), path])), formats: ['es'] },
    rolldownOptions: {
      treeshake,
      external: EXTERNAL,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', codeSplitting: { groups: TOGETHER } },
    },
  },
  /** The whole element in one file, for a script tag of either kind. */
  script: {
    ...common,
    outDir: 'dist',
    lib: { entry: 'src/define.ts', formats: ['iife'], name: 'LibrarySignup', fileName: () => 'library-signup.js' },
    rolldownOptions: { treeshake, output: { codeSplitting: false } },
    license: { fileName: 'library-signup.licenses.md' },
  },
  /** The page that a popup ends on; its script is a file, so that `script-src 'self'` lets it run. */
  callback: {
    ...common,
    outDir: 'dist',
    lib: { entry: 'src/identity/callback.ts', formats: ['iife'], name: 'LibrarySignupCallback', fileName: () => 'callback.js' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
};

export const callbackPage = (script: string): string => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="referrer" content="no-referrer" />
    <title>Log ind · Log on</title>
    <script src="${script}" ${script.endsWith('.ts') ? 'type="module"' : 'defer'}></script>
  </head>
  <body></body>
</html>
`;

/** In the dev server: msw's worker straight from its package, and the callback page from source. */
function developmentFiles(): Plugin {
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  return {
    name: 'development-files',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
        if (path === '/mockServiceWorker.js') {
          response.writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' }).end(readFileSync(worker));
        } else if (path.endsWith('/callback.html')) {
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(callbackPage('/src/identity/callback.ts'));
        } else next();
      });
    },
  };
}

/** What is shipped reads the contracts with a reader of our own; see docs/decisions/zod-at-build-time.md. */
function contractReader(): Plugin {
  return {
    name: 'contract-reader',
    apply: 'build',
    config: () => ({ resolve: { alias: { 'zod/mini': fileURLToPath(new URL('./src/contracts/reader/zod-subset.ts', import.meta.url)) } } }),
    // The types are zod's, so only the bundler can tell that the reader lacks something; by itself it merely warns.
    onLog(_level, log) {
      if (log.code === 'IMPORT_IS_UNDEFINED') this.error(log);
    },
  };
}

export default defineConfig(({ command, mode }) => {
  const build = BUILDS[mode];
  if (command === 'build' && !build) throw new Error(`vite build --mode ${Object.keys(BUILDS).join(' | ')}`);
  return {
    appType: 'mpa',
    publicDir: false,
    cacheDir: '.cache/vite',
    plugins: [
      contractReader(),
      developmentFiles(),
      minifyTemplates(),
      ...(mode === 'es' ? [leaveOutUnused(/xstate/), inOrder('/src/library-signup.ts', IN_ORDER), shortImports()] : []),
      ...(mode === 'script' ? [shortErrors(), leaveOutUnused(), importAtOnce(), shareKeys(), minifyAgain()] : []),
    ],
    define: command === 'build' && mode !== 'es' ? { 'process.env.NODE_ENV': '"production"' } : {},
    server: { open: command === 'serve' && mode === 'development' ? '/demo/' : false },
    // Everything is found before the first page is served, so no page reloads half-way.
    optimizeDeps: { entries: ['demo/*.html', 'src/define.ts', 'src/index.ts', 'src/ui/**/*.ts', 'mocks/browser.ts'] },
    ...(build ? { build } : {}),
  };
});
