import { configSchema, type SignupConfig } from './contracts/config.js';
import type { LocalizedText } from './contracts/text.js';

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

/** A configuration from a stranger's page: never rejects, whatever it is given. Only what is wrong with it needs more code than this. */
export async function readConfig(value: unknown): Promise<ConfigReading> {
  try {
    const { success, data } = configSchema.safeParse(value);
    return success ? { config: data, warnings: [] } : (await import('./config-issues.js')).explain(value);
  } catch {
    // A getter or a proxy of the page threw, or the explanation could not be fetched.
    return { issues: ['configuration: could not be read'] };
  }
}
