import { valuesOf } from '../changes/difference.ts';
import type { Snapshot } from '../changes/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Task } from './task.ts';

export type RowJudgePorts = {
  readonly clock: Clock;
  readonly snapshot: (accountId: string, taskId: string) => Snapshot | null;
  readonly adopt: (accountId: string, tasks: readonly Task[]) => void;
};

/** Decides what becomes of the rows that one run reads. */
export type RowsOfRun = {
  /** Rows never seen before are news when they changed at or after `newsFrom` (null: none are); the others are adopted. */
  take(tasks: readonly Task[], newsFrom: number | null): void;
  /** The tasks to be looked at. */
  found(): readonly string[];
  /** Whether one of them was made since `newsFrom`, and so is no old one that was hidden until now. */
  isNew(taskId: string): boolean;
  /** They are in the journal. */
  asked(): void;
  /** The newest `updated_at` seen, `through` included; in ms. */
  newest(): number;
};

/** Tasks made this shortly before the newest change are not adopted: their hook may be on its way. */
const freshTime = 10 * 60_000;
/** By our own clock no task is that fresh, however wrong the clock is. */
const staleTime = 12 * 3_600_000;
/** No clock of Redbooth's is this far ahead: such a moment is an error in a row, and would hide all others. */
const furthestAhead = 24 * 3_600_000;
const rememberedAtMost = 10_000;

const textOf = (task: Task): string => JSON.stringify([...valuesOf(task).values(), task.updatedAt, task.commentsCount]);

/** Makes judges of rows, run by run. */
export const createRowJudge = ({
  clock,
  snapshot,
  adopt,
}: RowJudgePorts): ((accountId: string, through: number) => RowsOfRun) => {
  /** Rows that a look was asked for: lists and single tasks may disagree for ever, and that is asked once. */
  const asked = new Map<string, { readonly text: string; readonly at: number }>();

  const isAsked = (key: string, known: Snapshot | null, text: string): boolean => {
    const last = asked.get(key);
    return last !== undefined && last.text === text && known !== null && known.readAt > last.at;
  };
  const remember = (key: string, text: string): void => {
    asked.delete(key);
    asked.set(key, { text, at: clock.now() });
    const [oldest] = asked.keys();
    if (asked.size > rememberedAtMost && oldest !== undefined) asked.delete(oldest);
  };

  return (accountId: string, through: number): RowsOfRun => {
    const found = new Map<string, string>();
    const made = new Set<string>();
    let newest = through;

    const keyOf = (taskId: string): string => `${accountId}/${taskId}`;
    const mayHaveHook = ({ createdAt }: Task): boolean =>
      createdAt > newest - freshTime && createdAt > clock.now() - staleTime;
    const look = (task: Task, known: Snapshot | null): void => {
      const text = textOf(task);
      if (known !== null && known.goneAt === null && textOf(known.task) === text) return;
      if (!isAsked(keyOf(task.id), known, text)) found.set(task.id, text);
    };

    return {
      take: (tasks, newsFrom) => {
        for (const { updatedAt } of tasks)
          if (updatedAt <= clock.now() + furthestAhead) newest = Math.max(newest, updatedAt);
        const unseen: Task[] = [];
        for (const task of tasks) {
          const known = snapshot(accountId, task.id);
          if (known === null && newsFrom !== null && task.createdAt >= newsFrom) made.add(task.id);
          if (known !== null || (newsFrom !== null && task.updatedAt >= newsFrom)) look(task, known);
          // The daily reading of all comes to the news again, and must not take them for old.
          else if (!mayHaveHook(task) && !found.has(task.id)) unseen.push(task);
        }
        if (unseen.length > 0) adopt(accountId, unseen);
      },
      found: () => [...found.keys()],
      isNew: (taskId) => made.has(taskId),
      asked: () => {
        for (const [taskId, text] of found) remember(keyOf(taskId), text);
      },
      newest: () => newest,
    };
  };
};
