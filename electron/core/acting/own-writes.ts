import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { storedTaskSchema } from '../changes/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Task } from '../redbooth/task.ts';

/**
 * Something the user did to a task from here. `before` is the task as it was read just before. `status` is what was
 * written, null for a comment. `after` is the task as Redbooth answered; null for a comment, and where no answer came, so
 * that the write may or may not have arrived. `at` is when `before`
 * was asked for, in ms since 1970 by this machine's clock.
 */
export type OwnWrite = {
  readonly userId: string;
  readonly before: Task;
  readonly status: Task['status'] | null;
  readonly after: Task | null;
  readonly at: number;
};

/** A write under way. Call `ended` once: with Redbooth's answer, null where there is none, or `not-done` when it surely was not carried out. */
export type WriteUnderWay = { readonly ended: (outcome: Task | null | 'not-done') => void };

/** What the user wrote lately, so that a look can tell it from what others did. Kept in the history file. */
export type OwnWrites = {
  /** Records that a write is about to be sent; `before` names the task. */
  begin(write: {
    readonly accountId: string;
    readonly userId: string;
    readonly before: Task;
    readonly status: Task['status'] | null;
    readonly at: number;
  }): WriteUnderWay;
  /** The writes to a task, oldest first, once none of them is under way any more. */
  readonly settled: (accountId: string, taskId: string) => Promise<readonly OwnWrite[]>;
  /** The last task that Redbooth answered a write with, and when (ms); null when there was none lately. */
  lastAnswer(accountId: string, taskId: string): { readonly task: Task; readonly at: number } | null;
};

/** A look comes seconds after a write; only an outage keeps it waiting for longer. */
const keptFor = 24 * 3_600_000;
/** A write nobody answered explains an edit by nobody for no longer than this. */
const uncertainFor = 3_600_000;

const stored = v.pipe(v.string(), v.parseJson(), storedTaskSchema);
const writeRow = v.object({
  user_id: v.string(),
  task_before: stored,
  status: v.nullable(v.string()),
  task_after: v.nullable(stored),
  begun_at: v.number(),
});
const answerRow = v.object({ task_after: stored, ended_at: v.number() });

/** Opens the table own_write. A record that cannot be written holds no write up: it is then told by what Redbooth says of it. */
export const createOwnWrites = (database: DatabaseSync, clock: Clock, log: Pick<Log, 'warn'>): OwnWrites => {
  const insert = database.prepare(
    'INSERT INTO own_write (account_id, task_id, user_id, status, task_before, begun_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const end = database.prepare('UPDATE own_write SET task_after = ?, ended_at = ? WHERE id = ?');
  const forget = database.prepare('DELETE FROM own_write WHERE id = ?');
  const expire = database.prepare(
    `DELETE FROM own_write WHERE begun_at < ? OR (begun_at < ? AND task_after IS NULL AND status IS NOT NULL)`,
  );
  const find = database.prepare(
    `SELECT user_id, task_before, status, task_after, begun_at FROM own_write
     WHERE account_id = ? AND task_id = ? AND begun_at >= ? AND (begun_at >= ? OR task_after IS NOT NULL OR status IS NULL) ORDER BY id`,
  );
  const findAnswer = database.prepare(
    'SELECT task_after, ended_at FROM own_write WHERE account_id = ? AND task_id = ? AND task_after IS NOT NULL ORDER BY id DESC LIMIT 1',
  );
  const underWay = new Map<string, Promise<unknown>>();

  const recorded = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch (error) {
      log.warn(`What was written to Redbooth could not be recorded: ${String(error)}`);
      return null;
    }
  };

  return {
    begin: ({ accountId, userId, before, status, at }) => {
      const key = `${accountId}/${before.id}`;
      const id = recorded(() => {
        const now = clock.now();
        expire.run(now - keptFor, now - uncertainFor);
        const account = Number(accountId);
        return insert.run(account, before.id, userId, status, JSON.stringify(before), at).lastInsertRowid;
      });
      let release = (): void => undefined;
      const earlier = underWay.get(key);
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const all = Promise.all([earlier, released]).finally(() => {
        if (underWay.get(key) === all) underWay.delete(key);
      });
      underWay.set(key, all);
      return {
        ended: (outcome) => {
          if (id !== null) {
            recorded(() =>
              outcome === 'not-done'
                ? forget.run(id)
                : end.run(outcome === null ? null : JSON.stringify(outcome), clock.now(), id),
            );
          }
          release();
        },
      };
    },
    settled: async (accountId, taskId) => {
      await underWay.get(`${accountId}/${taskId}`);
      const now = clock.now();
      return find.all(Number(accountId), taskId, now - keptFor, now - uncertainFor).flatMap((row) => {
        const write = v.safeParse(writeRow, row);
        if (!write.success) return [];
        const { user_id: userId, task_before: before, status, task_after: after, begun_at: at } = write.output;
        return [{ userId, before, status, after, at }];
      });
    },
    lastAnswer: (accountId, taskId) => {
      const row = v.safeParse(answerRow, findAnswer.get(Number(accountId), taskId));
      return row.success ? { task: row.output.task_after, at: row.output.ended_at } : null;
    },
  };
};
