import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../demo/free-port.js';
import { openGuide, PROGRAM } from '../support/guide.js';

const guide = openGuide('first-gateway');

describe('the guide to a first gateway', () => {
  let gateway: ChildProcess | undefined;
  let url = '';
  before(async () => {
    guide.install({ name: 'gateway', type: 'module' });
    guide.write('gateway.mjs', 'prove.mjs', 'persons.json');
    const port = await freePort(8787);
    gateway = spawn(process.execPath, ['gateway.mjs'], { cwd: guide.folder, env: { ...process.env, PORT: String(port) } });
    assert.ok(gateway.stdout);
    const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
    url = line.toString().trim();
  });
  after(() => gateway?.kill());

  it('leads to a gateway that is green in registering adults, as it is written', () => {
    const given = guide.argumentsOf('npx library-signup').map((word) => (word.startsWith('http://127.0.0.1') ? url : word));
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...given], { cwd: guide.folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /adult/);
  });
});
