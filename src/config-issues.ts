import type * as z from 'zod/mini';
import type { ConfigReading, SalvagedContact } from './config-reader.js';
import { configSchema } from './contracts/config.js';
import type { Limits } from './contracts/limits.js';
import { localizedText, localizedUrl } from './contracts/localized.js';
import type { LocalizedText } from './contracts/text.js';

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** `register.audiences[0].kind` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    return /^[\w$-]+$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`;
  });
  return text.join('').replace(/^\./, '') || 'configuration';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

function describeLimits(value: unknown, { minimum, maximum = Infinity }: Limits): string {
  if (Array.isArray(value)) return `expected ${minimum} or more entries`;
  if (typeof value === 'string') return `expected ${minimum} or more characters`;
  if (!Number.isSafeInteger(value)) return 'expected a whole number';
  return Number(value) > maximum ? `expected ${maximum} or less` : `expected ${minimum} or more`;
}

/** In words of our own: zod's messages follow a setting that is global to the page. */
function describe(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `expected a text like ${issue.pattern ?? issue.format}`;
    case 'invalid_union':
      return 'expected a text, or one for each language (da, en)';
    case 'custom':
      if (issue.params) return describeLimits(value, issue.params as unknown as Limits);
      return issue.message === 'url' ? 'expected an https URL, or one relative to the page' : issue.message;
    default:
      return 'is not understood';
  }
}

/** The same value without some keys; copied along the path only. */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [first, ...rest] = path;
  const entries = Object.entries(value as Record<string, unknown>);
  const kept: [string, unknown][] =
    first === undefined
      ? entries.filter(([key]) => !keys.includes(key))
      : entries.map(([key, one]) => [key, key === String(first) ? without(one, rest, keys) : one]);
  return Array.isArray(value) ? kept.map(([, one]) => one) : Object.fromEntries(kept);
}

function salvage(value: unknown): { contact?: SalvagedContact; libraryName?: LocalizedText } {
  const name = localizedText.safeParse(valueAt(value, ['library', 'name']));
  const given = (key: string): unknown => valueAt(value, ['library', 'contact', key]);
  const phone = given('phone');
  const email = given('email');
  const url = localizedUrl.safeParse(given('url'));
  const contact: SalvagedContact = {
    ...(typeof phone === 'string' && /^\+?[\d ()-]{3,24}$/.test(phone) && { phone }),
    ...(typeof email === 'string' && /^[\w.+-]+@[\w.-]+$/.test(email) && { email }),
    ...(url.success && { url: url.data }),
  };
  return { ...(Object.keys(contact).length > 0 && { contact }), ...(name.success && { libraryName: name.data }) };
}

/** Every issue of a union's alternatives is one of the whole. */
const opened = (issue: Issue): Issue[] =>
  issue.code === 'invalid_union' ? issue.errors.flat().map((one) => ({ ...one, path: [...issue.path, ...one.path] })) : [issue];

/** What is wrong with a configuration that the schema refused; or, without the keys that nobody knows, the configuration. */
export function explain(value: unknown): ConfigReading {
  const warnings: string[] = [];
  let known = value;
  for (const issue of configSchema.safeParse(value).error?.issues.flatMap(opened) ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    warnings.push(...issue.keys.map((key) => `${pathText([...issue.path, key])}: unknown key`));
    known = without(known, issue.path, issue.keys);
  }
  const { success, data, error } = configSchema.safeParse(known);
  if (success) return { config: data, warnings };
  const issues = error.issues.map((issue) => {
    const at = valueAt(known, issue.path);
    return `${pathText(issue.path)}: ${at === undefined && issue.code !== 'custom' ? 'is required, ' : ''}${describe(issue, at)}`;
  });
  return { issues: [...issues, ...warnings], ...salvage(known) };
}
