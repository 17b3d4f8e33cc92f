/**
 * What `zod/mini` becomes in a build: the part of it that the contracts use, under the same names, with the same answers.
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
export const int = (): Schema =>
  number().check(
    test(Number.isInteger, { code: 'invalid_type', expected: 'int', format: 'safeint', continue: false }),
    maximum(Number.MAX_SAFE_INTEGER),
    minimum(Number.MIN_SAFE_INTEGER),
  );
/* @__NO_SIDE_EFFECTS__ */
export const literal = (value: unknown): Schema => oneOf(Array.isArray(value) ? value : [value]);
export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export const minimum = (least: number): Check => test((value) => Number(value) >= least, { code: 'too_small', minimum: least });
/* @__NO_SIDE_EFFECTS__ */
export const maximum = (most: number): Check => test((value) => Number(value) <= most, { code: 'too_big', maximum: most });
/* @__NO_SIDE_EFFECTS__ */
export const positive = (): Check => test((value) => Number(value) > 0, { code: 'too_small', minimum: 0 });
/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp): Check =>
  test((value) => String(value).search(pattern) >= 0, { code: 'invalid_format', format: 'regex', pattern: String(pattern) });
/** In characters, not UTF-16 units; zod measures whatever has a length, also where the type is wrong. */
/* @__NO_SIDE_EFFECTS__ */
export const minLength = (least: number): Check =>
  Object.assign(
    test(
      (value) => {
        const length = typeof value === 'string' ? [...value].length : (value as { length?: unknown } | null | undefined)?.length;
        return length === undefined || Number(length) >= least;
      },
      { code: 'too_small', minimum: least },
    ),
    { always: true as const },
  );
/** `_zod.onattach` is where a contract tells JSON Schema of a limit; here nobody listens. */
/* @__NO_SIDE_EFFECTS__ */
export const refine = (
  holds: (value: unknown) => boolean,
  { error, abort, ...detail }: { error?: string; abort?: boolean; params?: unknown; path?: PropertyKey[] } = {},
): Check =>
  Object.assign(test(holds, { ...detail, code: 'custom', continue: !abort, ...(error && { message: error }) }), { _zod: { onattach: [] } });

/** A value that is missing stays missing. */
/* @__NO_SIDE_EFFECTS__ */
export const optional = ({ run, facts }: Schema): Schema =>
  schema((value, issues) => (value === undefined && facts.absent !== 'filled' ? value : run(value, issues)), { absent: 'left', ...facts });
/** The default is copied, for whoever gets it may change it. */
/* @__NO_SIDE_EFFECTS__ */
export const _default = ({ run, facts }: Schema, value: unknown): Schema =>
  schema(
    (given, issues) => {
      if (given !== undefined) return run(given, issues);
      return Array.isArray(value) ? [...(value as unknown[])] : isObject(value) ? { ...value } : value;
    },
    { ...facts, absent: 'filled' },
  );

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
        const before = issues.length;
        const { absent } = part.facts;
        const read = readPart(part, key, value[key], issues);
        if (key in value || absent === 'filled') data[key] = read;
        else if (!absent && issues.length === before) issues.push({ code: 'invalid_type', expected: 'nonoptional', path: [key] });
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

export { discriminatedUnion, partialRecord, record, tuple, union } from './compounds.js';
