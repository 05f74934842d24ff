import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from './transaction.ts';

/** What is kept: nothing from before `olderThan` (ms since 1970), and of changes at most the newest `keepAtMost`. */
export type Retention = { readonly olderThan: number; readonly keepAtMost: number };

/** Deletes what is not to be kept, a little at a time: each call is one transaction, and says whether more is left to do. */
export type Pruning = { step(): { readonly isDone: boolean; readonly deleted: number } };

/** So much is done within a few ms. */
const changesAtOnce = 10;
const rowsAtOnce = 200;
const indexPagesAtOnce = 8;

const changeRow = v.object({ id: v.number(), recorded_at: v.number(), isFree: v.number() });
const row = v.object({ id: v.number(), at: v.number(), isFree: v.number() });
type Row = v.InferOutput<typeof row>;

/** One walk from the oldest rows to the first that is kept. */
type Walk = () => { readonly isDone: boolean; readonly deleted: number };

/**
 * Prepares to delete from `database`. Changes go by their age as they were recorded, with their words in the index. Hooks
 * and notifications follow once no change needs them. What is never touched: hooks that are not settled, changes that the
 * rules have not decided or that are snoozed, notifications under way, and what is known of tasks and people. The file does not shrink: its room
 * is used again, and overwritten as it is. Throws what SQLite throws; a step that throws has deleted nothing.
 */
export const pruneHistory = (database: DatabaseSync, { olderThan, keepAtMost }: Retention): Pruning => {
  const firstTooMany = database
    .prepare(
      `SELECT id, recorded_at, 1 AS isFree FROM change WHERE id = (
         SELECT id FROM change WHERE reason IS NOT 'ignored' ORDER BY id DESC LIMIT 1 OFFSET ?)`,
    )
    .get(keepAtMost);
  const tooMany = firstTooMany === undefined ? null : v.parse(changeRow, firstTooMany);

  const nextChanges = database.prepare(
    `SELECT id, recorded_at, decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snooze WHERE change_id = id) AS isFree
     FROM change WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const forgetTold = database.prepare('DELETE FROM notification_change WHERE change_id = ?');
  const deleteChange = database.prepare('DELETE FROM change WHERE id = ?');
  let lastChange = 0;
  let changesGone = 0;
  const walkChanges: Walk = () => {
    const changes = nextChanges.all(lastChange, changesAtOnce).map((each) => v.parse(changeRow, each));
    const isExpired = ({ id, recorded_at: at }: v.InferOutput<typeof changeRow>): boolean =>
      at < olderThan || (tooMany !== null && id <= tooMany.id);
    const gone = changes.filter((change) => isExpired(change) && change.isFree === 1);
    for (const { id } of gone) {
      forgetTold.run(id);
      deleteChange.run(id);
    }
    changesGone += gone.length;
    lastChange = changes.at(-1)?.id ?? lastChange;
    return { isDone: changes.length < changesAtOnce || !changes.every(isExpired), deleted: gone.length };
  };

  /** `isFree`: whether nothing that is kept needs the row. */
  const walkRows = (table: 'hook' | 'notification', at: string, isFree: string): Walk => {
    const next = database.prepare(
      `SELECT id, ${at} AS at, ${isFree} AS isFree FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
    );
    const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
    let last = 0;
    return () => {
      const rows = next.all(last, rowsAtOnce).map((each) => v.parse(row, each));
      const isExpired = (each: Row): boolean =>
        each.at < olderThan || (tooMany !== null && each.at <= tooMany.recorded_at);
      const gone = rows.filter((each) => isExpired(each) && each.isFree === 1);
      for (const { id } of gone) remove.run(id);
      last = rows.at(-1)?.id ?? last;
      return { isDone: rows.length < rowsAtOnce || !rows.every(isExpired), deleted: gone.length };
    };
  };

  // The index only notes what is deleted; the words themselves are there until its parts are merged (SQLite, FTS5: merge).
  const merge = database.prepare(`INSERT INTO change_search (change_search, rank) VALUES ('merge', ?)`);
  const countWrites = database.prepare('SELECT total_changes() AS writes');
  const writes = (): number => Number(countWrites.get()?.['writes']);
  let pages = -indexPagesAtOnce;
  const mergeIndex: Walk = () => {
    if (changesGone === 0) return { isDone: true, deleted: 0 };
    const before = writes();
    merge.run(pages);
    pages = indexPagesAtOnce;
    return { isDone: writes() - before < 2, deleted: 0 };
  };

  const walks: Walk[] = [
    walkChanges,
    mergeIndex,
    walkRows(
      'hook',
      'received_at',
      'settled_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change_hook WHERE hook_id = hook.id)',
    ),
    walkRows(
      'notification',
      'claimed_at',
      `state <> 'claimed' AND NOT EXISTS (SELECT 1 FROM notification_change WHERE notification_id = notification.id)`,
    ),
  ];
  return {
    step: () => {
      const [walk] = walks;
      if (walk === undefined) return { isDone: true, deleted: 0 };
      const { isDone, deleted } = transaction(database, walk);
      if (isDone) walks.shift();
      return { isDone: walks.length === 0, deleted };
    },
  };
};
