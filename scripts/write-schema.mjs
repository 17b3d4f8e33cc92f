// The configuration's JSON Schema: what an integrator writes, so defaults are optional. Run through tsx, for it comes from the TypeScript source.
import { writeFileSync } from 'node:fs';
import { toJSONSchema } from 'zod';
import { configSchema, NAME } from '../src/contracts/config.ts';

const schema = toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
// A rule across the whole configuration, which a schema of zod can't say.
schema.properties.identity.properties.providers.propertyNames = { pattern: NAME.source };
const titled = { $schema: schema.$schema, title: 'Configuration of <library-signup>', ...schema };
writeFileSync(new URL('../dist/library-signup.schema.json', import.meta.url), `${JSON.stringify(titled, null, 2)}\n`);
