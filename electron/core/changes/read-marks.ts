import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';

/** Which changes the user has read. */
export type ReadMarks = {
  unreadCount(): number;
  /**
   * Marks changes read (all when null). Answers with the time (ms) that they were marked with, which is of this reading alone;
   * null when none of them was unread.
   */
  readonly markRead: (ids: readonly string[] | null) => number | null;
  /** Undoes one of the latest readings of this run; gives the changes that are unread again. */
  readonly undoRead: (readAt: number) => readonly string[];
  /** Makes listed changes unread; gives those that were not. */
  readonly markUnread: (ids: readonly string[]) => readonly string[];
};

/** An undo is offered for moments; this many readings are remembered. */
const readingsAtMost = 20;
const idRow = v.object({ id: v.number() });

/** Keeps the marks in `database`, and what can be undone in memory. */
export const createReadMarks = (database: DatabaseSync, clock: Clock): ReadMarks => {
  const countUnread = database.prepare(
    'SELECT count(*) AS unread FROM change WHERE read_at IS NULL AND decision IS NOT NULL',
  );
  const markAll = database.prepare('UPDATE change SET read_at = ? WHERE read_at IS NULL RETURNING id');
  const mark = database.prepare('UPDATE change SET read_at = ? WHERE id = ? AND read_at IS NULL RETURNING id');
  // Somebody else may have marked it since: then it stays.
  const undo = database.prepare('UPDATE change SET read_at = NULL WHERE id = ? AND read_at = ? RETURNING id');
  const unmark = database.prepare(
    `UPDATE change SET read_at = NULL WHERE id = ? AND read_at IS NOT NULL AND decision IS NOT NULL AND reason <> 'ignored' RETURNING id`,
  );
  const readings = new Map<number, readonly number[]>();
  let lastReadAt = 0;

  const idsOf = (rows: readonly unknown[]): readonly number[] => rows.map((row) => v.parse(idRow, row).id);
  const remember = (readAt: number, ids: readonly number[]): void => {
    readings.set(readAt, ids);
    const [oldest] = readings.keys();
    if (readings.size > readingsAtMost && oldest !== undefined) readings.delete(oldest);
  };

  return {
    unreadCount: () => Number(countUnread.get()?.['unread']),
    markRead: (ids) => {
      const readAt = Math.max(clock.now(), lastReadAt + 1);
      const marked =
        ids === null
          ? idsOf(markAll.all(readAt))
          : transaction(database, () => ids.flatMap((id) => idsOf(mark.all(readAt, Number(id)))));
      if (marked.length === 0) return null;
      lastReadAt = readAt;
      remember(readAt, marked);
      return readAt;
    },
    undoRead: (readAt) => {
      const ids = readings.get(readAt) ?? [];
      const undone = transaction(database, () => ids.flatMap((id) => idsOf(undo.all(id, readAt))));
      readings.delete(readAt);
      return undone.map(String);
    },
    markUnread: (ids) => transaction(database, () => ids.flatMap((id) => idsOf(unmark.all(Number(id))))).map(String),
  };
};
