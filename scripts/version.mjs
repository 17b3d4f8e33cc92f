// Run by `npm version`: the script tells its version by src/version.ts, which has to say the same as package.json.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const path = 'src/version.ts';
writeFileSync(path, readFileSync(path, 'utf8').replace(/VERSION = '.*'/, `VERSION = '${version}'`));
execFileSync('git', ['add', path]);
