import { readFile } from 'node:fs/promises';
import { ConfigurationError, readGatewayConfiguration } from '../server/configuration.js';
import { UsageError } from './usage-error.js';

/** Runs until it is told to stop (SIGTERM, SIGINT). */
export async function gateway(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file}: there is no such file`);
  });
  let configuration;
  try {
    configuration = readGatewayConfiguration(JSON.parse(text), process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.mistakes.map((line) => `${file}: ${line}`).join('\n'));
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { runGateway } = await import('../server/run.js').catch((error: unknown) => {
    const name = /package '([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    if (name === undefined) throw error;
    throw new UsageError(`the gateway needs the package ${name}: npm install ${name}`);
  });
  const running = await runGateway(configuration);
  return new Promise((resolve) => {
    const end = (): void => void running.stop().then(() => resolve(0));
    process.once('SIGTERM', end).once('SIGINT', end);
  });
}
