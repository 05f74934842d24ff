import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import * as v from 'valibot';
import { changeKindSchema } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import type { Hook } from '../hooks/hook.ts';
import type { SettledResult } from '../operator/line.ts';
import type { Task } from '../redbooth/task.ts';
import { type Change, type NewChange, changeAccountSchema, changeSourceSchema } from './change.ts';
import { type Snapshot, storedTaskSchema } from './snapshot.ts';

/** What one look at a task leaves behind, written in one transaction. */
export type Settlement = {
  readonly taskId: string;
  readonly hooks: readonly Hook[];
  readonly result: SettledResult;
  readonly changes: readonly NewChange[];
  /** The new snapshot; `gone` marks the old one, `keep` leaves it. */
  readonly snapshot:
    | { readonly kind: 'write'; readonly task: Task; readonly lastCommentId: string | null }
    | { readonly kind: 'gone' }
    | { readonly kind: 'keep' };
};

/** Snapshots and changes in the history file. */
export type ChangeStore = {
  readonly snapshot: (taskId: string) => Snapshot | null;
  /** Settles hooks, records changes and the snapshot: all of it, or none when it throws. Returns the changes with their ids. */
  settle(settlement: Settlement): readonly Change[];
  /** Takes tasks nobody has to be told of as they are now; those with a snapshot already are left alone. */
  readonly adopt: (tasks: readonly Task[]) => void;
  /** Changes the rules have not looked at yet, oldest first. */
  readonly undecided: () => readonly Change[];
  change(id: string): Change | null;
  /** Newest first, those with an id below `before`. */
  list(query: {
    readonly before: string | null;
    readonly limit: number;
    readonly unreadOnly: boolean;
  }): readonly Change[];
  unreadCount(): number;
  /** Marks changes read (all when null); returns how many were unread. */
  markRead(ids: readonly string[] | null): number;
};

const stored = v.pipe(v.string(), v.parseJson());
const changeRowSchema = v.object({
  id: v.number(),
  task_id: v.string(),
  kind: changeKindSchema,
  account: v.pipe(stored, changeAccountSchema),
  source: changeSourceSchema,
  happened_at: v.number(),
  recorded_at: v.number(),
  decision: v.nullable(v.picklist(['notified', 'skipped'])),
  reason: v.nullable(v.string()),
  read_at: v.nullable(v.number()),
  hook_ids: v.nullable(v.string()),
  last_hook_id: v.nullable(v.number()),
});
const snapshotRowSchema = v.object({
  task: v.pipe(stored, storedTaskSchema),
  last_comment_id: v.nullable(v.string()),
  read_at: v.number(),
  gone_at: v.nullable(v.number()),
});

/** Reads one row of `changeColumns`. */
export const readChange = (row: unknown): Change => {
  const stored = v.parse(changeRowSchema, row);
  return {
    id: String(stored.id),
    taskId: stored.task_id,
    kind: stored.kind,
    account: stored.account,
    source: stored.source,
    hookIds: stored.hook_ids === null ? [] : stored.hook_ids.split(','),
    lastHookId: stored.last_hook_id,
    happenedAt: stored.happened_at,
    recordedAt: stored.recorded_at,
    decision: stored.decision === null ? null : { kind: stored.decision, reason: stored.reason ?? '' },
    readAt: stored.read_at,
  };
};

/** The columns that `readChange` needs. */
export const changeColumns = `change.*,
  (SELECT group_concat(hook_id) FROM change_hook JOIN hook ON hook.id = hook_id WHERE change_id = change.id AND hook.source <> 'catch-up') AS hook_ids,
  (SELECT max(hook_id) FROM change_hook WHERE change_id = change.id) AS last_hook_id`;

/** Keeps snapshots and changes in `database`. */
export const createChangeStore = (database: DatabaseSync, clock: Clock): ChangeStore => {
  const all = (sql: string, ...values: SQLInputValue[]): readonly Change[] =>
    database
      .prepare(sql)
      .all(...values)
      .map(readChange);
  const readSnapshot = database.prepare(
    'SELECT task, last_comment_id, read_at, gone_at FROM snapshot WHERE task_id = ?',
  );
  const writeSnapshot = database.prepare(
    `INSERT INTO snapshot (task_id, project_id, task, last_comment_id, read_at, gone_at) VALUES (?, ?, ?, ?, ?, NULL)
     ON CONFLICT (task_id) DO UPDATE SET project_id = excluded.project_id, task = excluded.task,
       last_comment_id = excluded.last_comment_id, read_at = excluded.read_at, gone_at = NULL`,
  );
  const adoptSnapshot = database.prepare(
    // A task that a hook is waiting for is left to its look, which has something to tell.
    `INSERT INTO snapshot (task_id, project_id, task, read_at) SELECT ?1, ?2, ?3, ?4
     WHERE NOT EXISTS (SELECT 1 FROM hook WHERE task_id = ?1 AND settled_at IS NULL) ON CONFLICT (task_id) DO NOTHING`,
  );
  const markGone = database.prepare('UPDATE snapshot SET gone_at = ? WHERE task_id = ?');
  const insertChange = database.prepare(
    'INSERT INTO change (task_id, kind, account, source, happened_at, recorded_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const linkHook = database.prepare('INSERT INTO change_hook (change_id, hook_id) VALUES (?, ?)');
  const settleHook = database.prepare('UPDATE hook SET settled_at = ?, result = ? WHERE id = ? AND settled_at IS NULL');
  const countUnread = database.prepare(
    'SELECT count(*) AS unread FROM change WHERE read_at IS NULL AND decision IS NOT NULL',
  );

  return {
    snapshot: (taskId) => {
      const row = readSnapshot.get(taskId);
      if (row === undefined) return null;
      const stored = v.safeParse(snapshotRowSchema, row);
      // One that cannot be read any more is none: the task is seen anew.
      if (!stored.success) return null;
      const { task, last_comment_id: lastCommentId, read_at: readAt, gone_at: goneAt } = stored.output;
      return { task, lastCommentId, readAt, goneAt };
    },
    settle: ({ taskId, hooks, result, changes, snapshot }) =>
      transaction(database, () => {
        const now = clock.now();
        const hookIds = hooks.filter((hook) => hook.source !== 'catch-up').map((hook) => hook.id);
        const lastHookId = Math.max(...hooks.map((hook) => Number(hook.id)));
        const recorded = changes.map((change): Change => {
          const { lastInsertRowid } = insertChange.run(
            taskId,
            change.kind,
            JSON.stringify(change.account),
            change.source,
            change.happenedAt,
            now,
          );
          for (const hook of hooks) linkHook.run(lastInsertRowid, Number(hook.id));
          return {
            ...change,
            id: String(lastInsertRowid),
            taskId,
            hookIds,
            lastHookId,
            recordedAt: now,
            decision: null,
            readAt: null,
          };
        });
        if (snapshot.kind === 'write') {
          writeSnapshot.run(
            taskId,
            snapshot.task.projectId,
            JSON.stringify(snapshot.task),
            snapshot.lastCommentId,
            now,
          );
        } else if (snapshot.kind === 'gone') markGone.run(now, taskId);
        for (const hook of hooks) settleHook.run(now, result, Number(hook.id));
        return recorded;
      }),
    adopt: (tasks) =>
      transaction(database, () => {
        for (const task of tasks) adoptSnapshot.run(task.id, task.projectId, JSON.stringify(task), clock.now());
      }),
    undecided: () => all(`SELECT ${changeColumns} FROM change WHERE decision IS NULL ORDER BY id`),
    change: (id) => all(`SELECT ${changeColumns} FROM change WHERE id = ?`, Number(id))[0] ?? null,
    list: ({ before, limit, unreadOnly }) =>
      all(
        `SELECT ${changeColumns} FROM change WHERE id < ? ${unreadOnly ? 'AND read_at IS NULL AND decision IS NOT NULL' : ''} ORDER BY id DESC LIMIT ?`,
        before === null ? Number.MAX_SAFE_INTEGER : Number(before),
        limit,
      ),
    unreadCount: () => Number(countUnread.get()?.['unread']),
    markRead: (ids) => {
      const now = clock.now();
      if (ids === null)
        return Number(database.prepare('UPDATE change SET read_at = ? WHERE read_at IS NULL').run(now).changes);
      const mark = database.prepare('UPDATE change SET read_at = ? WHERE id = ? AND read_at IS NULL');
      return transaction(database, () =>
        ids.reduce((count, id) => count + Number(mark.run(now, Number(id)).changes), 0),
      );
    },
  };
};
