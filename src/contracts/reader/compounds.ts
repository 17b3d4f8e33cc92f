import { finished, isObject, readPart, schema, type Issue, type Schema } from './schema.js';

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
