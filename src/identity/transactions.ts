import { toJson } from '../contracts/json.js';
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
  session: () => Storage;
  local: () => Storage;
}

const browserAreas: StorageAreas = { session: () => sessionStorage, local: () => localStorage };

/** Hand-offs of this page where storage is denied; enough for a popup, which leaves the page where it is. */
let memory: Transaction[] = [];

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** A clock that has been set right meanwhile, one way or the other, is no reason to refuse a login. */
const isFresh = ({ createdAt }: Transaction, now: number, lifetime: number): boolean => Math.abs(now - createdAt) <= lifetime;

/** The hand-offs in a storage area that can still be answered. What is too old goes, and so does what is no hand-off at all. */
function freshIn(area: () => Storage, now: number, lifetime: number): Transaction[] {
  const found: Transaction[] = [];
  attempt(() => {
    const storage = area();
    for (const key of Object.keys(storage).filter((name) => KEY.test(name))) {
      const { data } = transactionSchema.safeParse(attempt(() => JSON.parse(storage.getItem(key) ?? '') as unknown));
      if (data && PREFIX + data.state === key && isFresh(data, now, lifetime)) found.push(data);
      else storage.removeItem(key);
    }
  });
  return found;
}

/** Every hand-off that can still be answered: those of this tab, and the copies for a new one. All others are removed. */
export function freshTransactions(now: number, areas: StorageAreas = browserAreas): { own: Transaction[]; copies: Transaction[] } {
  memory = memory.filter((one) => isFresh(one, now, LIFETIME));
  return { own: [...memory, ...freshIn(areas.session, now, LIFETIME)], copies: freshIn(areas.local, now, COPY_LIFETIME) };
}

/** What was typed does not outlive the tab, and on a public computer not even the page. */
const withoutDraft = (transaction: Transaction): Transaction => ({ ...transaction, position: { ...transaction.position, draft: {} } });

/** Keeps a hand-off until its return. On a public computer only in this tab. `false`: the browser keeps nothing, so it is known as long as this page is. */
export function storeTransaction(transaction: Transaction, publicComputer: boolean, areas: StorageAreas = browserAreas): boolean {
  const key = PREFIX + transaction.state;
  const keptIn = (area: () => Storage, record: Transaction): boolean => attempt(() => (area().setItem(key, toJson(record)), true)) === true;
  const kept = keptIn(areas.session, publicComputer ? withoutDraft(transaction) : transaction);
  const copied = !publicComputer && keptIn(areas.local, withoutDraft(transaction));
  if (!kept) memory.push(transaction);
  return kept || copied;
}

/** Forgets every hand-off of an element. */
export function removeTransactionsOf(owner: string, now: number, areas?: StorageAreas): void {
  const { own, copies } = freshTransactions(now, areas);
  for (const one of [...own, ...copies]) if (one.owner === owner) removeTransaction(one, areas);
}

/** Forgets a hand-off wherever it is kept. */
export function removeTransaction({ state }: Transaction, areas: StorageAreas = browserAreas): void {
  memory = memory.filter((one) => one.state !== state);
  for (const area of [areas.session, areas.local]) attempt(() => area().removeItem(PREFIX + state));
}
