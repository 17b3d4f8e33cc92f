import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import type { CodeSplittingGroup } from 'rolldown';
import { defineConfig, type BuildOptions, type Plugin } from 'vite';

const { name, version, license, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Names files as package.json exports them. */
const named = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path.replace(/^src\/(identity\/)?|\.ts$/g, ''), path]));
const ELEMENT_ENTRIES = named(['src/index.ts', 'src/define.ts', ...filesOf('src/locales/da'), ...filesOf('src/locales/en')]);
/** What goes with the element, or stands in for its surroundings in tests. */
const OTHER_ENTRIES = named([
  ...filesOf('src/identity/providers'),
  'mocks/browser.ts',
  'mocks/node.ts',
]);
export const ENTRIES = { ...ELEMENT_ENTRIES, ...OTHER_ENTRIES };

/** What an integrator's package manager brings. */
export const isDependency = (id: string): boolean =>
  Object.keys({ ...dependencies, ...peerDependencies }).some((one) => id === one || id.startsWith(`${one}/`));

const BANNER = `/*! ${name} ${version} · ${license} · licences of what is built in: library-signup.licenses.md */`;

const common: BuildOptions = {
  target: 'es2022',
  emptyOutDir: false,
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
};

const modules: BuildOptions = { ...common, outDir: 'dist/es', minify: false };

/** For script tags: everything is built in. Plain ASCII, because a page in another encoding reads a script in its own. */
const forScriptTags: BuildOptions = { ...common, minify: 'terser', terserOptions: { ecma: 2020, format: { ascii_only: true } } };

/** Making a schema has no effect of its own, so one that nobody reads is left out; a bundler can't see through the calls. */
const treeshake = { manualPureFunctions: ['z', 'wholeNumber', 'listOf', 'filledListOf', 'byLanguage'] };

/** What all forms have in common is one file. */
const FORM: CodeSplittingGroup = { name: 'form', test: /\/src\/(?:ui\/form|flow\/shared)\// };
/** And so is what every page loads at once, but for texts: an integrator can import those by themselves. */
const ELEMENT: CodeSplittingGroup = { name: 'element', tags: ['$initial'], test: /^(?!.*\/src\/locales\/(?:da|en)\/)/, priority: 1 };
/** What they say stands in the declarations. */
const WITHOUT_JSDOC = { jsdoc: false };

/** What `vite build --mode <name>` makes; `npm run build` makes them all. */
const BUILDS: Record<string, BuildOptions> = {
  /** ES modules for bundlers. */
  es: {
    ...modules,
    lib: { entry: ELEMENT_ENTRIES, formats: ['es'] },
    rolldownOptions: {
      treeshake,
      external: isDependency,
      output: { chunkFileNames: 'chunks/[name].js', comments: WITHOUT_JSDOC, codeSplitting: { groups: [ELEMENT, FORM] } },
    },
  },
  others: {
    ...modules,
    lib: { entry: OTHER_ENTRIES, formats: ['es'] },
    rolldownOptions: { treeshake, external: isDependency, output: { chunkFileNames: 'chunks/other-[name].js', comments: WITHOUT_JSDOC } },
  },
  /** Modules for `<script type="module">`: what a flow needs is fetched when it is entered. */
  cdn: {
    ...forScriptTags,
    outDir: 'dist/cdn',
    lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'library-signup.js' },
    license: { fileName: 'library-signup.licenses.md' },
    rolldownOptions: { treeshake, preserveEntrySignatures: false, output: { banner: BANNER, chunkFileNames: 'chunks/[name]-[hash].js', codeSplitting: { groups: [ELEMENT, FORM] } } },
  },
  /** The whole element in one file, for a script tag of either kind. */
  script: {
    ...forScriptTags,
    outDir: 'dist',
    lib: { entry: 'src/script.ts', formats: ['iife'], name: 'LibrarySignup', fileName: () => 'library-signup.js' },
    license: { fileName: 'library-signup.licenses.md' },
    rolldownOptions: { treeshake, output: { banner: BANNER, codeSplitting: false } },
  },
  /** The page that a popup ends on; its script is a file, so that `script-src 'self'` lets it run. */
  callback: {
    ...forScriptTags,
    outDir: 'dist',
    lib: { entry: 'src/identity/callback.ts', formats: ['iife'], name: 'LibrarySignupCallback', fileName: () => 'callback.js' },
    rolldownOptions: { output: { banner: `/*! ${name} ${version} · ${license} */`, codeSplitting: false } },
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

export default defineConfig(({ command, mode }) => {
  const build = BUILDS[mode];
  if (command === 'build' && !build) throw new Error(`vite build --mode ${Object.keys(BUILDS).join(' | ')}`);
  return {
    appType: 'mpa',
    publicDir: false,
    cacheDir: '.cache/vite',
    plugins: [developmentFiles(), ...(command === 'build' ? [literalsHtmlCssMinifier()] : [])],
    define: command === 'build' && !['es', 'others'].includes(mode) ? { 'process.env.NODE_ENV': '"production"' } : {},
    server: { open: command === 'serve' && mode === 'development' ? '/demo/' : false },
    // Everything is found before the first page is served, so no page reloads half-way.
    optimizeDeps: { entries: ['demo/*.html', 'src/define.ts', 'src/index.ts', 'src/downloads/*.ts', 'mocks/browser.ts'] },
    ...(build ? { build } : {}),
  };
});
