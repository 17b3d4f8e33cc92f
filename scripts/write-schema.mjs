// The configuration's JSON Schema: what an integrator writes, so defaults are optional. Run through tsx, for it comes from the TypeScript source.
import { writeFileSync } from 'node:fs';
import { toJSONSchema } from 'zod';
import { isWhole } from '../src/contracts/limits.ts';
import { configSchema, NAME } from '../src/contracts/config.ts';

const schema = toJSONSchema(configSchema, {
  io: 'input',
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }) => {
    if (zodSchema._zod.def.checks?.some(({ _zod }) => _zod.def.fn === isWhole)) jsonSchema.type = 'integer';
  },
});
// A rule across the whole configuration, which a schema of zod can't say.
schema.properties.identity.properties.providers.propertyNames = { pattern: NAME.source };
const titled = { $schema: schema.$schema, title: 'Configuration of <library-signup>', ...schema };
writeFileSync(new URL('../dist/library-signup.schema.json', import.meta.url), `${JSON.stringify(titled, null, 2)}\n`);
