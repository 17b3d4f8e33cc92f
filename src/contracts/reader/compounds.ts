import { finished, isObject, readPart, schema, type Issue, type Schema } from './schema.js';

/** As zod's records have it: an instance of a class is none. */
function isPlain(value: unknown): value is Record<PropertyKey, unknown> {
  if (!isObject(value)) return false;
  const { constructor } = value;
  return typeof constructor !== 'function' || (isObject(constructor.prototype) && Object.hasOwn(constructor.prototype, 'isPrototypeOf'));
}

/* @__NO_SIDE_EFFECTS__ */
export const tuple = (items: readonly Schema[]): Schema =>
  schema((value, issues) => {
    if (!Array.isArray(value)) issues.push({ code: 'invalid_type', expected: 'tuple' });
    else if (value.length < items.length) issues.push({ code: 'too_small', minimum: items.length });
    else {
      if (value.length > items.length) issues.push({ code: 'too_big', maximum: items.length });
      return items.map((item, index) => readPart(item, index, value[index], issues));
    }
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
const entries = (name: Schema, item: Schema, isPartial: boolean): Schema =>
  schema((value, issues) => {
    if (!isPlain(value)) {
      issues.push({ code: 'invalid_type', expected: 'record' });
      return value;
    }
    const data: Record<PropertyKey, unknown> = {};
    const keys: PropertyKey[] = [];
    const take = (key: PropertyKey): void => {
      data[key] = readPart(item, key, value[key], issues);
    };
    const { values } = name.facts;
    if (values && !isPartial) {
      for (const key of values) take(String(key));
      for (const key in value) if (!values.includes(key)) keys.push(key);
    } else
      for (const key of Reflect.ownKeys(value)) {
        if (key === '__proto__' || !Object.prototype.propertyIsEnumerable.call(value, key)) continue;
        const own: Issue[] = [];
        name.run(key, own);
        if (own.length === 0) take(key);
        else if (values) keys.push(key);
        else issues.push({ code: 'invalid_key', issues: finished(own), path: [key] });
      }
    if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, continue: true });
    return data;
  });
/* @__NO_SIDE_EFFECTS__ */
export const record = (name: Schema, item: Schema): Schema => entries(name, item, false);
/* @__NO_SIDE_EFFECTS__ */
export const partialRecord = (name: Schema, item: Schema): Schema => entries(name, item, true);

/** The first that fits; else the only one that is merely not allowed, for that is what was meant. */
/* @__NO_SIDE_EFFECTS__ */
export const union = (options: readonly Schema[]): Schema =>
  schema((value, issues) => {
    const tried: { data: unknown; own: Issue[] }[] = [];
    for (const option of options) {
      const own: Issue[] = [];
      const data = option.run(value, own);
      if (own.length === 0) return data;
      tried.push({ data, own });
    }
    const [close, ...others] = tried.filter(({ own }) => own.every((issue) => issue.continue));
    if (close && others.length === 0) {
      issues.push(...close.own);
      return close.data;
    }
    issues.push({ code: 'invalid_union', errors: tried.map(({ own }) => finished(own)) });
    return value;
  });
/* @__NO_SIDE_EFFECTS__ */
export const discriminatedUnion = (key: string, options: readonly Schema[]): Schema =>
  schema((value, issues) => {
    if (!isObject(value)) {
      issues.push({ code: 'invalid_type', expected: 'object' });
      return value;
    }
    const is = value[key];
    const found = options.find(({ facts }) => facts.shape?.[key]?.facts.values?.includes(is));
    if (found) return found.run(value, issues);
    issues.push({ code: 'invalid_union', errors: [], discriminator: key, path: [key] });
    return value;
  });
