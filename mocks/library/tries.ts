import { LibraryProblem } from '../problem.js';
import type { LibraryState } from './state.js';

const LOCK_SECONDS = 1_200;
const ATTEMPTS = 3;

/** Three wrong tries lock a user ID, whether there is such a patron or not. Throws where it is locked. */
export function limitTries({ wrongPins, now }: LibraryState, key: string) {
  const tries = wrongPins.get(key) ?? { count: 0, lockedUntil: 0 };
  if (tries.lockedUntil > now()) throw new LibraryProblem('locked-out', { retryAfter: Math.ceil((tries.lockedUntil - now()) / 1000) });
  const miss = (attempts: number): number => {
    const count = tries.count + 1;
    const locked = count >= attempts;
    wrongPins.set(key, { count: locked ? 0 : count, lockedUntil: locked ? now() + LOCK_SECONDS * 1000 : 0 });
    if (locked) throw new LibraryProblem('locked-out', { retryAfter: LOCK_SECONDS });
    return attempts - count;
  };
  return {
    right: (): void => void wrongPins.delete(key),
    wrong: (): never => {
      throw new LibraryProblem('credentials-wrong', { attemptsLeft: miss(ATTEMPTS) });
    },
    /** Counts a try that is neither right nor wrong. */
    count: (attempts: number): void => void miss(attempts),
  };
}
