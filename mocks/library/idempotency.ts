import { fieldProblem } from '../problem.js';
import type { Reply } from './route.js';

const DAY = 24 * 60 * 60 * 1000;

export interface IdempotencyStore {
  /** Does the work once for a key; who repeats gets the first answer, also while the work is still going on. */
  once(key: string | null, fingerprint: string, work: () => Promise<Reply>): Promise<Reply>;
  clear(): void;
}

/** A failure that is no answer to the write (a fault, too many requests) is thrown and forgotten, so that a repetition tries again. */
export function createIdempotencyStore(now: () => number, isDefinitive: (error: unknown) => boolean): IdempotencyStore {
  const answers = new Map<string, { fingerprint: string; at: number; answer: Promise<Reply> }>();
  return {
    once: async (key, fingerprint, work) => {
      if (key === null) return work();
      const before = answers.get(key);
      if (before && now() - before.at < DAY) {
        if (before.fingerprint !== fingerprint) throw fieldProblem({ field: 'Idempotency-Key', code: 'reused' });
        return before.answer;
      }
      const answer = work();
      answers.set(key, { fingerprint, at: now(), answer });
      answer.catch((error: unknown) => {
        if (!isDefinitive(error)) answers.delete(key);
      });
      return answer;
    },
    clear: () => answers.clear(),
  };
}
