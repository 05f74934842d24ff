import type { Edit, Task, TaskComment } from '../redbooth/task.ts';
import type { TrackedField } from './change.ts';

/** One field before and after in the API's own terms: ids are still ids. */
export type RawEdit = { readonly field: TrackedField; readonly before: string | null; readonly after: string | null };

/** Something one person did in one go, as far as it can be told apart. `at` is ms since 1970. */
export type RawChange = {
  readonly actorUserId: string | null;
  readonly at: number;
  readonly edits: readonly RawEdit[];
  readonly comment: Pick<TaskComment, 'id' | 'body' | 'markedUsernames'> | null;
};

/** A save in Redbooth may write its comment and the task's row some seconds apart. */
const sameSave = 5_000;

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

const wordsOf = ({ id, body, markedUsernames }: TaskComment): RawChange['comment'] =>
  body.trim() === '' ? null : { id, body, markedUsernames };

type CommentedEdit = { readonly edit: RawEdit; readonly comment: TaskComment };

/** How many items there are before the first that does not pass. */
const leading = <Item>(items: readonly Item[], passes: (item: Item) => boolean): number => {
  const end = items.findIndex((item) => !passes(item));
  return end === -1 ? items.length : end;
};

/**
 * How many of the edits of one field, in order, the snapshot showed already: a task's row may be read before its comment
 * can be, and what it showed was told then. Those are the edits made before the snapshot's last update and, where the
 * others do not begin at its value, those saved along with it that lead there. Redbooth's times are whole seconds, so an
 * edit in the snapshot's own second is news as long as it begins where the snapshot ends.
 */
const shownAlready = (edits: readonly CommentedEdit[], value: string | null, previous: Task): number => {
  const older = leading(edits, ({ comment }) => comment.createdAt < previous.updatedAt);
  const others = edits.slice(older);
  if (others[0] === undefined || others[0].edit.before === value) return older;
  const wasSavedAlong = ({ comment }: CommentedEdit): boolean =>
    comment.createdAt === previous.updatedAt ||
    (comment.userId === previous.updatedByUserId && comment.createdAt - previous.updatedAt <= sameSave);
  const along = others.slice(0, leading(others, wasSavedAlong));
  return older + along.map(({ edit }) => edit.after).lastIndexOf(value) + 1;
};

/** Each comment with those of its edits that are news. */
const newsOf = (
  previous: Task | null,
  comments: readonly TaskComment[],
): readonly { readonly comment: TaskComment; readonly edits: readonly RawEdit[] }[] => {
  const all = comments.map((comment) => ({ comment, edits: editsOfComment(comment) }));
  if (previous === null) return all;
  const old = new Set<RawEdit>();
  for (const [field, value] of valuesOf(previous)) {
    const ofField = all.flatMap(({ comment, edits }) =>
      edits.filter((edit) => edit.field === field).map((edit) => ({ edit, comment })),
    );
    for (const { edit } of ofField.slice(0, shownAlready(ofField, value, previous))) old.add(edit);
  }
  return all.map(({ comment, edits }) => ({ comment, edits: edits.filter((edit) => !old.has(edit)) }));
};

/**
 * One account of what happened between two looks at a task, in order and saying nothing twice: each new comment is a
 * change by its author; what the comments do not explain is the net difference, done by `updated_by_id`. Without an
 * earlier look only what the comments speak of has a before.
 */
export const differenceBetween = (
  previous: Task | null,
  task: Task,
  newComments: readonly TaskComment[],
): readonly RawChange[] => {
  const told: RawChange[] = [];
  const known = new Map(previous === null ? [] : valuesOf(previous));
  const stepTo = (field: TrackedField, after: string | null): readonly RawEdit[] => {
    const before = known.get(field);
    return before === undefined || before === after ? [] : [{ field, before, after }];
  };
  for (const { comment, edits } of newsOf(previous, newComments)) {
    // Between the last look and this comment somebody changed a field without leaving a comment.
    const unexplained = edits.flatMap(({ field, before }) => stepTo(field, before));
    if (unexplained.length > 0)
      told.push({ actorUserId: null, at: comment.createdAt, edits: unexplained, comment: null });
    for (const { field, after } of edits) known.set(field, after);
    const words = wordsOf(comment);
    if (edits.length > 0 || words !== null)
      told.push({ actorUserId: comment.userId, at: comment.createdAt, edits, comment: words });
  }
  const rest = [...valuesOf(task)].flatMap(([field, after]) => stepTo(field, after));
  if (rest.length === 0) return told;
  const last = told.at(-1);
  const isSameSave =
    last !== undefined &&
    last.actorUserId === task.updatedByUserId &&
    !last.edits.some((edit) => rest.some(({ field }) => field === edit.field)) &&
    Math.abs(last.at - task.updatedAt) <= sameSave;
  if (isSameSave) return [...told.slice(0, -1), { ...last, edits: [...last.edits, ...rest] }];
  return [...told, { actorUserId: task.updatedByUserId, at: task.updatedAt, edits: rest, comment: null }];
};
