import type { GatewayContext } from '../context.js';
import { GatewayProblem } from '../problem.js';
import { sha256 } from '../secrets.js';

const LOCK_SECONDS = 1_200;
const ATTEMPTS = 3;
/** Tries are forgotten after a day, as at login.bib.dk. */
const DAY = 86_400_000;

export interface Tries {
  right(): Promise<void>;
  /** Counts, and rejects with `credentials-wrong`, or with `locked-out` at the last. */
  wrong(): Promise<never>;
  /** Counts a try that is neither right nor wrong. */
  count(attempts: number): Promise<void>;
}

/** Three wrong tries lock a user ID, whether there is such a patron or not. Rejects where it is locked. */
export async function limitTries({ store, now }: Pick<GatewayContext, 'store' | 'now'>, what: string): Promise<Tries> {
  const key = await sha256(what);
  const { lockedUntil = 0 } = (await store.get('tries', key)) ?? {};
  if (lockedUntil > now()) throw new GatewayProblem('locked-out', { retryAfter: Math.ceil((lockedUntil - now()) / 1000) });
  const miss = (attempts: number): Promise<number> =>
    store.exclusive(`tries ${key}`, async () => {
      const count = ((await store.get('tries', key))?.count ?? 0) + 1;
      const locked = count >= attempts;
      await store.put('tries', key, { count: locked ? 0 : count, lockedUntil: locked ? now() + LOCK_SECONDS * 1000 : 0 }, now() + DAY);
      if (locked) throw new GatewayProblem('locked-out', { retryAfter: LOCK_SECONDS });
      return attempts - count;
    });
  return {
    right: () => store.remove('tries', key),
    wrong: async () => {
      throw new GatewayProblem('credentials-wrong', { attemptsLeft: await miss(ATTEMPTS) });
    },
    count: async (attempts) => void (await miss(attempts)),
  };
}
