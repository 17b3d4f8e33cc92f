import { SignupError } from './errors.js';

type Calls = Record<string | symbol, (...values: unknown[]) => unknown>;

/**
 * Loads what makes these calls when the first of them is made, or at `preload`; a chunk that can't be fetched is a service that is not there. The calls
 * `atOnce` are there without.
 */
export function lazy<T extends object, A extends object = object>(load: () => Promise<T>, atOnce?: A): T & A & { preload(): void } {
  let loading: Promise<T> | undefined;
  const ready = async (): Promise<T> => {
    loading ??= load();
    try {
      return await loading;
    } catch (cause) {
      loading = undefined;
      throw new SignupError({ code: 'unavailable', retryable: true }, { cause });
    }
  };
  return new Proxy({ ...atOnce } as T & A & { preload(): void }, {
    get: (own, name) => {
      // With a `then` it would be taken for a promise.
      if (name === 'then' || name in own) return (own as unknown as Calls)[name];
      if (name === 'preload') return () => void ready().catch(() => undefined);
      return async (...values: unknown[]) => ((await ready()) as Calls)[name]?.(...values);
    },
  });
}
