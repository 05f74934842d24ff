import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import type { Hook } from '../hooks/hook.ts';
import type { SettledResult } from '../operator/line.ts';
import type { Task } from '../redbooth/task.ts';
import { subjectsOf } from '../notify/rule-subjects.ts';
import type { Change, NewChange } from './change.ts';
import { type ChangeList, createChangeList } from './change-list.ts';
import { type ReadMarks, createReadMarks } from './read-marks.ts';
import { changeColumns, readChange } from './stored-change.ts';
import { type Snapshot, storedTaskSchema } from './snapshot.ts';

/** What one look at a task leaves behind, written in one transaction. */
export type Settlement = {
  readonly accountId: string;
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
export type ChangeStore = ChangeList &
  ReadMarks & {
    readonly snapshot: (accountId: string, taskId: string) => Snapshot | null;
    /** The projects of which an account has seen tasks that are not gone. */
    readonly projectsSeen: (accountId: string) => readonly string[];
    /** The tasks that an account has seen in a project and that are not gone. */
    readonly tasksSeen: (accountId: string, projectId: string) => readonly string[];
    /** Tasks of an account as they were last seen, not gone, whose due date is `through` (YYYY-MM-DD) or earlier, earliest first. */
    readonly tasksDue: (accountId: string, through: string) => readonly Task[];
    /** Settles hooks, records changes and the snapshot: all of it, or none when it throws. Returns the changes with their ids. */
    settle(settlement: Settlement): readonly Change[];
    /** Takes tasks nobody has to be told of as they are now; those with a snapshot already are left alone. */
    readonly adopt: (accountId: string, tasks: readonly Task[]) => void;
    /** Changes the rules have not looked at yet, oldest first. */
    readonly undecided: () => readonly Change[];
    change(id: string): Change | null;
  };

const stored = v.pipe(v.string(), v.parseJson());
const snapshotRowSchema = v.object({
  task: v.pipe(stored, storedTaskSchema),
  last_comment_id: v.nullable(v.string()),
  read_at: v.number(),
  gone_at: v.nullable(v.number()),
});

const projectRowSchema = v.object({ project_id: v.string() });
const taskRowSchema = v.object({ task_id: v.string() });
const dueRowSchema = v.object({ task: v.pipe(stored, storedTaskSchema) });

const undecidedRowSchema = v.object({ id: v.pipe(v.number(), v.transform(String)), read_at: v.nullable(v.number()) });

/** Keeps snapshots and changes in `database`. */
export const createChangeStore = (database: DatabaseSync, clock: Clock): ChangeStore => {
  const findUndecided = database.prepare('SELECT id, read_at FROM change WHERE decision IS NULL ORDER BY id');
  const findChange = database.prepare(`SELECT ${changeColumns} FROM change WHERE id = ?`);
  const readSnapshot = database.prepare(
    'SELECT task, last_comment_id, read_at, gone_at FROM snapshot WHERE account_id = ? AND task_id = ?',
  );
  const findProjects = database.prepare(
    'SELECT DISTINCT project_id FROM snapshot WHERE account_id = ? AND gone_at IS NULL ORDER BY project_id',
  );
  const findTasks = database.prepare(
    'SELECT task_id FROM snapshot WHERE account_id = ? AND project_id = ? AND gone_at IS NULL ORDER BY task_id',
  );
  const findDue = database.prepare(
    'SELECT task FROM snapshot WHERE account_id = ? AND due_on <= ? AND due_on IS NOT NULL AND gone_at IS NULL ORDER BY due_on, task_id',
  );
  const writeSnapshot = database.prepare(
    `INSERT INTO snapshot (account_id, task_id, project_id, task, last_comment_id, read_at, gone_at) VALUES (?, ?, ?, ?, ?, ?, NULL)
     ON CONFLICT (account_id, task_id) DO UPDATE SET project_id = excluded.project_id, task = excluded.task,
       last_comment_id = excluded.last_comment_id, read_at = excluded.read_at, gone_at = NULL`,
  );
  const adoptSnapshot = database.prepare(
    `INSERT INTO snapshot (account_id, task_id, project_id, task, read_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account_id, task_id) DO NOTHING`,
  );
  const findWaiting = database.prepare('SELECT DISTINCT task_id FROM hook WHERE settled_at IS NULL');
  const markGone = database.prepare('UPDATE snapshot SET gone_at = ? WHERE account_id = ? AND task_id = ?');
  const insertChange = database.prepare(
    'INSERT INTO change (account_id, task_id, kind, account, source, happened_at, recorded_at, subjects) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const linkHook = database.prepare('INSERT INTO change_hook (change_id, hook_id) VALUES (?, ?)');
  const settleHook = database.prepare('UPDATE hook SET settled_at = ?, result = ? WHERE id = ? AND settled_at IS NULL');

  const find = (id: string): Change | null => {
    const row = findChange.get(Number(id));
    return row === undefined ? null : readChange(row);
  };
  // In a storm there are a thousand, and they are asked for several times a second: none is read from the file twice.
  let undecided = new Map<string, Change>();

  return {
    ...createChangeList(database),
    ...createReadMarks(database, clock),
    snapshot: (accountId, taskId) => {
      const row = readSnapshot.get(Number(accountId), taskId);
      if (row === undefined) return null;
      const stored = v.safeParse(snapshotRowSchema, row);
      // One that cannot be read any more is none: the task is seen anew.
      if (!stored.success) return null;
      const { task, last_comment_id: lastCommentId, read_at: readAt, gone_at: goneAt } = stored.output;
      return { task, lastCommentId, readAt, goneAt };
    },
    projectsSeen: (accountId) =>
      findProjects.all(Number(accountId)).map((row) => v.parse(projectRowSchema, row).project_id),
    tasksSeen: (accountId, projectId) =>
      findTasks.all(Number(accountId), projectId).map((row) => v.parse(taskRowSchema, row).task_id),
    tasksDue: (accountId, through) =>
      findDue.all(Number(accountId), through).flatMap((row) => {
        const due = v.safeParse(dueRowSchema, row);
        return due.success ? [due.output.task] : [];
      }),
    settle: ({ accountId, taskId, hooks, result, changes, snapshot }) => {
      const settled = transaction(database, () => {
        const now = clock.now();
        const hookIds = hooks.filter((hook) => hook.source !== 'catch-up').map((hook) => hook.id);
        const lastHookId = hooks.reduce((last, { id }) => Math.max(last, Number(id)), 0);
        const recorded = changes.map((change): Change => {
          const { lastInsertRowid } = insertChange.run(
            Number(accountId),
            taskId,
            change.kind,
            JSON.stringify(change.account),
            change.source,
            change.happenedAt,
            now,
            subjectsOf(change).join(' '),
          );
          for (const hook of hooks) linkHook.run(lastInsertRowid, Number(hook.id));
          return {
            ...change,
            id: String(lastInsertRowid),
            accountId,
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
            Number(accountId),
            taskId,
            snapshot.task.projectId,
            JSON.stringify(snapshot.task),
            snapshot.lastCommentId,
            now,
          );
        } else if (snapshot.kind === 'gone') markGone.run(now, Number(accountId), taskId);
        for (const hook of hooks) settleHook.run(now, result, Number(hook.id));
        return recorded;
      });
      for (const change of settled) undecided.set(change.id, change);
      return settled;
    },
    adopt: (accountId, tasks) =>
      transaction(database, () => {
        // A task that a hook is waiting for is left to its look, which has something to tell.
        const waiting = new Set(findWaiting.all().map((row) => v.parse(taskRowSchema, row).task_id));
        for (const task of tasks)
          if (!waiting.has(task.id))
            adoptSnapshot.run(Number(accountId), task.id, task.projectId, JSON.stringify(task), clock.now());
      }),
    undecided: () => {
      const found = findUndecided.all().flatMap((row): Change[] => {
        const { id, read_at: readAt } = v.parse(undecidedRowSchema, row);
        const change = undecided.get(id) ?? find(id);
        return change === null ? [] : [{ ...change, readAt }];
      });
      undecided = new Map(found.map((change) => [change.id, change]));
      return found;
    },
    change: find,
  };
};
