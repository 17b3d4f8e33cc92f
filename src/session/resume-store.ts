import type { Position } from '../contracts/transaction.js';
import type { Clock } from '../ports.js';
import { decodeResume, encodeResume } from '../flow/persistence.js';

/**
 * Keeps the position of one element for a reload of its page: this tab only, and not at all where storage is denied. `start` is what the host page
 * preselects: another page, or another start, is another place.
 */
export function createResumeStore(owner: string, start: string, clock: Clock) {
  const key = `library-signup-resume:${owner}:${location.pathname}:${start}`;
  return {
    read(): Position | undefined {
      try {
        return decodeResume(sessionStorage.getItem(key), clock.now());
      } catch {
        return undefined;
      }
    },
    write(position: Position | undefined): void {
      try {
        if (position) sessionStorage.setItem(key, encodeResume(position, clock.now()));
        else sessionStorage.removeItem(key);
      } catch {
        // Storage is denied or full: a reload starts afresh, nothing else suffers.
      }
    },
  };
}
export type ResumeStore = ReturnType<typeof createResumeStore>;
