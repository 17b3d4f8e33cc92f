import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type * as z from 'zod/mini';
import { startBroker, type Broker } from '../../mocks/broker/broker.js';
import { personas } from '../../mocks/personas.js';
import { scenarios } from '../../mocks/scenarios.js';
import { tablesOf, withTables } from '../../scripts/tables.mjs';
import { explain } from '../../src/config/issues.js';
import { configJsonSchema, type JsonSchema as ConfigSchema } from '../../src/config/json-schema.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema } from '../../src/contracts/config.js';
import { branchesSchema } from '../../src/contracts/library.js';
import { registrationSchema } from '../../src/contracts/patron.js';
import { PROBLEM_STATUS, problemSchema } from '../../src/contracts/problem.js';
import { sessionRequestSchema, sessionSchema } from '../../src/contracts/session.js';
import {
  CHILD_STEPS,
  HAND_OFF_STEPS,
  LOGIN_STEPS,
  QUESTION_STEPS,
  RECOVER_STEPS,
  REFUSED_STEPS,
  REGISTER_STEPS,
} from '../../src/flow/types.js';
import { CALLS } from '../../src/server/calls.js';
import { serverModules } from '../../scripts/entries.mjs';
import { readGatewayConfiguration, type ConfigurationError } from '../../src/server/configuration.js';
import { BROKERS } from '../../src/identity/brokers.js';
import { messagesFor } from '../../src/locales/translate.js';
import { loadMessages } from '../support/messages.js';
import { authorizationUrl, CLIENT, createVisitor, newTransaction } from '../support/broker-visitor.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const filesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const PAGES = ['README.md', 'CHANGELOG.md', ...filesIn('docs', '.md'), ...filesIn('demo', '.md')];
const { scripts, exports: entries } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  exports: Record<string, unknown>;
};

interface Snippet {
  page: string;
  language: string;
  /** The word after the language. */
  role: string;
  code: string;
}
const snippets: Snippet[] = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language = '', role = '', code = '']) => ({
    page,
    language,
    role,
    code,
  })),
);
const of = (...languages: string[]): Snippet[] => snippets.filter(({ language }) => languages.includes(language));
const proseOf = (page: string): string => read(page).replace(/^```.*?^```$/gms, '');
const codesOf = (page: string): string[] => [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
/** What stands in the first column of the table under a heading of these words. */
const column = (page: string, heading: string): string[] => {
  const section = read(page)
    .split(/^#+ /m)
    .find((part) => part.startsWith(heading));
  assert.ok(section, `${page} has a part “${heading}”`);
  const rows = section.split(/^\|-.*$/m)[1] ?? '';
  return rows
    .split('\n')
    .flatMap((line) => [...(/^\|([^|]*)\|/.exec(line)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
};

const MINIMUM = JSON.parse(of('json').find(({ page, role }) => page === 'README.md' && role === 'config')?.code ?? '') as Record<
  string,
  unknown
>;

/** Paths of a JSON Schema's properties, those of lists and records included: `register.audiences.kind`. */
interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}
function pathsOf(schema: JsonSchema, path = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [at, ...(['name', 'url', 'label', 'description'].includes(name) ? [] : pathsOf(child, at))];
  });
  const more = typeof schema.additionalProperties === 'object' ? pathsOf(schema.additionalProperties, path) : [];
  return [...own, ...more, ...(schema.items ? pathsOf(schema.items, path) : [])];
}
// As the build makes the schema of the package.
const { toJSONSchema } = await import('zod');
const KEYS = pathsOf(toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
const STEPS: readonly string[] = [
  ...HAND_OFF_STEPS,
  ...QUESTION_STEPS,
  ...CHILD_STEPS,
  ...REFUSED_STEPS,
  ...REGISTER_STEPS,
  ...RECOVER_STEPS,
  ...LOGIN_STEPS,
];

describe('the documentation', () => {
  it('has links that lead somewhere', () => {
    const lost = PAGES.flatMap((page) =>
      [...proseOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(([, target = '']) => {
        const [path = '', fragment] = target.split('#');
        const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
        if (!existsSync(join(ROOT, file))) return [`${page}: ${target}`];
        if (fragment === undefined) return [];
        const anchors = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .replaceAll(' ', '-'),
        );
        return anchors.includes(fragment) ? [] : [`${page}: ${target}`];
      }),
    );
    assert.deepEqual(lost, []);
  });

  it('names files that are there', () => {
    const lost = PAGES.flatMap((page) =>
      codesOf(page)
        .filter((code) => /^(src|test|docs|demo|mocks|scripts|public|\.ci)\/[\w./-]+\w$/.test(code) && code !== 'test/gateway/mine.test.ts')
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${page}: ${path}`),
    );
    assert.deepEqual(lost, []);
  });

  it('names commands that are there', () => {
    const named = PAGES.flatMap((page) =>
      [...read(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? ''),
    );
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => scripts[name] === undefined),
      [],
    );
  });

  it('names screens that are there', () => {
    const named = PAGES.flatMap((page) => codesOf(page).filter((code) => /^(register|recover)\.[a-z-]+$/.test(code)));
    assert.deepEqual(
      named.filter((name) => !STEPS.includes(name) && !KEYS.includes(name)),
      [],
    );
  });

  it('names no path of a computer', () => {
    for (const page of PAGES) assert.doesNotMatch(read(page), /(^|[\s`(])\/(work|home|root|Users|tmp)\//m, page);
  });
});

describe('the configurations in the documentation', () => {
  const whole = of('json').filter(({ role }) => role === 'config');
  const inline = of('html').flatMap(({ page, code }) =>
    [...code.matchAll(/<script type="application\/json">(.*?)<\/script>/gs)].map(([, text = '']) => ({ page, code: text })),
  );

  it('can be used, without a warning', async () => {
    assert.ok(whole.length >= 2 && inline.length >= 1);
    for (const { page, code } of [...whole, ...inline]) {
      const reading = await readConfig(JSON.parse(code), async (value) => explain(value));
      assert.deepEqual('issues' in reading ? reading.issues : reading.warnings, [], page);
    }
  });

  it('can be used where they are parts of one', async () => {
    for (const { page, code } of of('json').filter(({ role }) => role === 'fragment')) {
      const reading = await readConfig({ ...MINIMUM, register: undefined, ...(JSON.parse(code) as object) }, async (value) =>
        explain(value),
      );
      assert.deepEqual('issues' in reading ? reading.issues : reading.warnings, [], page);
    }
  });

  it('have every key explained, and no other', () => {
    const [general, provider, audience] = [
      /^(?!identity\.providers\.|register\.audiences\.)/,
      /^identity\.providers\./,
      /^register\.audiences\./,
    ].map((kind) => KEYS.filter((key) => kind.test(key)));
    const explained = [...read('docs/configuration.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
    );
    const short = (keys: string[] = []): string[] => keys.map((key) => key.split('.').slice(2).join('.'));
    const wanted = [...(general ?? []), ...short(provider), ...short(audience)].filter(
      (key) => !/^(library|gateway|identity|register|recover|login)(\.(da|en))?$/.test(key) && !/^texts\./.test(key),
    );
    assert.deepEqual([...new Set(explained)].sort(), [...new Set(wanted)].sort());
  });
});

describe('the contract in the documentation', () => {
  const schemas: Record<string, { safeParse(value: unknown): { success: boolean } }> = {
    session: sessionSchema,
    'session-request': sessionRequestSchema,
    registration: registrationSchema,
    branches: branchesSchema,
    problem: problemSchema,
  };

  it('has bodies that its schemas take', () => {
    const bodies = of('json').filter(({ role }) => role in schemas);
    assert.equal(bodies.length, 5);
    for (const { role, code } of bodies) assert.equal(schemas[role]?.safeParse(JSON.parse(code)).success, true, role);
  });

  it('names every problem with its status', () => {
    const rows = [...read('docs/back-end.md').matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    assert.deepEqual(Object.fromEntries(rows), PROBLEM_STATUS);
  });

  it('names every call of the gateway', () => {
    const rows = [...read('docs/back-end.md').matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`?]+)/gm)].map(([, call = '']) => call);
    // What only a host's back end asks is on its own page.
    assert.deepEqual(
      rows.sort(),
      Object.keys(CALLS)
        .filter((call) => call !== 'POST handovers/redemptions')
        .sort(),
    );
  });

  it('names every call of the client', () => {
    const source = filesIn('src/gateway', '.ts').map(read).join('\n');
    const made = [...source.matchAll(/(['`])((?:GET|POST|PUT|DELETE) [a-z](?:(?!\1).)*)\1/g)].map(([, , call = '']) =>
      call
        .replace(/\$\{segment\(required\('pinResetToken'\)\)\}/, '{token}')
        .replace(/\$\{segment\((\w+)\)\}/, '{$1}')
        .replace(/\$\{(\w+)\.toString\(\)\}/, '{$1}'),
    );
    const named = [...read('docs/back-end.md').matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`]+)`/gm)].map(([, call = '']) => call);
    assert.deepEqual([...new Set(made)].sort(), named.sort());
  });
});

describe('the tables in the documentation', () => {
  it('have every screen', () => {
    assert.deepEqual(
      new Set(column('docs/flows.md', '`flow="register"`')),
      new Set([...HAND_OFF_STEPS, ...QUESTION_STEPS, ...CHILD_STEPS, ...REFUSED_STEPS, ...REGISTER_STEPS]),
    );
    assert.deepEqual(new Set(column('docs/flows.md', '`flow="recover"`')), new Set(RECOVER_STEPS));
  });

  it('have every notice', async () => {
    await loadMessages('en');
    const worded = Object.keys(messagesFor('en')).flatMap((key) => /^notice\.([a-z-]+)$/.exec(key)?.[1] ?? []);
    assert.deepEqual(column('docs/flows.md', 'Notices').sort(), worded.sort());
  });

  it('are what the manifest says: custom properties, parts, slots', () => {
    const folder = '.cache/manifest-of-docs';
    const analyzer = [
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--config',
      'scripts/custom-elements-manifest.config.mjs',
    ];
    const made = spawnSync(process.execPath, [...analyzer, '--quiet'], { cwd: ROOT, env: { ...process.env, MANIFEST_FOLDER: folder } });
    assert.equal(made.status, 0);
    const tables = tablesOf(JSON.parse(read(`${folder}/custom-elements.json`)));
    for (const page of PAGES) assert.equal(withTables(read(page), tables), read(page), `${page}: npm run docs:tables`);
    const listed = [...read('src/library-signup.styles.ts').matchAll(/^ \* (--signup-[\w-]+)/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(column('docs/looks.md', 'Custom properties')), new Set(listed));
  });

  it('have the defaults and the values of the schema', () => {
    const schema = configJsonSchema();
    const rows = [...read('docs/configuration.md').matchAll(/^\| `([\w.]+)` \|([^|]*)\|([^|]*)\|/gm)];
    let compared = 0;
    for (const [, path = '', values = '', fallback = ''] of rows) {
      const found = path.split('.').reduce<ConfigSchema | undefined>((at, key) => at?.properties?.[key], schema);
      for (const value of found?.enum ?? found?.items?.enum ?? []) assert.ok(values.includes(`\`${value}\``), `${path}: ${value}`);
      if (found?.default === undefined || typeof found.default === 'object') continue;
      compared += 1;
      assert.match(fallback, new RegExp(`\`${JSON.stringify(found.default).replaceAll('"', '')}\``), path);
    }
    assert.ok(compared > 5);
  });

  it('have every broker, persona and scenario', () => {
    assert.deepEqual(column('docs/identity.md', 'Brokers'), Object.keys(BROKERS));
    assert.deepEqual(
      column('docs/testing.md', 'Personas'),
      personas.map(({ id }) => id),
    );
    assert.deepEqual(column('docs/testing.md', 'Scenarios').sort(), Object.keys(scenarios).sort());
  });

  it('have every text that they change', async () => {
    await loadMessages('en');
    for (const { code } of of('json').filter(({ code }) => code.includes('"texts"'))) {
      const { texts } = JSON.parse(code) as { texts: Record<string, Record<string, string>> };
      for (const key of Object.values(texts).flatMap(Object.keys)) assert.ok(key in messagesFor('en'), key);
    }
  });
});

describe('the code in the documentation', () => {
  it('is JavaScript or TypeScript, and imports what the package has', async () => {
    const names = new Map<string, string>(
      [
        ['.', ['src/index.ts']] as const,
        ['./react', ['src/frameworks/react.ts']] as const,
        ['./mocks', ['mocks/browser.ts', 'mocks/node.ts']] as const,
        ['./server', ['src/server/index.ts']] as const,
        ['./server/node', ['src/server/node.ts']] as const,
      ].map(([entry, paths]) => [entry, paths.map(read).join('\n')]),
    );
    for (const { page, language, code } of of('js', 'jsx', 'ts', 'tsx')) {
      await transform(code, { loader: language as 'js' | 'jsx' | 'ts' | 'tsx', jsx: 'preserve', format: 'esm' });
      for (const [, imported = '', entry = ''] of code.matchAll(/import (?:\{([^}]*)\} from )?'library-signup(\/[^']+)?'/g)) {
        assert.ok(`.${entry}` in entries || entry.slice(1) in serverModules, `${page}: library-signup${entry}`);
        for (const name of imported
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean))
          assert.match(names.get(`.${entry}`) ?? '', new RegExp(`\\b${name.replace(/^type /, '')}\\b`), page);
      }
    }
  });

  it('runs where it can run in Node', async () => {
    const mocks = new URL('../../mocks/node.ts', import.meta.url).href;
    const [snippet] = of('js').filter(({ role }) => role === 'run');
    assert.ok(snippet);
    const printed: unknown[][] = [];
    const { log } = console;
    console.log = (...values: unknown[]) => void printed.push(values);
    try {
      await import(`data:text/javascript,${encodeURIComponent(snippet.code.replace("'library-signup/mocks'", JSON.stringify(mocks)))}`);
    } finally {
      console.log = log;
    }
    assert.deepEqual(printed, [['Astrid Prøvensen', false, true]]);
  });
});

describe('the settings of a gateway', () => {
  it('are complete, and say what is missing', () => {
    const settings = JSON.parse(of('json').find(({ role }) => role === 'gateway')?.code ?? '') as Record<string, unknown>;
    const environment = { SIGNUP_SECRET: 'x'.repeat(32), MITID_SECRET: 's', DATABASE_URL: 'postgres://x', SMTP_URL: 'smtp://x' };
    assert.equal(readGatewayConfiguration(settings, environment).basePath, '/signup-api/');
    assert.throws(
      () => readGatewayConfiguration({ ...settings, library: { id: 'DK-1' }, secret: 'short', prot: 1 }, { ...environment, SMTP_URL: '' }),
      ({ mistakes }: ConfigurationError) => {
        assert.deepEqual(
          ['mail.url', 'secret', 'library.name', 'library.pageUrl', 'prot'].filter(
            (path) => !mistakes.some((line) => line.startsWith(`${path}:`)),
          ),
          [],
          mistakes.join('\n'),
        );
        return true;
      },
    );
  });
});

describe('the gateway in one file', () => {
  let broker: Broker;
  let gateway: ChildProcess;
  let url = '';

  before(async () => {
    broker = await startBroker({ personas, clients: [{ id: CLIENT.id, secret: CLIENT.secret, redirectUris: [CLIENT.redirectUri] }] });
    const env = {
      ...process.env,
      ISSUER: broker.issuer,
      CLIENT_ID: CLIENT.id,
      CLIENT_SECRET: CLIENT.secret,
      PAGE_ORIGIN: 'http://localhost:9',
      REDIRECT_URI: CLIENT.redirectUri,
      ID_TOKEN_ALG: 'ES256',
      PORT: '0',
    };
    gateway = spawn(process.execPath, [join(ROOT, 'docs/examples/gateway.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    url = await new Promise<string>((resolve, reject) => {
      gateway.once('exit', () => reject(new Error('The gateway ended.')));
      gateway.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    });
  });
  after(async () => {
    gateway.kill();
    await broker.close();
  });

  const call = (method: string, path: string, token?: string, body?: unknown, key = 'key'): Promise<Response> =>
    fetch(new URL(path, url), {
      method,
      headers: {
        Origin: 'http://localhost:9',
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const parse = async <T extends z.ZodMiniType>(schema: T, response: Response): Promise<z.output<T>> => schema.parse(await response.json());

  it('registers who logs in at a broker, once, and answers in the words of the contract', async () => {
    const transaction = newTransaction();
    const { url: back } = await createVisitor().choose(authorizationUrl(broker.issuer, transaction), { persona: 'adult-resident' });
    const { searchParams } = back;
    const proof = {
      method: 'code',
      provider: 'mitid',
      code: searchParams.get('code'),
      codeVerifier: transaction.codeVerifier,
      nonce: transaction.nonce,
      redirectUri: CLIENT.redirectUri,
      iss: searchParams.get('iss'),
    };
    const opened = await call('POST', 'sessions', undefined, proof, 'login');
    assert.equal(opened.status, 201);
    assert.equal(opened.headers.get('Access-Control-Allow-Origin'), 'http://localhost:9');
    const { token, person } = await parse(sessionSchema, opened);
    assert.equal(person.name, 'Astrid Prøvensen');

    const [branch] = (await parse(branchesSchema, await call('GET', 'branches'))).branches;
    const contact = { email: 'astrid@post.example', sms: false, branch: branch?.id, pin: '2580', language: 'da' };
    const refused = await call('POST', 'patrons', token, { ...contact, pin: '25' }, 'first');
    assert.deepEqual([refused.status, (await parse(problemSchema, refused)).errors], [422, [{ field: 'pin', code: 'length' }]]);
    const registered = [await call('POST', 'patrons', token, contact, 'second'), await call('POST', 'patrons', token, contact, 'second')];
    for (const response of registered) assert.deepEqual((await parse(registrationSchema, response)).resident, true);
    assert.equal((await parse(problemSchema, await call('POST', 'patrons', token, contact, 'third'))).code, 'already-patron');
    assert.equal((await parse(sessionSchema, await call('GET', 'sessions/current', token))).patron.status, 'active');

    assert.equal((await call('DELETE', 'sessions/current', token, undefined, 'end')).status, 204);
    assert.equal((await parse(problemSchema, await call('GET', 'sessions/current', token))).code, 'session-expired');
    const replayed = await call('POST', 'sessions', undefined, proof, 'another');
    assert.deepEqual([replayed.status, (await parse(problemSchema, replayed)).code], [400, 'proof-invalid']);
  });
});

describe('the statements of the pages that this replaces', () => {
  const rows = [...read('docs/seeds.md').matchAll(/^\| (?!statement|-)(.*?) \| (.*?) \| (.*?) ?\|$/gm)].map(
    ([, statement = '', screen = '', tests = '']) => ({ statement, screen, tests }),
  );
  const titles = new Map<string, string[]>();
  const titlesIn = (path: string): string[] => {
    const known =
      titles.get(path) ??
      [...read(path).matchAll(/\b(?:it|test|describe)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , title = '']) =>
        title.replace(/\\(.)/g, '$1'),
      );
    titles.set(path, known);
    return known;
  };
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  /** Whether a file has a test of this name; where the name is made from a table, what was filled in has to stand in the file. */
  const has = (path: string, name: string): boolean =>
    titlesIn(path).some((title) => {
      if (title === name) return true;
      const filled = new RegExp(
        `^${title
          .split(/\$\{[^}]*\}/)
          .map(escape)
          .join('(.+)')}$`,
      )
        .exec(name)
        ?.slice(1);
      return title.includes('${') && filled !== undefined && filled.every((part) => read(path).includes(part));
    });

  it('have each a screen and a test that exist, or belong to the flow that is to come', () => {
    assert.ok(rows.length > 100);
    const faults = rows.flatMap(({ statement, screen, tests }) => {
      if (screen === 'later: flow login') return [];
      const named = [...tests.matchAll(/`(test\/[^`]+)`: "(.*?)"(?=; `|$)/g)];
      if (named.length === 0) return [`${statement}: no test`];
      return named.flatMap(([, path = '', name = '']) =>
        existsSync(join(ROOT, path)) && has(path, name) ? [] : [`${statement}: ${path}: ${name}`],
      );
    });
    assert.deepEqual(faults, []);
  });
});
