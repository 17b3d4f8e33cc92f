import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { contractExamples } from '../support/contract-examples.js';
import { mutated, ODD_VALUES, seeded, TRAPS } from '../support/hostile-values.js';

interface Issue {
  code: string;
  path: PropertyKey[];
  message?: string;
  errors?: Issue[][];
  issues?: Issue[];
  [detail: string]: unknown;
}
interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: Issue[] } };
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READER = 'src/contracts/reader/zod-subset.ts';
const contracts = readdirSync(new URL('../../src/contracts', import.meta.url)).filter((name) => name.endsWith('.ts'));

/** Where the parts of the reader meet otherwise than in the contracts. */
const FURTHER = `
  import * as z from 'zod/mini';
  const shape = { a: z.string(), b: z.optional(z.number()) };
  const two = z.refine(({ length }) => length === 2);
  export const further = {
    positive: z.number().check(z.positive()), name: z.string().check(two, z.regex(/^x/)), lists: z.array(z.array(z.number()).check(two)).check(two, z.refine(() => false)),
    pair: z.tuple([z.string(), z.number()]), any: z.catchall(z.object(shape), z.array(z.string())),
    either: z.union([z.string().check(two), z.object(shape), z.strictObject({ da: z.string() }), z.array(z.enum(['x', 'y']))]),
    by: z.discriminatedUnion('da', [z.object({ da: z.literal('x') }), z.strictObject({ da: z.enum(['y', 'z']), ...shape })]),
    defaults: z.object({ a: z._default(z.string(), 'a'), b: z._default(z.object(shape), { a: 'x' }), c: z.optional(z._default(z.number(), 1)), d: z._default(z.array(z.string()), ['x']) }),
    checked: z.strictObject(shape).check((context) => { context.issues.push({ code: 'custom', input: context.value, path: ['a'], message: 'no' }); }),
    refined: z.object(shape).check(z.refine(() => false, { error: 'first', params: { x: 1 } }), z.refine(() => false)),
    nested: z.array(z.strictObject(shape).check(z.refine(({ a }) => a !== 'x', { error: 'nested' }))).check(z.refine((all) => all.length === 1)),
  };`;

async function load(alias: Record<string, string>) {
  const names = contracts.map((name) => name.replace('.ts', ''));
  const entry = [
    ...names.map((name) => `export * as ${name} from './src/contracts/${name}.js';`),
    "export { explain } from './src/config-issues.js';",
    "export { parse } from 'zod/mini';",
    FURTHER,
  ].join('\n');
  const { outputFiles, warnings } = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    alias,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const { explain, parse, ...modules } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    explain: (value: unknown) => unknown;
    parse: (schema: Schema | undefined, value: unknown) => unknown;
  } & Record<string, Record<string, unknown>>;
  const schemas = new Map<string, Schema>();
  for (const [module, exported] of Object.entries(modules)) {
    for (const [name, one] of Object.entries(exported)) {
      if (typeof one === 'object' && one !== null && 'safeParse' in one) schemas.set(`${module}.${name}`, one as Schema);
    }
  }
  return { schemas, explain, parse, warnings, code };
}

const zod = await load({});
const reader = await load({ 'zod/mini': `./${READER}` });
const examples = await contractExamples();

/** What the project reads of an issue. zod's other wording follows a setting that is global to the page, so nobody reads it. */
const told = (issues: readonly Issue[] = []): unknown[] =>
  issues.map(({ code, path, message, errors, issues: within, ...detail }) => {
    const { keys, expected, values, pattern, params, minimum, maximum, format } = detail;
    return {
      code,
      path,
      keys,
      expected,
      values,
      pattern,
      params,
      minimum,
      maximum,
      format,
      message: code === 'custom' && message !== 'Invalid input' ? (message ?? '') : '',
      errors: errors?.map(told),
      within: within && told(within),
    };
  });

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return { threw: error instanceof RangeError ? error.message : error instanceof TypeError ? 'TypeError' : String(error) };
  }
}
const reading = (schema: Schema | undefined, value: unknown): unknown =>
  outcome(() => {
    const result = schema?.safeParse(value);
    return { success: result?.success, data: result?.data, issues: told(result?.error?.issues) };
  });

function same(name: string, value: unknown): void {
  assert.deepStrictEqual(reading(reader.schemas.get(name), value), reading(zod.schemas.get(name), value), name);
}

describe('The reader that is shipped in the place of zod', () => {
  it('has everything that the contracts ask of zod, and nothing of zod itself', () => {
    assert.deepEqual(
      reader.warnings.map(({ text }) => text),
      [],
    );
    assert.doesNotMatch(reader.code, /node_modules\/zod/);
    assert.deepEqual([...reader.schemas.keys()], [...zod.schemas.keys()]);
    assert.ok(zod.schemas.size > 40);
  });

  it('takes what every schema was made for', () => {
    const idle = [...reader.schemas].filter(
      ([name, schema]) => !name.startsWith('further') && !examples.some((one) => schema.safeParse(one).success),
    );
    assert.deepEqual(
      idle.map(([name]) => name),
      [],
      'no example in test/support/contract-examples.ts',
    );
  });

  it('agrees with zod about every example and every odd value', () => {
    for (const name of zod.schemas.keys()) {
      for (const value of [...examples, ...ODD_VALUES]) same(name, value);
      // Small schemas, where a value can be anywhere.
      if (!/^(?:further|localized)/.test(name)) continue;
      for (const value of ODD_VALUES) for (const key of ['a', 'b', 'da', 'id']) same(name, { a: 'x', da: 'x', [key]: value });
      for (const value of ODD_VALUES)
        for (const list of [[value], ['x', value], [[value]], [{ a: value }, { a: 'x', c: 1 }]]) same(name, list);
    }
  });

  it('agrees with zod about examples that were tampered with', () => {
    const pick = seeded(20_261);
    for (const [name, schema] of zod.schemas) {
      const good = [
        ...examples,
        'xy',
        ['x'],
        [[1]],
        ['x', 1],
        { a: 'x', b: 1 },
        { da: 'x' },
        [{ a: 'x' }],
        { da: 'x', en: 'y' },
        { da: 'y', a: 'x' },
      ].filter((one) => schema.safeParse(one).success);
      const times = name === 'config.configSchema' ? 3000 : 150;
      for (let time = 0; good.length > 0 && time < times; time += 1) same(name, mutated(good[pick(good.length)], pick));
    }
  });

  it('explains a configuration in the same words', () => {
    const pick = seeded(20_262);
    const good = examples.filter((one) => zod.schemas.get('config.configSchema')?.safeParse(one).success);
    for (let time = 0; time < 800; time += 1) {
      const value = mutated(good[pick(good.length)], pick);
      assert.deepStrictEqual(
        outcome(() => reader.explain(value)),
        outcome(() => zod.explain(value)),
      );
    }
  });

  it('agrees with zod about objects that are traps, and throws what they throw', () => {
    for (const trap of TRAPS) {
      for (const [name, schema] of zod.schemas) {
        const good = examples.filter((one) => typeof one === 'object' && schema.safeParse(one).success).slice(0, 4);
        for (const one of [...good, { a: 'x', da: 'x' }]) {
          const value = trap(one);
          same(name, value);
          same(name, [value]);
        }
      }
    }
  });

  it('lets no key reach a prototype', () => {
    const poisoned = (inner: object): unknown => JSON.parse(`{"__proto__":{"polluted":"yes"},${JSON.stringify(inner).slice(1)}`);
    for (const [name, schema] of reader.schemas) {
      for (const one of examples.filter((example) => schema.safeParse(example).success)) {
        if (typeof one !== 'object' || one === null || Object.keys(one).length === 0) continue;
        const { data } = schema.safeParse(poisoned(one));
        assert.equal((data as { polluted?: unknown } | undefined)?.polluted, undefined, name);
      }
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('hands on no default that two could change', () => {
    const { schemas } = reader;
    const read = (): { d: string[] } => schemas.get('further.defaults')?.safeParse({}).data as { d: string[] };
    read().d.push('y');
    assert.deepEqual(read().d, ['x']);
  });

  it('throws the issues when it is told to parse', () => {
    const issuesOf = ({ schemas, parse }: typeof reader): unknown => {
      try {
        return parse(schemas.get('requests.pinChangeSchema'), { pin: 1 });
      } catch (error) {
        assert.ok(error instanceof Error);
        return told((error as unknown as { issues: Issue[] }).issues);
      }
    };
    assert.deepStrictEqual(issuesOf(reader), issuesOf(zod));
  });
});
