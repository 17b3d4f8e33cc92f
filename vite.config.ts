import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { elementModules, external, mockModules, serverModules } from './scripts/entries.mjs';

const { name, version, license } = packageJson;
const LICENSES = 'library-signup.licenses.md';

const common: BuildEnvironmentOptions = { target: 'es2022', emptyOutDir: false, copyPublicDir: false, modulePreload: false };
/** Vite leaves the line breaks in modules for bundlers, lest `@__PURE__` be lost; rolldown keeps it. */
const forBundlers = { minify: true, entryFileNames: '[name].js' } as const;

/** Pure ASCII, so that a page in an old encoding reads it right, and with a banner that says what it is. */
const forScriptTags = {
  charset: 'ascii',
  postBanner: `/*! ${name} ${version} | ${license} | licences of what is built in: ${LICENSES} */`,
} as const;

/**
 * What the first screen needs is one file, whoever else needs a part of it, and so is what a registration needs after it: what talks to the outside,
 * what all forms have in common, and the registration's own screens. The rest is as the imports have it: a file for each of the other flows, and for
 * a flow's texts in a language.
 */
const filesOf = (entry: RegExp) => ({
  groups: [
    { name: 'library-signup', test: entry, priority: 2 },
    {
      name: 'registration',
      test: /src[\\/](?:flow[\\/](?:shared|register)|ui[\\/](?:form|screens[\\/]register))[\\/]|ui[\\/]parts[\\/]ending|downloads[\\/](?:adapters|register|with-calls)\.ts$|contracts[\\/](?:library|patron|user-id)\.ts$/,
      priority: 1,
    },
  ],
});

/** Making a schema has no effect of its own, so one that nobody reads is left out; a bundler can't see through the calls. */
const treeshake = { manualPureFunctions: ['z', 'wholeNumber', 'listOf', 'filledListOf', 'recordOf', 'byLanguage'] };

/** What `vite build` makes, in this order. */
const outputs: Record<string, BuildEnvironmentOptions> = {
  /** The whole element in one file, for a script tag of either kind, and from `public` the page that a popup ends on. */
  script: {
    ...common,
    outDir: 'dist',
    emptyOutDir: true,
    copyPublicDir: true,
    license: { fileName: LICENSES },
    lib: { entry: 'src/script.ts', formats: ['iife'], name: 'LibrarySignup', fileName: () => 'library-signup.js' },
    rolldownOptions: { treeshake, output: { ...forScriptTags, codeSplitting: false } },
  },
  /** The script of that page: a file, so that `script-src 'self'` lets it run. */
  callback: {
    ...common,
    outDir: 'dist',
    lib: { entry: 'src/identity/callback.ts', formats: ['iife'], name: 'LibrarySignupCallback', fileName: () => 'callback.js' },
    rolldownOptions: { output: forScriptTags },
  },
  /** The whole element for `<script type="module">`: flows and texts are fetched when they are needed. */
  cdn: {
    ...common,
    outDir: 'dist/cdn',
    license: { fileName: LICENSES },
    rolldownOptions: {
      input: { 'library-signup': 'src/define.ts' },
      treeshake,
      preserveEntrySignatures: false,
      output: {
        ...forScriptTags,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: filesOf(/src[\\/]define\.ts$/),
      },
    },
  },
  /** Modules for bundlers and for Node, which bring the dependencies. scripts/types.config.mjs makes their types. */
  es: {
    ...common,
    outDir: 'dist/es',
    lib: { entry: elementModules, formats: ['es'] },
    rolldownOptions: {
      treeshake,
      external,
      output: {
        ...forBundlers,
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: filesOf(/src[\\/](?:library-signup|downloads[\\/]on-demand)\.ts$/),
      },
    },
  },
  /** `npx library-signup`. It brings the parser of pages along, so that whoever embeds the tag installs none. */
  cli: {
    ...common,
    outDir: 'dist/cli',
    target: 'node20',
    lib: { entry: { 'library-signup': 'src/cli/library-signup.ts' }, formats: ['es'] },
    rolldownOptions: { treeshake, external: [/^node:/, ...external], output: { ...forBundlers, chunkFileNames: 'chunks/[name].js' } },
  },
  /** The gateway, for Node and others. Its router comes along, the rest are packages of whoever runs it. */
  server: {
    ...common,
    outDir: 'dist/es',
    target: 'node20',
    lib: { entry: serverModules, formats: ['es'] },
    rolldownOptions: {
      treeshake,
      external: [/^node:/, ...external],
      output: { ...forBundlers, chunkFileNames: 'server/chunks/[name].js' },
    },
  },
  /** Apart, so that a test in Node doesn't load the element. */
  mocks: {
    ...common,
    outDir: 'dist/es',
    lib: { entry: mockModules, formats: ['es'] },
    rolldownOptions: { treeshake, external, output: { ...forBundlers, chunkFileNames: 'mocks/[name].js' } },
  },
};

export default defineConfig(({ command }) => ({
  appType: 'mpa',
  base: './',
  publicDir: command === 'build' ? 'public' : false,
  cacheDir: '.cache/vite',
  plugins: command === 'build' ? [literalsHtmlCssMinifier()] : [],
  ...(command === 'build' && {
    define: { 'process.env.NODE_ENV': '"production"' },
    environments: Object.fromEntries(Object.entries(outputs).map(([key, build]) => [key, { consumer: 'client' as const, build }])),
    builder: {
      buildApp: async ({ build, environments }) => {
        for (const environment of Object.values(environments)) if (environment.name in outputs) await build(environment);
      },
    },
  }),
  // Everything is found before the first page is served, so no page reloads half-way.
  optimizeDeps: { entries: ['demo/*.html', 'src/**/*.ts', 'mocks/browser.ts'] },
}));
