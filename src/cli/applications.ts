import { readFile } from 'node:fs/promises';
import { readGatewayConfiguration } from '../server/configuration.js';
import { GatewayProblem } from '../server/problem.js';
import { UsageError } from './usage-error.js';

/** Lists the applications for children that nobody has decided on; or decides on one. For staff, on the gateway's own machine. */
export async function applications([file, decision, reference]: readonly string[]): Promise<number> {
  if (file === undefined) throw new UsageError('applications: name the configuration of the gateway');
  if (decision !== undefined && ((decision !== 'approve' && decision !== 'refuse') || reference === undefined))
    throw new UsageError('applications: write approve or refuse, and the reference');
  const { store, secret, librarySystem } = readGatewayConfiguration(JSON.parse(await readFile(file, 'utf8')), process.env);
  if (librarySystem.kind !== 'postgres') throw new UsageError('applications: the library system has them, not the gateway');
  const { openEmbedded, openPostgres, createPostgresLibrarySystem, createSealer } = await import('../server/postgres/index.js');
  const database = store.kind === 'postgres' ? await openPostgres(store.url) : await openEmbedded(store.folder);
  try {
    const system = createPostgresLibrarySystem(database, createSealer(secret), { branches: librarySystem.branches });
    if (decision === undefined) {
      const waiting = await system.applications();
      for (const { reference: name, at, child, guardianName = '', email, branch } of waiting)
        console.log([name, new Date(at).toISOString().slice(0, 10), child.name, guardianName, email, branch].join('\t'));
      if (waiting.length === 0) console.log('none');
      return 0;
    }
    await system.decide(reference ?? '', decision === 'approve');
    console.log(`${reference ?? ''}: ${decision === 'approve' ? 'is a patron now' : 'refused, and forgotten'}`);
    return 0;
  } catch (error) {
    if (error instanceof GatewayProblem) throw new UsageError(`${reference ?? ''}: ${error.problem.code}`);
    throw error;
  } finally {
    await database.close();
  }
}
