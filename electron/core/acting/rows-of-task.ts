import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Change } from '../changes/change.ts';

const most = 50;
const idRow = v.object({ id: v.pipe(v.number(), v.transform(String)) });

/**
 * The rows that show a task's state next to that of a change: the change itself and the newer ones of its task, newest
 * first. Whatever page shows the change shows those as well.
 */
export const createRowsOfTask = (
  database: DatabaseSync,
): ((change: Pick<Change, 'id' | 'accountId' | 'taskId'>) => readonly string[]) => {
  const find = database.prepare(
    `SELECT id FROM change WHERE task_id = ? AND account_id = ? AND id >= ? AND decision IS NOT NULL ORDER BY id DESC LIMIT ${most}`,
  );
  return ({ id, accountId, taskId }) =>
    find.all(taskId, Number(accountId), Number(id)).map((row) => v.parse(idRow, row).id);
};
