import type { Edit, Task, TaskComment } from '../redbooth/task.ts';
import type { TrackedField } from './change.ts';

/** One field before and after in the API's own terms: ids are still ids. */
export type RawEdit = { readonly field: TrackedField; readonly before: string | null; readonly after: string | null };

/** Something one person did in one go, as far as it can be told apart. `at` is ms since 1970. */
export type RawChange = {
  readonly actorUserId: string | null;
  readonly at: number;
  readonly edits: readonly RawEdit[];
  readonly comment: { readonly id: string; readonly body: string } | null;
};

/** A save in Redbooth may write its comment and the task's row some seconds apart. */
const sameSave = 60_000;

type Values = ReadonlyMap<TrackedField, string | null>;

/** The tracked fields of a task as text. */
export const valuesOf = (task: Task): Values =>
  new Map<TrackedField, string | null>([
    ['name', task.name],
    ['status', task.status],
    ['assigned_id', task.assignedPersonId],
    ['due_on', task.dueOn],
    ['urgent', String(task.isUrgent)],
    ['description', task.description],
    ['is_private', String(task.isPrivate)],
    ['project_id', task.projectId],
    ['task_list_id', task.taskListId],
  ]);

const rawEdit = <Value>(field: TrackedField, edit: Edit<Value> | null): RawEdit[] => {
  const write = (value: Value): string | null => (value === null ? null : String(value));
  return edit === null ? [] : [{ field, before: write(edit.before), after: write(edit.after) }];
};

/** What a comment says changed: Redbooth's comments carry both sides (redbooth-api, section 6). */
export const editsOfComment = (comment: TaskComment): readonly RawEdit[] => [
  ...rawEdit('status', comment.status),
  ...rawEdit('assigned_id', comment.assignedPersonId),
  ...rawEdit('due_on', comment.dueOn),
  ...rawEdit('urgent', comment.isUrgent),
  ...rawEdit('is_private', comment.isPrivate),
];

const fromComment = (comment: TaskComment): RawChange => ({
  actorUserId: comment.userId,
  at: comment.createdAt,
  edits: editsOfComment(comment),
  comment: comment.body.trim() === '' ? null : { id: comment.id, body: comment.body },
});

/**
 * Whether the snapshot had an edit already: a task's row may be read before its comment can be, and what it showed was told
 * then. A comment that is newer than the snapshot is believed to bring its edit anew.
 */
const isCovered = ({ before, after }: RawEdit, last: string | null, comment: TaskComment, previous: Task): boolean => {
  const age = previous.updatedAt - comment.createdAt;
  return age > 0 || (last !== before && age >= (last === after ? -sameSave : 0));
};

const saysSomething = (change: RawChange): boolean => change.edits.length > 0 || change.comment !== null;

/**
 * One account of what happened between two looks at a task, in order and saying nothing twice: each new comment is a
 * change by its author; what the comments do not explain is the net difference, done by `updated_by_id`. Without an
 * earlier look only the comments can tell.
 */
export const differenceBetween = (
  previous: Task | null,
  task: Task,
  newComments: readonly TaskComment[],
): readonly RawChange[] => {
  const told: RawChange[] = [];
  const known = previous === null ? null : new Map(valuesOf(previous));
  for (const comment of newComments) {
    let change = fromComment(comment);
    if (previous !== null && known !== null) {
      const isNews = (edit: RawEdit): boolean => !isCovered(edit, known.get(edit.field) ?? null, comment, previous);
      change = { ...change, edits: change.edits.filter(isNews) };
      // Between our snapshot and this comment somebody changed a field without leaving a comment.
      const unexplained = change.edits.flatMap(({ field, before }) => {
        const last = known.get(field) ?? null;
        return last === before ? [] : [{ field, before: last, after: before }];
      });
      if (unexplained.length > 0) told.push({ actorUserId: null, at: change.at, edits: unexplained, comment: null });
      for (const { field, after } of change.edits) known.set(field, after);
    }
    if (saysSomething(change)) told.push(change);
  }
  if (known === null) return told;
  const rest: RawEdit[] = [];
  for (const [field, after] of valuesOf(task)) {
    const before = known.get(field) ?? null;
    if (before !== after) rest.push({ field, before, after });
  }
  if (rest.length === 0) return told;
  const last = told.at(-1);
  if (
    last !== undefined &&
    last.actorUserId === task.updatedByUserId &&
    !last.edits.some((edit) => rest.some(({ field }) => field === edit.field)) &&
    Math.abs(last.at - task.updatedAt) <= sameSave
  ) {
    return [...told.slice(0, -1), { ...last, edits: [...last.edits, ...rest] }];
  }
  return [...told, { actorUserId: task.updatedByUserId, at: task.updatedAt, edits: rest, comment: null }];
};
