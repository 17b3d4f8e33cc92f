/** Milliseconds until a request is given up. */
export const PATIENCE = 15_000;

/** Ends with `signal`, or after so many milliseconds. `AbortSignal.any` would say it, but Safari has it from 17.4 on only. */
export function limitTime(milliseconds: number, signal: AbortSignal | undefined): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error('no answer in time')), milliseconds);
  const end = (): void => controller.abort();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
