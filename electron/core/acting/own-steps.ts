import { type RawChange, differenceBetween, valuesOf } from '../changes/difference.ts';
import type { Snapshot } from '../changes/snapshot.ts';
import type { Task, TaskComment } from '../redbooth/task.ts';
import type { OwnWrite } from './own-writes.ts';

/**
 * How far the account of what happened has come: the task as it was then, read no later than `readAt` (ms), and the comments
 * still to be told.
 */
type Position = {
  readonly task: Task;
  readonly readAt: number;
  readonly comments: readonly TaskComment[];
  readonly told: readonly RawChange[];
};

/** Whether Redbooth kept a comment of the write, which then is the account of it. */
const leftComment = ({ task, comments }: Position, { userId, status }: OwnWrite): boolean => {
  const first = comments.find((comment) => comment.status !== null);
  return first?.userId === userId && first.status?.before === task.status && first.status.after === status;
};

const isButForStatus = (one: Task, other: Task): boolean => {
  const values = valuesOf(other);
  return [...valuesOf(one)].every(([field, value]) => field === 'status' || values.get(field) === value);
};

/**
 * Goes on to the task as it was read just before a write: what others had done by then is told by what Redbooth said of it
 * then, as the write makes the user the last one who touched the task.
 */
const upToWrite = (from: Position, { before, at }: OwnWrite, end: Task): Position => {
  // Redbooth's times are whole seconds: within one, our own order of reading counts, and nothing may be taken back.
  const isNewer =
    before.updatedAt > from.task.updatedAt || (before.updatedAt === from.task.updatedAt && at >= from.readAt);
  const isOlder =
    before.updatedAt < end.updatedAt || (before.updatedAt === end.updatedAt && isButForStatus(before, end));
  if (!isNewer || !isOlder) return from;
  const firstNumber = end.commentsCount - from.comments.length;
  const isEarlier = (comment: TaskComment, index: number): boolean =>
    firstNumber + index < before.commentsCount && comment.createdAt <= before.updatedAt;
  const isLater = (comment: TaskComment, index: number): boolean => !isEarlier(comment, index);
  return {
    task: before,
    readAt: at,
    comments: from.comments.filter(isLater),
    told: [...from.told, ...differenceBetween(from.task, before, from.comments.filter(isEarlier))],
  };
};

/** When the task's status became what the user wrote, by Redbooth's clock; null where this look does not show that. */
const writtenAt = (from: Position, write: OwnWrite, end: Task): number | null => {
  const { before, status, after } = write;
  // Not from the status it was written over: the snapshot has it already, or somebody else was faster.
  if (status === null || from.task.status === status || from.task.status !== before.status) return null;
  // An answer says that it was done, and when. Within one second it is the status that tells whether the
  // task was read after it, or a comment that begins with it.
  if (after !== null) {
    const isInSnapshot = after.updatedAt < from.task.updatedAt;
    const isUndone = from.comments.some((comment) => comment.status?.before === status);
    const isSameSecond = end.updatedAt === after.updatedAt && (end.status === status || isUndone);
    const isRead = end.updatedAt > after.updatedAt || isSameSecond;
    return after.status === status && !isInSnapshot && isRead ? after.updatedAt : null;
  }
  // Without one it is believed only where Redbooth names nobody else.
  const isNobodyElse = end.updatedByUserId === null && from.comments.every((comment) => comment.status === null);
  return isNobodyElse && end.status === status ? end.updatedAt : null;
};

const throughWrite = (from: Position, write: OwnWrite, end: Task): Position => {
  const reached = upToWrite(from, write, end);
  const at = writtenAt(reached, write, end);
  if (at === null || write.status === null || leftComment(reached, write)) return reached;
  const edit = { field: 'status', before: reached.task.status, after: write.status } as const;
  return {
    ...reached,
    task: { ...reached.task, status: write.status },
    told: [...reached.told, { actorUserId: write.userId, at, edits: [edit], comment: null }],
  };
};

/**
 * What `differenceBetween` tells, with what the user did from here told as done by the user: Redbooth may keep no comment of
 * an edit made by its API, and names only the last one who touched a task (redbooth-api, working assumptions on PUT). An
 * edit counts as the user's only where it is the one that was written, so that whoever else was there at the same time
 * keeps theirs.
 */
export const differenceWithOwnWrites = (
  previous: Pick<Snapshot, 'task' | 'readAt'>,
  task: Task,
  newComments: readonly TaskComment[],
  writes: readonly OwnWrite[],
): readonly RawChange[] => {
  let position: Position = { ...previous, comments: newComments, told: [] };
  for (const write of writes) position = throughWrite(position, write, task);
  return [...position.told, ...differenceBetween(position.task, task, position.comments)];
};
