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
  // Only settled hooks have an index by task; few others are ever waiting.
  const find = database.prepare(
    `SELECT id, action, source, received_at AS receivedAt, NULL AS result FROM hook WHERE task_id = ?1 AND settled_at IS NULL
     UNION ALL SELECT id, action, source, received_at, result FROM hook WHERE task_id = ?1 AND settled_at IS NOT NULL
     ORDER BY id DESC LIMIT ?2`,
  );
  return (taskId, limit) => find.all(taskId, limit).map((row) => v.parse(hookRow, row));
};
