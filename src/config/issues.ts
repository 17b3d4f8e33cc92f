import * as z from 'zod/mini';
import type { ConfigReading, SalvagedContact } from './read.js';
import { configSchema, NAME, type ConfigRule } from '../contracts/config.js';
import { localizedUrl } from '../contracts/localized.js';

type Issue = z.core.$ZodIssue;

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

/** What is wrong with a value that breaks a rule across the configuration. */
const RULES: Record<ConfigRule | 'url' | 'whole', (value: unknown) => string> = {
  whole: () => 'expected a whole number',
  url: () => 'expected an https URL, or one relative to the page',
  unknown: (value) => `"${String(value)}" is not in identity.providers`,
  twice: (value) => `"${String(value)}" is used twice`,
  hospital: () => 'is required for kind "hospital"',
  name: () => `expected a name like ${String(NAME)}`,
  other: (value) => `"${String(value)}" is not another provider in identity.providers`,
  closed: () => 'is required: NemID has closed',
  endpoint: () => 'is required beside authorizationEndpoint',
  handover: () => 'is required: the path on this site that takes the login',
  order: () => 'is more than maxLength',
};

/** Types that zod calls by another name than an integrator would. Every number here is a whole one. */
const TYPE_NAMES: Readonly<Record<string, string>> = { number: 'a whole number' };

/** What is too much or too little: entries of a list, characters of a text, or a number. */
function describeSize(origin: string, bound: 'least' | 'most', limit: number | bigint): string {
  if (origin === 'array') return bound === 'least' ? 'is empty' : `has more than ${limit} entries`;
  if (origin === 'string') return bound === 'least' ? 'is empty' : `has more than ${limit} characters`;
  return `expected a whole number of at ${bound} ${limit}`;
}

/** In words of our own: zod's messages follow a setting that is global to the page. */
function describe(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.join(' or ')}`;
    case 'invalid_format':
      return `expected a text like ${issue.pattern ?? issue.format}`;
    case 'invalid_union':
      return 'expected a text, or one for each language (da, en)';
    case 'too_small':
      return describeSize(issue.origin, 'least', issue.minimum);
    case 'too_big':
      return describeSize(issue.origin, 'most', issue.maximum);
    case 'custom':
      return RULES[issue.message as keyof typeof RULES](value);
    default:
      return issue.code;
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

/** What can be read of the contact, whatever else is wrong. */
function salvage(value: unknown): SalvagedContact {
  const read = <T>(key: string, schema: { safeParse(value: unknown): { data?: T } }): T | undefined =>
    schema.safeParse(valueAt(value, ['library', 'contact', key])).data;
  return { phone: read('phone', z.string()), email: read('email', z.string()), url: read('url', localizedUrl) };
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
    const isMissing = issue.code !== 'custom' && at === undefined;
    return `${pathText(issue.path)}: ${isMissing ? 'is required, ' : ''}${describe(issue, at)}`;
  });
  return { issues: [...issues, ...warnings], contact: salvage(known) };
}
