import {
  KeyReused,
  TASK_ATTEMPTS,
  TASK_LEASE,
  type AuditEntry,
  type RecordKind,
  type Records,
  type Store,
  type StoredAnswer,
  type Task,
} from './store.js';

interface Entry {
  value: unknown;
  expiresAt: number;
}

/** For one process, and as long as it lives. */
export interface MemoryStore extends Store {
  readonly audited: readonly AuditEntry[];
  entries<K extends RecordKind>(kind: K): [key: string, value: Records[K], expiresAt: number][];
  clear(...kinds: RecordKind[]): void;
}

const MOST_AUDITED = 1_000;

export function createMemoryStore(now: () => number = Date.now): MemoryStore {
  const kinds = new Map<RecordKind, Map<string, Entry>>();
  const answers = new Map<string, { fingerprint: string; expiresAt: number; answer: Promise<StoredAnswer> }>();
  const queues = new Map<string, Promise<unknown>>();
  const rows = new Map<string, number>();
  const tasks = new Set<{ task: Task; dueAt: number; attempts: number }>();
  const audited: AuditEntry[] = [];
  const audit = (entry: AuditEntry): void => {
    audited.push(entry);
    if (audited.length > MOST_AUDITED) audited.shift();
  };
  const of = (kind: RecordKind): Map<string, Entry> => {
    const entries = kinds.get(kind) ?? new Map<string, Entry>();
    kinds.set(kind, entries);
    return entries;
  };
  const read = <K extends RecordKind>(kind: K, key: string): Records[K] | undefined => {
    const entry = of(kind).get(key);
    // A copy, as from a database: what is changed has to be put back.
    return entry && entry.expiresAt > now() ? (structuredClone(entry.value) as Records[K]) : undefined;
  };

  return {
    get: async (kind, key) => read(kind, key),
    put: async (kind, key, value, expiresAt) => void of(kind).set(key, { value: structuredClone(value), expiresAt }),
    take: async (kind, key) => {
      const value = read(kind, key);
      of(kind).delete(key);
      return value;
    },
    remove: async (kind, key) => void of(kind).delete(key),
    exclusive: async (name, work) => {
      const before = queues.get(name) ?? Promise.resolve();
      const result = before.then(work, work);
      const settled = result.catch(() => undefined);
      queues.set(name, settled);
      try {
        return await result;
      } finally {
        if (queues.get(name) === settled) queues.delete(name);
      }
    },
    once: async (key, fingerprint, expiresAt, work) => {
      const before = answers.get(key);
      if (before && before.expiresAt > now()) {
        if (before.fingerprint !== fingerprint) throw new KeyReused();
        return before.answer;
      }
      const running = work();
      const entry = { fingerprint, expiresAt, answer: running.then(({ answer }) => answer) };
      answers.set(key, entry);
      // Whoever waits for it hears of a failure; nobody may.
      entry.answer.catch(() => undefined);
      try {
        const { answer, keep, expiresAt: until, entry: done } = await running;
        if (done) audit(done);
        if (!keep) answers.delete(key);
        else if (until !== undefined) entry.expiresAt = until;
        return answer;
      } catch (error) {
        answers.delete(key);
        throw error;
      }
    },
    postpone: async (task, dueAt) => void tasks.add({ task, dueAt, attempts: 0 }),
    takeTask: async () => {
      const due = [...tasks].find(({ dueAt }) => dueAt <= now());
      if (!due) return undefined;
      due.dueAt = now() + TASK_LEASE;
      due.attempts += 1;
      if (due.attempts >= TASK_ATTEMPTS) tasks.delete(due);
      return { task: due.task, done: async () => void tasks.delete(due) };
    },
    audited,
    audit: async (entry) => audit(entry),
    next: async (row) => {
      const number = (rows.get(row) ?? 0) + 1;
      rows.set(row, number);
      return number;
    },
    purge: async () => {
      for (const entries of kinds.values()) for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key);
      for (const [key, { expiresAt }] of answers) if (expiresAt <= now()) answers.delete(key);
    },
    entries: (kind) =>
      [...of(kind)].filter(([, { expiresAt }]) => expiresAt > now()).map(([key, { value, expiresAt }]) => [key, value as never, expiresAt]),
    clear: (...names) => {
      if (names.length > 0) {
        for (const name of names) of(name).clear();
        return;
      }
      kinds.clear();
      answers.clear();
      rows.clear();
      audited.length = 0;
      tasks.clear();
    },
  };
}
