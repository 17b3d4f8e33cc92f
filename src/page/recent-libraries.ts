import * as z from 'zod/mini';
import { toJson } from '../contracts/json.js';

const KEY = 'library-signup-libraries';
const AT_MOST = 3;
/** Milliseconds. */
const YEAR = 365 * 24 * 3_600_000;

const recentSchema = z.array(z.object({ id: z.string(), name: z.string(), at: z.number() }));
type Recent = z.infer<typeof recentSchema>;
type Named = Pick<Recent[number], 'id' | 'name'>;

/** The libraries that were used last on this device: the number and name of at most three, for a year. Nothing on a public computer. */
export function createRecentLibraries(clock: { now(): number }, publicComputer: () => boolean) {
  const read = (): Recent => {
    try {
      const { data = [] } = recentSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
      return data.filter(({ at }) => Math.abs(clock.now() - at) < YEAR).slice(0, AT_MOST);
    } catch {
      return [];
    }
  };
  return {
    list: (): Named[] => (publicComputer() ? [] : read().map(({ id, name }) => ({ id, name }))),
    add: ({ id, name }: Named): void => {
      if (publicComputer()) return;
      const entries = [{ id, name, at: clock.now() }, ...read().filter((one) => one.id !== id)].slice(0, AT_MOST);
      try {
        localStorage.setItem(KEY, toJson(entries));
      } catch {
        // Storage is denied or full: the library is searched for the next time.
      }
    },
    forget: (): void => {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // There is nothing to forget.
      }
    },
  };
}
