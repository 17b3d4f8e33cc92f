/** Milliseconds until a request is given up. */
export const PATIENCE = 15_000;

export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether the time is up. */
  isOver(): boolean;
  clear(): void;
}

/** Ends with `signal`, or after so many milliseconds. `AbortSignal.any` would say it, but Safari has it from 17.4 on only. */
export function limitTime(milliseconds: number, signal: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  let isOver = false;
  const end = (): void => controller.abort();
  const timer = setTimeout(() => {
    isOver = true;
    end();
  }, milliseconds);
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    },
  };
}
