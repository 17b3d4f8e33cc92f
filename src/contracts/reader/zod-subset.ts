/**
 * What `zod/mini` becomes in a build: the part of it that the contracts and the mocks use, under the same names, with the same answers.
 * Source, types, tests and servers run on zod itself; test/node/contract-reader.test.ts holds the two together.
 * A name that is not here ends the build. Of a schema's methods there are `safeParse` and `check`. Why: docs/decisions/zod-at-build-time.md.
 */
import { isObject, readPart, schema, type Check, type Facts, type Fields, type Issue, type Schema } from './schema.js';

/* @__NO_SIDE_EFFECTS__ */
const test =
  (holds: (value: unknown) => boolean, issue: Issue): Check =>
  ({ value, issues }) => {
    if (!holds(value)) issues.push({ continue: true, ...issue });
  };
/* @__NO_SIDE_EFFECTS__ */
const one = (holds: (value: unknown) => boolean, issue: Issue, facts?: Facts): Schema =>
  schema((value, issues) => {
    if (!holds(value)) issues.push({ ...issue });
    return value;
  }, facts);
/* @__NO_SIDE_EFFECTS__ */
const typed = (expected: string, holds = (value: unknown): boolean => typeof value === expected): Schema =>
  one(holds, { code: 'invalid_type', expected });
/* @__NO_SIDE_EFFECTS__ */
const oneOf = (values: readonly unknown[]): Schema => one((value) => values.includes(value), { code: 'invalid_value', values }, { values });

/* @__NO_SIDE_EFFECTS__ */
export const string = (): Schema => typed('string');
/* @__NO_SIDE_EFFECTS__ */
export const boolean = (): Schema => typed('boolean');
/* @__NO_SIDE_EFFECTS__ */
export const number = (): Schema => typed('number', Number.isFinite);
/* @__NO_SIDE_EFFECTS__ */
export const literal = (value: unknown): Schema => oneOf([value]);
export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export const positive = (): Check => test((value) => Number(value) > 0, { code: 'too_small', minimum: 0 });
/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp): Check =>
  test((value) => String(value).search(pattern) >= 0, { code: 'invalid_format', format: 'regex', pattern: String(pattern) });
/** `_zod.onattach` is where a contract tells JSON Schema of a limit; here nobody listens. */
/* @__NO_SIDE_EFFECTS__ */
export const refine = (holds: (value: unknown) => boolean, { error, params }: { error?: string; params?: unknown } = {}): Check =>
  Object.assign(test(holds, { code: 'custom', params, message: error }), { _zod: { onattach: [] } });

/** A value that is missing stays missing. */
/* @__NO_SIDE_EFFECTS__ */
export const optional = ({ run, facts }: Schema): Schema =>
  schema((value, issues) => (value === undefined && facts.absent !== 'filled' ? value : run(value, issues)), { absent: 'left', ...facts });
/** The default is copied, for whoever gets it may change it. */
/* @__NO_SIDE_EFFECTS__ */
export const _default = ({ run, facts }: Schema, value: unknown): Schema =>
  schema((given, issues) => (given === undefined ? structuredClone(value) : run(given, issues)), { ...facts, absent: 'filled' });

/** `rest` reads the keys that have no schema; without it they are dropped, `strict` refuses them. */
/* @__NO_SIDE_EFFECTS__ */
const fields = (shape: Readonly<Record<string, Schema>>, rest?: Schema | 'strict'): Schema =>
  schema(
    (value, issues) => {
      if (!isObject(value)) {
        issues.push({ code: 'invalid_type', expected: 'object' });
        return value;
      }
      const data: Fields = {};
      for (const [key, part] of Object.entries(shape)) {
        const read = readPart(part, key, value[key], issues);
        if (key in value || part.facts.absent === 'filled') data[key] = read;
      }
      const keys: string[] = [];
      // Inherited keys too, as zod does. A key named __proto__ would replace the prototype of what is handed on.
      if (rest)
        for (const key in value) {
          if (Object.hasOwn(shape, key)) continue;
          if (rest === 'strict') keys.push(key);
          else if (key !== '__proto__') data[key] = readPart(rest, key, value[key], issues);
        }
      if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, continue: true });
      return data;
    },
    { shape },
  );
/* @__NO_SIDE_EFFECTS__ */
export const object = (shape: Readonly<Record<string, Schema>>): Schema => fields(shape);
/* @__NO_SIDE_EFFECTS__ */
export const strictObject = (shape: Readonly<Record<string, Schema>>): Schema => fields(shape, 'strict');
/* @__NO_SIDE_EFFECTS__ */
export const catchall = ({ facts }: Schema, rest: Schema): Schema => fields(facts.shape ?? {}, rest);

/* @__NO_SIDE_EFFECTS__ */
export const array = (item: Schema): Schema =>
  schema((value, issues) => {
    if (!Array.isArray(value)) {
      issues.push({ code: 'invalid_type', expected: 'array' });
      return value;
    }
    const data: unknown[] = [];
    for (let index = 0; index < value.length; index++) data.push(readPart(item, index, value[index], issues));
    return data;
  });

/** For mocks, whose own answers have to be right. */
export function parse(one: Schema, value: unknown): unknown {
  const result = one.safeParse(value);
  if (result.success) return result.data;
  throw Object.assign(new Error(JSON.stringify(result.error.issues)), result.error);
}

export { discriminatedUnion, tuple, union } from './compounds.js';
