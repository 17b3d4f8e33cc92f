import { configSchema, type SignupConfig } from '../contracts/config.js';
import type { LocalizedText } from '../contracts/text.js';

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
  | { issues: string[]; contact?: SalvagedContact };

/** Says what is wrong with a value that is no configuration. It comes later than the rest, as only developers need it. */
export type Explain = (value: unknown) => Promise<ConfigReading>;

/**
 * The same value with nothing but its own keys: pages extend `Object.prototype`, and zod takes what is inherited for a key of the configuration. What is
 * no plain value is left as it is, for the schema to refuse.
 */
function ownKeysOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownKeysOnly);
  if (typeof value !== 'object' || value === null) return value;
  const own: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) own[key] = ownKeysOnly((value as Record<string, unknown>)[key]);
  return own;
}

/** A configuration from a stranger's page: never rejects, whatever it is given. Only what is wrong with it needs more code than this. */
export async function readConfig(value: unknown, explain: Explain): Promise<ConfigReading> {
  try {
    const own = ownKeysOnly(value);
    const { success, data } = configSchema.safeParse(own);
    return success ? { config: data, warnings: [] } : await explain(own);
  } catch {
    // A getter or a proxy of the page threw, or the explanation could not be fetched.
    return { issues: ['configuration: could not be read'] };
  }
}
