import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { TaskDetail } from '../../contract/index.ts';

/** The journal's entries of a task, newest first, at most `limit`; nothing of the secret they came in by. */
export type TaskJournal = (taskId: string, limit: number) => TaskDetail['hooks'];

const hookRow = v.object({
  id: v.pipe(v.number(), v.transform(String)),
  action: v.string(),
  source: v.string(),
  receivedAt: v.number(),
  result: v.nullable(v.string()),
});

/** Reads them from `database`. */
export const createTaskJournal = (database: DatabaseSync): TaskJournal => {
  const find = database.prepare(
    `SELECT id, action, source, received_at AS receivedAt, CASE WHEN settled_at IS NULL THEN NULL ELSE result END AS result
     FROM hook WHERE task_id = ? ORDER BY id DESC LIMIT ?`,
  );
  return (taskId, limit) => find.all(taskId, limit).map((row) => v.parse(hookRow, row));
};
