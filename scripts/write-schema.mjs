// The configuration's JSON Schema, for editors. Run through tsx, for it comes from the TypeScript source; what keys mean comes from the documentation.
import { readFileSync, writeFileSync } from 'node:fs';
import { configJsonSchema, readMeanings } from '../src/config/json-schema.ts';

const meanings = readMeanings(readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8'));
const { $schema, ...schema } = configJsonSchema(meanings);
const titled = { $schema, title: 'Configuration of <library-signup>', ...schema };
writeFileSync(new URL('../dist/library-signup.schema.json', import.meta.url), `${JSON.stringify(titled, null, 2)}\n`);
