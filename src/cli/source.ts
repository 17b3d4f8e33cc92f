import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

/** A file or an address, as it was found. */
export interface Source {
  readonly text: string;
  /** Address that relative ones are resolved against, where there is one. */
  readonly url: string | undefined;
  readonly headers: Headers;
}

const TIME_OUT = 15_000;

export const isAddress = (target: string): boolean => /^https?:\/\//.test(target);

/** A request that ends in time; what went wrong is said as the network has it. */
export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIME_OUT) });
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    throw new Error(cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error), { cause: error });
  }
}

export async function readSource(target: string): Promise<Source> {
  if (isAddress(target)) {
    const response = await ask(target).catch((error: unknown) => {
      throw new UsageError(`${target}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (!response.ok) throw new UsageError(`${target}: answers ${response.status}`);
    return { text: await response.text(), url: response.url, headers: response.headers };
  }
  try {
    return { text: await readFile(target, 'utf8'), url: undefined, headers: new Headers() };
  } catch {
    throw new UsageError(`${target}: there is no such file`);
  }
}
