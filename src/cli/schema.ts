import { readFile } from 'node:fs/promises';

/** Beside the program, wherever the package is installed. */
const SCHEMA = new URL(/* @vite-ignore */ '../library-signup.schema.json', import.meta.url);

export async function schema(): Promise<number> {
  process.stdout.write(await readFile(SCHEMA, 'utf8'));
  return 0;
}
