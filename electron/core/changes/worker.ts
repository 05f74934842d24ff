import type { Clock } from '../clock.ts';
import type { Hook } from '../hooks/hook.ts';
import { lagLeft } from './answer-lag.ts';

/**
 * What came of working on a task's hooks. `settled`: with `isBusy` when somebody worked on the task meanwhile. `again`: look once more after `delay` ms; `repeats` counts the looks that found nothing.
 * `stuck`: the API gives no answer now.
 */
export type WorkResult =
  | { readonly kind: 'settled'; readonly isBusy: boolean }
  | { readonly kind: 'again'; readonly delay: number; readonly repeats: number }
  | { readonly kind: 'stuck' };

export type WorkerPorts = {
  readonly clock: Clock;
  /** Looks at a task for these hooks, and settles them; `repeats` as it was given back by the look before, else 0. */
  readonly work: (taskId: string, hooks: readonly Hook[], repeats: number) => Promise<WorkResult>;
};

/** Works off hooks task by task. */
export type Worker = {
  /** Takes committed hooks. */
  add(hooks: readonly Hook[]): void;
  /** Starts looking again after `stuck`; until then only `probe` looks. */
  resume(): void;
  /** Looks for one waiting task, to find out whether the API answers again. */
  probe(): void;
  /** How many tasks have hooks that are not settled. */
  waiting(): number;
  /** Lets the looks under way end, then forgets all hooks; `erase` runs in the same turn. Keeps them and rejects when that throws. */
  forget(erase: () => void): Promise<void>;
  /** Lets the looks under way end and starts no more. */
  dispose(): Promise<void>;
};

/** Hooks that arrive from the start of a look until this long after its end share one later look. */
const quietTime = 2_000;
const looksAtOnce = 4;

type TaskWork = {
  hooks: Hook[];
  phase: 'queued' | 'looking' | 'resting';
  repeats: number;
  cancel: () => void;
};

/**
 * The first hook of a quiet task is looked at at once; later ones share a look (design: the way of a hook). Hooks are
 * only ever settled by a look that began after they were received.
 */
export const createWorker = ({ clock, work }: WorkerPorts): Worker => {
  const tasks = new Map<string, TaskWork>();
  const queue: string[] = [];
  const looks = new Set<Promise<void>>();
  let isStuck = false;
  let resumes = 0;
  let isDisposed = false;

  const enqueue = (taskId: string, task: TaskWork): void => {
    task.phase = 'queued';
    queue.push(taskId);
    next();
  };

  const rest = (taskId: string, task: TaskWork, delay: number, isBusy = false): void => {
    task.phase = 'resting';
    task.cancel = clock.schedule(delay, () => {
      if (task.hooks.length === 0) {
        tasks.delete(taskId);
        return;
      }
      // What they tell of was probably seen already; so late, one more look is enough to know.
      const wait = isBusy ? lagLeft(task.hooks, clock.now()) : 0;
      if (wait > 0) rest(taskId, task, wait);
      else enqueue(taskId, task);
    });
  };

  const look = async (taskId: string, task: TaskWork): Promise<void> => {
    const { hooks, repeats } = task;
    const resumesBefore = resumes;
    task.hooks = [];
    task.phase = 'looking';
    const result = await work(taskId, hooks, repeats);
    if (isDisposed) return;
    if (result.kind === 'settled') {
      task.repeats = 0;
      rest(taskId, task, quietTime, result.isBusy);
      return;
    }
    task.hooks = [...hooks, ...task.hooks];
    if (result.kind === 'again') {
      task.repeats = result.repeats;
      rest(taskId, task, result.delay);
      return;
    }
    // Another look may have found the API answering again after this one had failed.
    if (resumes === resumesBefore) isStuck = true;
    task.phase = 'queued';
    queue.unshift(taskId);
  };

  const start = (taskId: string): void => {
    const task = tasks.get(taskId);
    if (task === undefined) return;
    const running = look(taskId, task).finally(() => {
      looks.delete(running);
      next();
    });
    looks.add(running);
  };

  const next = (): void => {
    if (isStuck || isDisposed) return;
    for (const taskId of queue.splice(0, looksAtOnce - looks.size)) start(taskId);
  };

  return {
    add: (hooks) => {
      for (const hook of hooks) {
        const task = tasks.get(hook.taskId);
        if (task !== undefined) {
          task.hooks.push(hook);
          continue;
        }
        const fresh: TaskWork = { hooks: [hook], phase: 'queued', repeats: 0, cancel: () => undefined };
        tasks.set(hook.taskId, fresh);
        enqueue(hook.taskId, fresh);
      }
    },
    resume: () => {
      isStuck = false;
      resumes += 1;
      next();
    },
    probe: () => {
      if (isDisposed || looks.size > 0) return;
      const taskId = queue.shift();
      if (taskId !== undefined) start(taskId);
    },
    waiting: () => [...tasks.values()].filter((task) => task.hooks.length > 0 || task.phase === 'looking').length,
    forget: async (erase) => {
      while (looks.size > 0) {
        isStuck = true;
        await Promise.allSettled(looks);
      }
      try {
        erase();
        for (const task of tasks.values()) task.cancel();
        tasks.clear();
        queue.length = 0;
      } finally {
        isStuck = false;
        next();
      }
    },
    dispose: async () => {
      isDisposed = true;
      for (const task of tasks.values()) task.cancel();
      await Promise.allSettled(looks);
    },
  };
};
