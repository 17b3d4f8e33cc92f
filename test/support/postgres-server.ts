import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../demo/free-port.js';

/** Debian has PostgreSQL's programs in a folder of their version. */
function find(program: string): string | undefined {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];
  const paths = [...versions, ...(process.env.PATH ?? '').split(':')];
  return paths.map((path) => join(path, program)).find((path) => existsSync(path));
}

export const hasPostgres = find('initdb') !== undefined;

/** A server of its own, which is gone afterwards. PostgreSQL refuses to run as root, so it runs as Debian's user for it. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const [initdb, postgres] = [find('initdb') ?? '', find('postgres') ?? ''];
  const isRoot = process.getuid?.() === 0;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'library-signup-postgres-'));
  if (isRoot) chownSync(folder, id('-u'), id('-g'));
  const data = join(folder, 'data');
  execFileSync(initdb, ['-D', data, '-U', 'signup', '-A', 'trust', '--no-sync'], { ...owner, cwd: folder, stdio: 'ignore' });
  const port = await freePort(5600);
  const server = spawn(postgres, ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgres://signup@127.0.0.1:${port}/postgres`;
  const { Client } = await import('pg').then((module) => module.default);
  for (let at = 0; ; at += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      break;
    } catch (error) {
      if (at > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
