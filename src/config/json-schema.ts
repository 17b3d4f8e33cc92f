import * as z from 'zod/mini';
import { configSchema, NAME } from '../contracts/config.js';
import { isWhole } from '../contracts/limits.js';
import { safeUrl } from '../contracts/localized.js';

/** The part of JSON Schema that a configuration needs. */
export interface JsonSchema {
  type?: string;
  description?: string;
  format?: string;
  const?: unknown;
  default?: unknown;
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
}

/** Under headings that say so, the tables of docs/configuration.md name keys by themselves. */
const NESTED = [
  { said: 'Of each provider', path: 'identity.providers.*' },
  { said: 'Of each audience', path: 'register.audiences.*' },
] as const;

/**
 * What docs/configuration.md says of each key, as plain text, by path: `library.name`, `identity.providers.*.adapter`, `register.audiences.*.mailbox.domains`.
 */
export function readMeanings(markdown: string): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  let prefix = '';
  for (const line of markdown.split('\n')) {
    const nested = NESTED.find(({ said }) => line.startsWith(said));
    if (nested) prefix = `${nested.path}.`;
    else if (line.startsWith('#')) prefix = '';
    const [, keys = '', , , meaning = ''] = /^\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line) ?? [];
    const text = meaning
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll('`', '')
      .trim();
    if (text !== '') for (const [, key = ''] of keys.matchAll(/`([^`]+)`/g)) meanings.set(prefix + key, text);
  }
  return meanings;
}

function describe(schema: JsonSchema, meanings: ReadonlyMap<string, string>, path: string): void {
  const meaning = meanings.get(path);
  if (meaning !== undefined) schema.description = meaning;
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) describe(property, meanings, below(key));
  if (typeof schema.additionalProperties === 'object') describe(schema.additionalProperties, meanings, below('*'));
  if (schema.items) describe(schema.items, meanings, below('*'));
}

/** What an integrator writes, so what has a default is optional. */
export function configJsonSchema(meanings: ReadonlyMap<string, string> = new Map()): JsonSchema {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === safeUrl) jsonSchema.format = 'uri-reference';
      if (zodSchema._zod.def.checks?.some(({ _zod }) => _zod.def.check === 'custom' && (_zod.def as { fn?: unknown }).fn === isWhole)) {
        jsonSchema.type = 'integer';
      }
    },
  }) as JsonSchema;
  // A rule across the whole configuration, which a schema of zod can't say.
  const providers = schema.properties?.identity?.properties?.providers;
  if (providers) providers.propertyNames = { pattern: NAME.source };
  describe(schema, meanings, '');
  return schema;
}
