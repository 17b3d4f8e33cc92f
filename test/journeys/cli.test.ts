import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/server/node.js';
import { VERSION } from '../../src/version.js';
import { startHostServices, type HostServices } from '../support/host-services.js';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/library-signup.js', import.meta.url));

function run(folder: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe('npx library-signup', () => {
  let folder = '';
  let services: HostServices;
  /** What the page's server answers with. */
  let policy = '';
  let config: Record<string, unknown> = {};
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'library-signup-cli-'));
    services = await startHostServices(['/sign-up']);
    config = (await services.config()) as unknown as Record<string, unknown>;
    services.server.on('request', (request, response) => {
      if (request.url === '/signup.json')
        return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(config));
      response.writeHead(200, { 'Content-Type': 'text/html', ...(policy && { 'Content-Security-Policy': policy }) });
      response.end('<!doctype html><!-- <library-signup> --><library-signup config-src="/signup.json"></library-signup>');
    });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await services.close();
  });

  it('says what it can do, and its version', async () => {
    assert.match((await run(folder, '--help')).output, /init[\s\S]*check FILE\|URL[\s\S]*schema/);
    assert.equal((await run(folder, '--version')).output.trim(), VERSION);
    assert.deepEqual(await run(folder, 'chekc'), {
      code: 2,
      output: 'chekc: there is no such command; library-signup --help lists them\n',
    });
    assert.equal((await run(folder, 'check')).code, 2);
  });

  it('prints the schema', async () => {
    const { code, output } = await run(folder, 'schema');
    assert.equal(code, 0);
    assert.equal((JSON.parse(output) as { title: string }).title, 'Configuration of <library-signup>');
  });

  for (const start of ['public', 'university', 'catalogue']) {
    it(`writes a configuration and a tag that are complete: ${start}`, async () => {
      const out = join(folder, start);
      const made = await run(folder, 'init', '--yes', '--start', start, '--name', 'Ærø Bibliotek', '--id', 'DK-749200', '--out', out);
      assert.equal(made.code, 0, made.output);
      assert.match(made.output, /redirect URI for your broker +https:\/\/library\.example\.org\/sign-up/);
      assert.match(readFileSync(join(out, 'signup.json'), 'utf8'), /"DK-749200"[\s\S]*"Ærø Bibliotek"/);
      const checked = await run(out, 'check', 'signup.html', '--offline');
      assert.deepEqual(checked, { code: 0, output: '✓ config-src signup.json: is complete\n' });
      const again = await run(folder, 'init', '--yes', '--out', out);
      assert.equal(again.code, 2);
      assert.match(again.output, /already there/);
    });
  }

  it('runs a gateway by its settings, names those that are wrong, and lists applications', async () => {
    const settings = {
      port: 0,
      redirectUris: ['https://library.example/sign-up'],
      secret: 'x'.repeat(32),
      library: { id: 'DK-710100', name: 'The library', pageUrl: 'https://library.example/' },
      providers: {},
      store: { kind: 'embedded', folder: join(folder, 'data') },
      librarySystem: { kind: 'postgres', branches: [{ id: 'DK-710100-1', name: 'Hovedbiblioteket' }] },
    };
    const wrong = await run(folder, 'gateway', write('wrong-gateway.json', { ...settings, secret: '$NOT_SET', prot: 1 }));
    assert.equal(wrong.code, 2);
    assert.match(wrong.output, /secret: the environment variable NOT_SET is not set[\s\S]*prot: unknown key/);

    const child = spawn(process.execPath, [PROGRAM, 'gateway', write('gateway.json', settings)], { cwd: folder });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { port } = JSON.parse(line.toString()) as { port: number };
    const { calls } = (await (await fetch(`http://127.0.0.1:${port}/signup-api/capabilities`)).json()) as { calls: string[] };
    assert.ok(calls.includes('POST child-applications'));
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(await run(folder, 'applications', 'gateway.json'), { code: 0, output: 'none\n' });
    assert.equal((await run(folder, 'applications', 'gateway.json', 'approve', 'B-1')).code, 2);
  });

  it('says what is wrong with a configuration in the words of the element, and ends with 1', async () => {
    const path = write('wrong.json', { ...config, version: 2, libary: {} });
    const { code, output } = await run(folder, 'check', path, '--offline');
    assert.equal(code, 1);
    assert.match(output, /version: expected 1/);
    assert.match(output, /libary: unknown key/);
    const json = await run(folder, 'check', path, '--offline', '--json');
    assert.equal((JSON.parse(json.output) as { fine: boolean }).fine, false);
    assert.match((await run(folder, 'check', write('cut.json', '{ "version": 1'), '--offline')).output, /JSON/);
    assert.equal((await run(folder, 'check', 'nowhere.json')).code, 2);
  });

  it('finds a page fit: configuration, gateway, CORS, broker, redirect URI, policy', async () => {
    policy = `default-src 'self'; connect-src 'self' ${new URL(services.gateway.url).origin}`;
    const { code, output } = await run(folder, 'check', `${services.origin}/sign-up`);
    assert.equal(code, 0, output);
    assert.equal(output.match(/^✓/gm)?.length, 7, output);
  });

  it('finds what is configured and the gateway can’t do', async () => {
    const gateway = await serve(async (request) => {
      const capabilities = { calls: ['POST sessions', 'POST patrons'], mailsPinLink: false };
      const branches = { branches: [{ id: 'DK-710100-1', name: 'Hovedbiblioteket' }] };
      return Response.json(request.url.endsWith('/capabilities') ? capabilities : branches);
    });
    const audiences = [
      { id: 'adult', kind: 'adult', providers: ['mitid'] },
      { id: 'child', kind: 'child', providers: ['mitid'] },
    ];
    const path = write('less.json', { ...config, gateway: { type: 'http', url: gateway.origin }, register: { audiences } });
    const { code, output } = await run(folder, 'check', path);
    await gateway.close(0);
    assert.equal(code, 1);
    assert.match(output, /✗ register\.audiences\[1\]: is not offered, as the gateway has no POST child-applications/);
    assert.doesNotMatch(output, /audiences\[0\]/);
  });

  it('finds a policy that keeps the element from its gateway', async () => {
    policy = "default-src 'self'";
    const { code, output } = await run(folder, 'check', `${services.origin}/sign-up`);
    assert.equal(code, 1);
    assert.match(output, /✗ Content-Security-Policy: connect-src does not allow http:/);
    policy = '';
  });

  it('finds a redirect URI that the broker does not know', async () => {
    const { code, output } = await run(folder, 'check', write('c.json', config), '--page', `${services.origin}/elsewhere`);
    assert.equal(code, 1);
    assert.match(output, /✗ identity\.providers\.mitid: .*elsewhere among its redirect URIs/);
  });

  it('finds a gateway that does not let the page call', async () => {
    const { code, output } = await run(folder, 'check', write('c.json', config), '--page', 'https://other.example/sign-up');
    assert.equal(code, 1);
    assert.match(output, /✗ gateway, CORS: GET: Access-Control-Allow-Origin is missing, and has to be https:\/\/other\.example/);
  });

  it('finds a gateway that is not there, one that is something else, and a page without https', async () => {
    const gone = await run(folder, 'check', write('c.json', { ...config, gateway: { type: 'http', url: 'http://127.0.0.1:9/' } }));
    assert.match(gone.output, /✗ gateway: http:\/\/127\.0\.0\.1:9\/branches/);
    const other = await run(folder, 'check', write('c.json', { ...config, gateway: { type: 'http', url: `${services.origin}/api/` } }));
    assert.match(other.output, /✗ gateway: GET branches does not answer as the contract says/);
    const plain = await run(folder, 'check', write('c.json', config), '--page', 'http://library.example/', '--offline');
    assert.match(plain.output, /✗ page: is on http/);
  });
});
