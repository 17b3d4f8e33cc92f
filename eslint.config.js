import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Who may import whom: each room of src with the rooms and files that it may look into beside itself. */
const ROOMS = {
  contracts: [],
  domain: ['contracts'],
  config: ['contracts', 'domain'],
  identity: ['contracts', 'domain', 'ports.ts', 'errors.ts'],
  gateway: ['contracts', 'domain', 'ports.ts', 'errors.ts'],
  flow: ['contracts', 'domain', 'ports.ts', 'errors.ts'],
  locales: ['contracts', 'domain', 'errors.ts', 'flow/types.ts'],
  ui: ['contracts', 'domain', 'config', 'ports.ts', 'errors.ts', 'events.ts', 'flow', 'locales'],
  // Where the rooms above meet: what a flow is downloaded as, and the life of a session.
  downloads: ['config', 'contracts', 'events.ts', 'ports.ts', 'flow', 'gateway', 'identity', 'locales', 'ui/screens', 'ui/context-provider.ts', 'ui/controllers'],
  session: ['contracts', 'downloads', 'events.ts', 'flow', 'identity', 'ports.ts', 'ui/controllers'],
};
const only = (open) => `May import from ${['its own room', ...open].join(', ')} only.`;
const zones = [
  ...Object.entries(ROOMS).map(([room, open]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...open].map((path) => `./${path}`),
    message: only(open),
  })),
  {
    target: './mocks',
    from: './src',
    except: ['./contracts', './domain', './errors.ts'],
    message: only(['contracts', 'domain', 'errors.ts']),
  },
  { target: './src', from: ['./mocks', './demo', './test', './.ci'], message: 'What is shipped knows nothing of mocks, demo and tests.' },
  { target: ['./src', './mocks'], from: './src/index.ts', message: 'index.ts is for the outside; import the file itself.' },
];

const ZOD = { name: 'zod', message: "Only `import * as z from 'zod/mini'`: the full package is three times the size budget." };
const LIT = { group: ['lit', 'lit/*', '@lit/*'], message: 'This room knows no DOM.' };
const XSTATE = { group: ['xstate', 'xstate/*'], message: 'This room knows no machine.' };
const NODE = { group: ['node:*'], message: 'This runs in a browser.' };
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { paths: [ZOD], patterns }] });

const SYNTAX = [
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier",
    message: "Use `import * as z from 'zod/mini'`: a named import keeps bundlers from dropping the rest.",
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportAllDeclaration:not([exportKind="type"])', message: 'No barrels: name what is exported.' },
];

export default defineConfig(
  { ignores: ['scripts/pure-globals.d.ts', 'dist', '.cache', 'node_modules', '**/*.html'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: { 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'], '.mjs': ['.mjs'] } }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      ...imports(),
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      'no-restricted-syntax': ['error', ...SYNTAX],
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 250 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['src/**/*.ts'], rules: imports(NODE) },
  { files: ['src/contracts/**/*.ts', 'src/domain/**/*.ts'], rules: imports(LIT, XSTATE, NODE) },
  { files: ['src/flow/**/*.ts'], rules: imports(LIT, NODE) },
  { files: ['src/config/**/*.ts', 'src/gateway/**/*.ts', 'src/identity/**/*.ts'], rules: imports(LIT, XSTATE, NODE) },
  // The public surface is re-exports, and nothing else.
  { files: ['src/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai asserts by reading a property: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        ...SYNTAX,
        {
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'Await it: the audit takes time.',
        },
        { selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip)$/]', message: 'Every test runs.' },
      ],
      'max-lines': 'off',
    },
  },
  { files: ['scripts/**/*.ts', 'vite.config.ts'], rules: { 'no-restricted-imports': 'off' } },
);
