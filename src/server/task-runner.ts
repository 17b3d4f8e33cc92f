import type { Tasks } from './context.js';
import type { Log } from './ports.js';
import { GatewayProblem } from './problem.js';
import type { Store, Task } from './store/store.js';

export interface TaskRunner {
  postpone(task: Task): Promise<void>;
  /** Does what is due, also what an instance that has ended has left. Never rejects. */
  run(): Promise<void>;
}

/** Does tasks a while after the answer: one that differs, so that the next answer's time tells nothing either. */
export function createTaskRunner(store: Store, tasks: Tasks, log: Log, now: () => number, isAtOnce: boolean): TaskRunner {
  const work = (task: Task): Promise<void> => {
    // The compiler doesn't see that name and task go together.
    const handler = tasks[task.name] as ((task: Task) => Promise<void>) | undefined;
    return handler?.(task) ?? Promise.resolve();
  };
  const note = (task: Task, error: unknown): void =>
    log.error('task', { task: task.name, name: error instanceof Error ? error.name : 'unknown' });

  async function run(): Promise<void> {
    for (;;) {
      const taken = await store.takeTask().catch(() => undefined);
      if (!taken) return;
      const { task, done } = taken;
      try {
        await work(task).catch((error: unknown) => {
          note(task, error);
          // A refusal stays one; what failed is tried again.
          if (!(error instanceof GatewayProblem) || error.problem.status >= 500) throw error;
        });
        await done();
      } catch {
        // Taken again when its time has come.
      }
    }
  }

  return {
    run,
    postpone: async (task) => {
      if (isAtOnce) return work(task).catch((error: unknown) => note(task, error));
      const pause = 20 + Math.random() * 200;
      await store.postpone(task, now() + pause);
      setTimeout(() => void run(), pause + 1);
    },
  };
}
