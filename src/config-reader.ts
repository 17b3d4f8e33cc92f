import type * as z from 'zod/mini';
import { configSchema, type SignupConfig } from './contracts/config.js';
import { localizedText, localizedUrl, type LocalizedText } from './contracts/text.js';

/** A contact that a patron can be shown although the rest of the configuration can't be used. */
export interface SalvagedContact {
  phone?: string;
  email?: string;
  url?: LocalizedText;
}

export type ConfigReading =
  /** `warnings`: unknown keys, by path. */
  | { config: SignupConfig; warnings: string[] }
  /** `issues`: what is wrong, by path, for the developer. */
  | { issues: string[]; contact?: SalvagedContact; libraryName?: LocalizedText };

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  int: 'a whole number', object: 'an object', record: 'an object', array: 'a list', string: 'a text', number: 'a number', boolean: 'true or false',
};
const UNITS: Readonly<Record<string, string>> = { array: ' entries', string: ' characters' };

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

/** In words of our own: zod's messages follow a setting that is global to the page. */
function describe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `expected ${issue.minimum} or more${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `expected ${issue.maximum} or less${UNITS[issue.origin] ?? ''}`;
    case 'invalid_format':
      return `expected a text like ${issue.pattern ?? issue.format}`;
    case 'invalid_key':
      return 'is no possible name: letters, digits, dots, hyphens and underscores only';
    case 'invalid_union':
      return 'expected a text, or one for each language (da, en)';
    case 'custom':
      return issue.message === 'url' ? 'expected an https URL, or one relative to the page' : issue.message;
    default:
      return 'is not understood';
  }
}

/** The same value without some keys; copied along the path only. */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [first, ...rest] = path;
  const entries = Object.entries(value as Record<string, unknown>);
  const kept: [string, unknown][] = first === undefined
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

function read(value: unknown): ConfigReading {
  const first = configSchema.safeParse(value);
  if (first.success) return { config: first.data, warnings: [] };
  const warnings: string[] = [];
  let known = value;
  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    warnings.push(...issue.keys.map((key) => `${pathText([...issue.path, key])}: unknown key`));
    known = without(known, issue.path, issue.keys);
  }
  const second = configSchema.safeParse(known);
  if (second.success) return { config: second.data, warnings };
  const issues = second.error.issues.map((issue) =>
    `${pathText(issue.path)}: ${valueAt(known, issue.path) === undefined && issue.code !== 'custom' ? 'is required, ' : ''}${describe(issue)}`);
  return { issues: [...issues, ...warnings], ...salvage(known) };
}

/** A configuration from a stranger's page: never throws, whatever it is given. */
export function readConfig(value: unknown): ConfigReading {
  try {
    return read(value);
  } catch {
    // A getter or a proxy of the page threw.
    return { issues: ['configuration: could not be read'] };
  }
}
