import { transactionSchema, type Transaction } from '../contracts/transaction.js';

const PREFIX = 'library-signup:';
/** What 256 bits make in base64url; nothing else under the prefix is a hand-off. */
const KEY = /^library-signup:[\w-]{43}$/;
const MINUTE = 60_000;
const LIFETIME = 30 * MINUTE;
/** A phone may come back in a new tab, which has its own session storage. */
const COPY_LIFETIME = 10 * MINUTE;

/** The browser's storage areas. Either may throw, where a browser denies storage. */
export interface StorageAreas {
  session(): Storage;
  local(): Storage;
}

const browserAreas: StorageAreas = { session: () => sessionStorage, local: () => localStorage };

/** Hand-offs of this page where storage is denied; enough for a popup, which leaves the page where it is. */
const memory = new Map<string, Transaction>();

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const areasOf = (areas: StorageAreas): [area: () => Storage, lifetime: number][] => [
  [() => areas.session(), LIFETIME],
  [() => areas.local(), COPY_LIFETIME],
];

function read(area: Storage, key: string): Transaction | undefined {
  const text = area.getItem(key);
  const parsed = text === null ? undefined : transactionSchema.safeParse(attempt(() => JSON.parse(text) as unknown));
  return parsed?.success && PREFIX + parsed.data.state === key ? parsed.data : undefined;
}

/** A clock that was set back by more than a minute makes a record as worthless as one that is too old. */
function isFresh({ createdAt }: Transaction, now: number, lifetime: number): boolean {
  return now - createdAt <= lifetime && createdAt - now <= MINUTE;
}

/** Keeps a hand-off until its return. On a public computer only in this tab. */
export function storeTransaction(transaction: Transaction, publicComputer: boolean, areas: StorageAreas = browserAreas): void {
  const key = PREFIX + transaction.state;
  const text = JSON.stringify(transaction);
  const kept = attempt(() => (areas.session().setItem(key, text), true));
  if (!kept) memory.set(key, transaction);
  if (!publicComputer) attempt(() => areas.local().setItem(key, text));
}

/** The hand-off with this state, which is used up by asking. `expired` is one that came back too late. */
export function takeTransaction(state: string, now: number, areas: StorageAreas = browserAreas): Transaction | 'expired' | undefined {
  const key = PREFIX + state;
  if (!KEY.test(key)) return undefined;
  let found: Transaction | undefined = memory.get(key);
  let fresh = found !== undefined && isFresh(found, now, LIFETIME);
  memory.delete(key);
  for (const [area, lifetime] of areasOf(areas)) {
    attempt(() => {
      const stored = read(area(), key);
      area().removeItem(key);
      if (stored === undefined || fresh) return;
      found = stored;
      fresh = isFresh(stored, now, lifetime);
    });
  }
  return found && (fresh ? found : 'expired');
}

/** A look at the hand-off with this state, without using it up. */
export function peekTransaction(state: string, areas: StorageAreas = browserAreas): Transaction | undefined {
  const key = PREFIX + state;
  if (!KEY.test(key)) return undefined;
  return memory.get(key) ?? areasOf(areas).reduce<Transaction | undefined>((found, [area]) => found ?? attempt(() => read(area(), key)), undefined);
}

/** The youngest hand-off that this element left this tab with and that has not been answered. */
export function pendingTransaction(owner: string, now: number, areas: StorageAreas = browserAreas): Transaction | undefined {
  const pending = attempt(() => {
    const session = areas.session();
    return Object.keys(session).filter((key) => KEY.test(key)).map((key) => read(session, key));
  });
  return pending
    ?.filter((one) => one !== undefined && one.owner === owner && one.mode === 'redirect' && isFresh(one, now, LIFETIME))
    .sort((one, other) => (other?.createdAt ?? 0) - (one?.createdAt ?? 0))[0];
}

/** Removes what is too old, or is no hand-off at all, from under the hand-offs' keys. */
export function sweepTransactions(now: number, areas: StorageAreas = browserAreas): void {
  for (const [key, transaction] of memory) if (!isFresh(transaction, now, LIFETIME)) memory.delete(key);
  for (const [area, lifetime] of areasOf(areas)) {
    attempt(() => {
      const storage = area();
      for (const key of Object.keys(storage).filter((name) => KEY.test(name))) {
        const stored = read(storage, key);
        if (!stored || !isFresh(stored, now, lifetime)) storage.removeItem(key);
      }
    });
  }
}
