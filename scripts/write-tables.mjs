import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tablesOf, withTables } from './tables.mjs';

const manifest = JSON.parse(readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'));
const tables = tablesOf(manifest);
const folder = new URL('../docs/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const path = new URL(name, folder);
  const before = readFileSync(path, 'utf8');
  const after = withTables(before, tables);
  if (after !== before) {
    writeFileSync(path, after);
    console.log(`wrote docs/${name}`);
  }
}
