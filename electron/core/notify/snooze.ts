import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';

/** Changes that are to be told again later, also over restarts and sleep. Moments are ms since 1970. */
export type Snoozes = {
  /** Has a change told again at a moment, in place of any moment before. */
  readonly snooze: (changeId: string, until: number) => void;
  /** Takes it back; gives those that were snoozed. */
  readonly cancel: (changeIds: readonly string[]) => readonly string[];
  /** When a change is told again; null when it is not snoozed. */
  readonly until: (changeId: string) => number | null;
  /** When a change was snoozed, 0 where that is not known; null when it is not snoozed. */
  readonly setAt: (changeId: string) => number | null;
  /** The changes whose moment has come, in that order. */
  readonly due: () => readonly string[];
  /** Forgets that these were snoozed; to be called in the transaction that claims their notification. */
  readonly take: (changeIds: readonly string[]) => void;
  /** Looks at the clock anew: at the start, and after sleep. */
  readonly check: () => void;
  dispose(): void;
};

const idRow = v.object({ change_id: v.pipe(v.number(), v.transform(String)) });
const momentRow = v.object({ due_at: v.nullable(v.number()) });
const setRow = v.object({ set_at: v.nullable(v.number()) });

/** The longest the timer runs: nothing else notices that the clock was set. */
const longestRest = 3_600_000;

/** Keeps snoozes in `database`; `onDue` is told when one is due, and of all that are due at a check. */
export const createSnoozes = (ports: {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly onDue: () => void;
}): Snoozes => {
  const { database, clock, onDue } = ports;
  const insert = database.prepare(
    `INSERT INTO snooze (change_id, due_at, set_at) SELECT id, ?2, ?3 FROM change WHERE id = ?1
     ON CONFLICT (change_id) DO UPDATE SET due_at = excluded.due_at, set_at = excluded.set_at`,
  );
  const remove = database.prepare('DELETE FROM snooze WHERE change_id = ? RETURNING change_id');
  const find = database.prepare('SELECT due_at FROM snooze WHERE change_id = ?');
  const findSet = database.prepare('SELECT set_at FROM snooze WHERE change_id = ?');
  const findDue = database.prepare('SELECT change_id FROM snooze WHERE due_at <= ? ORDER BY due_at, change_id');
  const findNext = database.prepare('SELECT min(due_at) AS due_at FROM snooze WHERE due_at > ?');
  let isDisposed = false;
  let cancelTimer = (): void => undefined;

  const removed = (changeIds: readonly string[]): readonly string[] =>
    changeIds.flatMap((id) => remove.all(Number(id)).map((row) => v.parse(idRow, row).change_id));
  const due = (): readonly string[] => findDue.all(clock.now()).map((row) => v.parse(idRow, row).change_id);
  const arm = (): void => {
    cancelTimer();
    if (isDisposed) return;
    const { due_at: next } = v.parse(momentRow, findNext.get(clock.now()));
    if (next !== null) cancelTimer = clock.schedule(Math.min(next - clock.now(), longestRest), check);
  };
  const check = (): void => {
    arm();
    if (!isDisposed && due().length > 0) onDue();
  };

  return {
    snooze: (changeId, until) => {
      insert.run(Number(changeId), until, clock.now());
      arm();
    },
    cancel: (changeIds) => (changeIds.length === 0 ? [] : transaction(database, () => removed(changeIds))),
    until: (changeId) => {
      const row = find.get(Number(changeId));
      return row === undefined ? null : v.parse(momentRow, row).due_at;
    },
    setAt: (changeId) => {
      const row = findSet.get(Number(changeId));
      return row === undefined ? null : (v.parse(setRow, row).set_at ?? 0);
    },
    due,
    take: (changeIds) => void removed(changeIds),
    check,
    dispose: () => {
      isDisposed = true;
      cancelTimer();
    },
  };
};
