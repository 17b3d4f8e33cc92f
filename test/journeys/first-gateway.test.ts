import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../demo/free-port.js';
import { packPackage } from '../support/embedding-app.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In the project's folder, so that the package's dependencies are found without the registry. */
const FOLDER = join(ROOT, '.cache', 'hosts', 'first-gateway');
const GUIDE = readFileSync(join(ROOT, 'docs/first-gateway.md'), 'utf8');
const fileIn = (name: string): string => new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\`$`, 'ms').exec(GUIDE)?.[1] ?? '';

describe('the guide to a first gateway', () => {
  let gateway: ChildProcess | undefined;
  let url = '';
  before(async () => {
    const tarball = packPackage();
    const installed = join(FOLDER, 'node_modules/library-signup');
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    spawnSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    writeFileSync(join(FOLDER, 'package.json'), '{ "name": "gateway", "type": "module" }');
    for (const name of ['gateway.mjs', 'prove.mjs', 'persons.json']) writeFileSync(join(FOLDER, name), fileIn(name));
    const port = await freePort(8787);
    gateway = spawn(process.execPath, ['gateway.mjs'], { cwd: FOLDER, env: { ...process.env, PORT: String(port) } });
    assert.ok(gateway.stdout);
    const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
    url = line.toString().trim();
  });
  after(() => gateway?.kill());

  it('leads to a gateway that is green in registering adults, as it is written', () => {
    const command = /^npx library-signup (conformance .*)$/m.exec(GUIDE)?.[1] ?? '';
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const given = words.map((word) => (word.startsWith('http://127.0.0.1') ? url : word));
    const program = 'node_modules/library-signup/dist/cli/library-signup.js';
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...given], { cwd: FOLDER, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /adult/);
  });
});
