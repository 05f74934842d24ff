import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { Reminder } from './reminder.ts';

/** Which reminders an account was given, for good: each at most once for a task and a due date. */
export type ToldReminders = {
  /** Also true of “due today” once the task was told to be overdue: a clock that is set back does not take that back. */
  isTold(accountId: string, reminder: Reminder): boolean;
  /** To be called in the transaction that claims their notification. Throws, like SQLite, when one was told already. */
  record(accountId: string, reminders: readonly Reminder[]): void;
};

/** Keeps the account of reminders in `database`. */
export const createToldReminders = (database: DatabaseSync, clock: Clock): ToldReminders => {
  const find = database.prepare(
    `SELECT 1 FROM reminder WHERE account_id = ? AND task_id = ? AND due_on = ? AND kind IN (?, 'overdue')`,
  );
  const insert = database.prepare(
    'INSERT INTO reminder (account_id, task_id, kind, due_on, told_at) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    isTold: (accountId, { task, dueOn, kind }) => find.get(Number(accountId), task.id, dueOn, kind) !== undefined,
    record: (accountId, reminders) => {
      for (const { task, dueOn, kind } of reminders) insert.run(Number(accountId), task.id, kind, dueOn, clock.now());
    },
  };
};
