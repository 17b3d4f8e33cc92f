// The contract as an OpenAPI document. Run through tsx, for it comes from the TypeScript source.
import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../src/server/openapi.ts';
import { VERSION } from '../src/version.ts';

writeFileSync(new URL('../dist/openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`);
