import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Log } from '../log.ts';
import type { ApiFailure, RedboothClient } from '../redbooth/client-port.ts';
import type { Task, TaskComment } from '../redbooth/task.ts';
import { valuesOf } from './difference.ts';
import type { Snapshot } from './snapshot.ts';

/** A task and the comments on it that nobody was told of, as they were at one moment. */
export type Reading = {
  readonly task: Task;
  /** Oldest first. */
  readonly comments: readonly TaskComment[];
  readonly lastCommentId: string | null;
  /** The task counts more new comments than the API lists: some are still to come. */
  readonly isShort: boolean;
  /** Somebody seemed to work on the task, so that it was read again: hooks still to come may tell of what is here already. */
  readonly isBusy: boolean;
};

export type ReadingPorts = { readonly client: Pick<RedboothClient, 'task' | 'comments'>; readonly log: Log };

type Outcome = Promise<Result<Reading, ApiFailure>>;

/** A task that was never looked at may have a long past, of which little is news. */
const commentsAtFirst = 50;
const commentsAtMost = 2_000;
const rereadsAtMost = 3;

/** Whether two readings of a task say the same of everything that is told. */
const hasSameValues = (one: Task, other: Task): boolean => {
  const values = valuesOf(other);
  return [...valuesOf(one)].every(([field, value]) => values.get(field) === value);
};

/** Whether nothing happened to a task between two readings, as far as its row can tell. */
const isUntouched = (one: Task, other: Task): boolean =>
  one.updatedAt === other.updatedAt && one.commentsCount === other.commentsCount && hasSameValues(one, other);

const isPassing = (failure: ApiFailure): boolean => failure.kind === 'signed-out' || failure.kind === 'unavailable';

/**
 * Reads the comments that belong to a task as it was read. Task and comments are two requests, and people work in between:
 * what somebody did after the first would be told too early, and taken back by the older task. So the task's own count
 * has to fit the comments; where it does not, the task is read again, until both are of one moment. The count is only
 * trusted to raise the question, as deleted comments lower it too. `isNew`: of a task without a snapshot, all comments are
 * wanted. A failure to read the task again is passed on, and so are `signed-out` and `unavailable`; comments that may not
 * be read are none.
 */
export const readComments = async (
  { client, log }: ReadingPorts,
  first: Task,
  snapshot: Snapshot | null,
  isNew: boolean,
): Outcome => {
  const lastSeen = snapshot?.lastCommentId ?? null;
  const countedBefore = snapshot?.task.commentsCount ?? 0;
  const added = (task: Task): number => Math.max(0, task.commentsCount - countedBefore);
  const limitFor = (task: Task): number => {
    if (lastSeen !== null || isNew) return commentsAtMost;
    return snapshot === null ? commentsAtFirst : Math.min(commentsAtMost, Math.max(commentsAtFirst, added(task) + 10));
  };
  /** How many comments the API should list for this task. */
  const expected = (task: Task): number => (lastSeen === null ? task.commentsCount : added(task));

  const none = (task: Task): Reading => ({
    task,
    comments: [],
    lastCommentId: lastSeen,
    isShort: false,
    isBusy: task !== first,
  });
  const isQuiet = (task: Task): boolean =>
    snapshot === null ? task.commentsCount === 0 : isUntouched(snapshot.task, task);

  /** Of a task that was taken in without its comments, those that came since. */
  const newOf = (task: Task, comments: readonly TaskComment[]): readonly TaskComment[] => {
    if (snapshot === null || lastSeen !== null) return comments;
    return comments.filter(
      ({ createdAt }, index) => index >= comments.length - added(task) || createdAt > snapshot.task.updatedAt,
    );
  };
  const readingOf = (task: Task, comments: readonly TaskComment[]): Reading => ({
    task,
    comments: newOf(task, comments),
    lastCommentId: comments.at(-1)?.id ?? lastSeen,
    isShort: comments.length < Math.min(expected(task), limitFor(task)),
    isBusy: task !== first,
  });

  let task = first;
  if (isQuiet(task)) return succeed(none(task));
  for (let rereads = 0; ; rereads += 1) {
    const limit = limitFor(task);
    const listed = await client.comments(task.id, lastSeen, limit);
    if (!listed.ok) return isPassing(listed.failure) ? listed : succeed(none(task));
    const comments = listed.value;
    if (limit === commentsAtMost && comments.length >= limit)
      log.warn(`Task ${task.id}: only the newest ${limit} of its new comments are told.`);
    const fits = (read: Task): boolean => comments.length < limit && comments.length === expected(read);
    if (fits(task)) return succeed(readingOf(task, comments));

    const again = await client.task(task.id);
    if (!again.ok) return fail(again.failure);
    if (isUntouched(task, again.value) || fits(again.value)) return succeed(readingOf(again.value, comments));
    if (rereads >= rereadsAtMost) {
      // Busier than it can be read: whatever may be newer than the task waits for the next look.
      const read = task;
      const later = comments.findIndex(
        ({ createdAt }, index) => createdAt >= read.updatedAt && index >= expected(read),
      );
      return succeed(readingOf(task, later === -1 ? comments : comments.slice(0, later)));
    }
    task = again.value;
  }
};
