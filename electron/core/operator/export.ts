import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '../database/transaction.ts';
import { changeColumns, readChange } from '../changes/stored-change.ts';
import { changeLine } from './change-line.ts';
import type { Report, SettledResult } from './line.ts';

const hookRow = v.object({ id: v.number(), task_id: v.string(), action: v.string(), received_at: v.number() });
const settledRow = v.object({
  task_id: v.string(),
  result: v.picklist(['changed', 'unchanged', 'not-visible', 'gone'] satisfies SettledResult[]),
  settled_at: v.number(),
  hook_ids: v.string(),
  change_ids: v.nullable(v.string()),
});
const notificationRow = v.object({
  id: v.number(),
  replaces: v.nullable(v.number()),
  title: v.string(),
  body: v.string(),
  url: v.nullable(v.string()),
  claimed_at: v.number(),
  change_ids: v.nullable(v.string()),
});

const split = (ids: string | null): string[] => (ids === null ? [] : ids.split(','));

/** Reports what the history file holds as the lines of `--json`: hooks, changes, settled, notifications, skipped. */
export const exportHistory = (database: DatabaseSync, report: Report): void => {
  // One transaction: all lines are of the same moment, also beside a running app.
  transaction(database, () => reportAll(database, report), 'BEGIN');
};

const reportAll = (database: DatabaseSync, report: Report): void => {
  const rows = (sql: string): Iterable<unknown> => database.prepare(sql).iterate();
  for (const row of rows(`SELECT id, task_id, action, received_at FROM hook WHERE source <> 'catch-up' ORDER BY id`)) {
    const hook = v.parse(hookRow, row);
    report({ event: 'hook', id: String(hook.id), taskId: hook.task_id, action: hook.action }, hook.received_at);
  }
  for (const row of rows(`SELECT ${changeColumns} FROM change ORDER BY id`)) {
    const change = readChange(row);
    report(changeLine(change), change.recordedAt);
  }
  const settled = `
    SELECT hook.task_id, hook.result, hook.settled_at, group_concat(hook.id) AS hook_ids,
      (SELECT group_concat(change_id) FROM (SELECT DISTINCT change_id FROM change_hook JOIN hook AS other ON other.id = change_hook.hook_id
        WHERE other.task_id = hook.task_id AND other.settled_at = hook.settled_at ORDER BY change_id)) AS change_ids
    FROM hook WHERE hook.settled_at IS NOT NULL AND hook.source <> 'catch-up'
    GROUP BY hook.task_id, hook.settled_at ORDER BY hook.settled_at, min(hook.id)`;
  for (const row of rows(settled)) {
    const {
      task_id: taskId,
      result,
      settled_at: at,
      hook_ids: hookIds,
      change_ids: changeIds,
    } = v.parse(settledRow, row);
    report({ event: 'settled', hookIds: split(hookIds), taskId, result, changeIds: split(changeIds) }, at);
  }
  const notifications = `
    SELECT id, replaces, title, body, url, claimed_at,
      (SELECT group_concat(change_id) FROM notification_change WHERE notification_id = notification.id AND is_repeated = 0) AS change_ids
    FROM notification ORDER BY id`;
  for (const row of rows(notifications)) {
    const { id, replaces, title, body, url, claimed_at: at, change_ids: changeIds } = v.parse(notificationRow, row);
    const replaced = replaces === null ? null : String(replaces);
    report(
      { event: 'notification', id: String(id), replaces: replaced, changeIds: split(changeIds), title, body, url },
      at,
    );
  }
  for (const row of rows(`SELECT ${changeColumns} FROM change WHERE decision = 'skipped' ORDER BY id`)) {
    const { id, decision, recordedAt } = readChange(row);
    report({ event: 'skipped', changeId: id, reason: decision?.reason ?? '' }, recordedAt);
  }
};
