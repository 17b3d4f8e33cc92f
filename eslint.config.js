import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Who may import whom: each room of src with the rooms and files that it may look into beside itself. */
const ROOMS = {
  contracts: [],
  domain: ['contracts'],
  config: ['contracts', 'domain', 'page'],
  identity: ['contracts', 'domain', 'page', 'ports.ts', 'errors.ts'],
  gateway: ['contracts', 'domain', 'page', 'ports.ts', 'errors.ts'],
  flow: ['contracts', 'domain', 'ports.ts', 'errors.ts'],
  locales: ['contracts', 'domain', 'errors.ts', 'flow/types.ts'],
  page: ['contracts'],
  ui: ['contracts', 'domain', 'page', 'config', 'ports.ts', 'errors.ts', 'events.ts', 'flow', 'locales'],
  // Where the rooms above meet: what a flow is downloaded as, and the life of a session.
  downloads: [
    'config',
    'contracts',
    'events.ts',
    'ports.ts',
    'flow',
    'gateway',
    'identity',
    'locales',
    'page',
    'ui/screens',
    'ui/context-provider.ts',
    'ui/controllers',
  ],
  server: ['contracts', 'domain'],
  cli: ['config', 'contracts', 'server', 'version.ts'],
  session: ['contracts', 'downloads', 'events.ts', 'flow', 'identity', 'page', 'ports.ts', 'ui/controllers'],
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
    except: ['./contracts', './domain', './errors.ts', './server'],
    message: only(['contracts', 'domain', 'errors.ts', 'server']),
  },
  {
    target: './src',
    from: ['./mocks', './demo', './test', './scripts'],
    message: 'What is shipped knows nothing of mocks, demo and tests.',
  },
  { target: ['./src', './mocks'], from: './src/index.ts', message: 'index.ts is for the outside; import the file itself.' },
];

const ZOD = { name: 'zod', message: "Only `import * as z from 'zod/mini'`: the full package is three times the size budget." };
const LIT = { group: ['lit', 'lit/*', '@lit/*'], message: 'This room knows no DOM.' };
const XSTATE = { group: ['xstate', 'xstate/*'], message: 'This room knows no machine.' };
const NODE = { group: ['node:*'], message: 'This runs in a browser.' };
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { paths: [ZOD], patterns }] });

const AWAITED_BY_THE_RUNNER = [
  {
    from: 'package',
    package: 'node:test',
    name: ['describe', 'it', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
  },
  { from: 'package', package: '@types/chai', name: 'Equal' },
  { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
];

const SYNTAX = [
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier",
    message: "Use `import * as z from 'zod/mini'`: a named import keeps bundlers from dropping the rest.",
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportAllDeclaration:not([exportKind="type"])', message: 'No barrels: name what is exported.' },
];

export default defineConfig(
  { ignores: ['scripts/*.d.ts', 'scripts/*.d.mts', 'dist', '.cache', 'node_modules', 'test/hosts/*/**', '**/*.html'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: { 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true } },
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
      // Digits are spread here, never emojis.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Numbers read well in a template; what must not appear there is an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Ports and test doubles are async by contract, and plain objects of functions.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Takes `signal.aborted`, asked again after an await, for settled.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // There are no enums (`TSEnumDeclaration`), and looking for them takes a sixth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Test doubles and machines are made of literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `void` in front of a call says that its result is not wanted.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/cli/**', 'src/server/**'], rules: imports(NODE) },
  { files: ['src/contracts/**/*.ts', 'src/domain/**/*.ts'], rules: imports(LIT, XSTATE, NODE) },
  { files: ['src/flow/**/*.ts'], rules: imports(LIT, NODE) },
  { files: ['src/config/**/*.ts', 'src/gateway/**/*.ts', 'src/identity/**/*.ts'], rules: imports(LIT, XSTATE, NODE) },
  // The public surface is re-exports, and nothing else.
  { files: ['src/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // The runner awaits what these return; open-wc types `equal` as a promise for the sake of its snapshots.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: AWAITED_BY_THE_RUNNER }],
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
  // openid-client marks what needs a second thought as deprecated: plain HTTP on loopback, and a state that the browser has compared.
  { files: ['demo/**/*.ts', 'mocks/**/*.ts', 'src/server/brokers/openid.ts'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  { files: ['vite.config.ts'], rules: { 'no-restricted-imports': 'off' } },
);
