import type { Clock } from '../clock.ts';
import type { Hook } from '../hooks/hook.ts';
import type { ApiFailure, RedboothClient } from '../redbooth/client-port.ts';
import type { Task, TaskComment } from '../redbooth/task.ts';
import { type RawChange, differenceBetween } from './difference.ts';
import type { Snapshot } from './snapshot.ts';

/** What a look found, still in the API's terms. */
export type Sighting =
  | { readonly kind: 'seen'; readonly task: Task; readonly lastCommentId: string | null; readonly told: Told }
  | { readonly kind: 'gone'; readonly last: Snapshot }
  | { readonly kind: 'not-visible' };

/** What there is to tell of a task that was seen. */
export type Told = { readonly isNew: 'created' | 'first-seen' | 'known'; readonly changes: readonly RawChange[] };

/** The end of a look: found out, to be repeated after a delay (ms), or no answer from the API. */
export type LookResult =
  | { readonly kind: 'found'; readonly sighting: Sighting }
  | { readonly kind: 'repeat'; readonly after: number }
  | { readonly kind: 'failed'; readonly failure: Extract<ApiFailure, { kind: 'signed-out' | 'unavailable' }> };

/** A task created this recently counts as created, an older one as first seen (design: a hook is a doorbell). */
const recentlyCreated = 10 * 60_000;
/** Comments this much older than the hook may still be what it rang for, when the task was unknown. */
const recentComment = 10 * 60_000;
const repeatUnchanged = 3_000;
const repeatMissing = 5_000;
/** Hooks that keep coming without news hold the earlier ones up for no more than this many repeats. */
const repeatsAtMost = 3;
const commentsAtFirst = 20;
const commentsAtMost = 200;

export type LookPorts = { readonly client: Pick<RedboothClient, 'task' | 'comments'>; readonly clock: Clock };

const hasNews = (snapshot: Snapshot, task: Task): boolean =>
  task.updatedAt !== snapshot.task.updatedAt || task.commentsCount !== snapshot.task.commentsCount;

/** Comments newer than the snapshot; one that was taken without reading comments knows how many there were. */
const afterSnapshot = (snapshot: Snapshot, task: Task, comments: readonly TaskComment[]): readonly TaskComment[] => {
  if (snapshot.lastCommentId !== null) return comments;
  const added = Math.max(0, task.commentsCount - snapshot.task.commentsCount);
  return comments.filter(
    (comment, index) => index >= comments.length - added || comment.createdAt > snapshot.task.updatedAt,
  );
};

/** Without the comments made since the task itself was read: what they changed is not in it yet, so they are the next look's. */
const madeBefore = (
  snapshot: Snapshot | null,
  task: Task,
  comments: readonly TaskComment[],
): readonly TaskComment[] => {
  const before = snapshot === null || snapshot.lastCommentId === null ? 0 : snapshot.task.commentsCount;
  const counted = Math.max(0, task.commentsCount - before);
  return comments.filter((comment, index) => index < counted || comment.createdAt <= task.updatedAt);
};

const rungAt = (hooks: readonly Hook[], clock: Clock): number =>
  Math.min(clock.now(), ...hooks.map((hook) => hook.receivedAt));

const recentBefore = (
  hooks: readonly Hook[],
  clock: Clock,
  comments: readonly TaskComment[],
): readonly TaskComment[] => {
  const since = rungAt(hooks, clock) - recentComment;
  return comments.filter((comment) => comment.createdAt >= since);
};

/** Whether a look that found nothing new is repeated: a hook that came in meanwhile has its own right to it. */
const owesRepeat = (hooks: readonly Hook[], clock: Clock, repeats: number): boolean => {
  const received = hooks.filter((hook) => hook.source !== 'catch-up');
  if (received.length === 0) return false;
  if (repeats === 0) return true;
  return repeats < repeatsAtMost && received.some((hook) => clock.now() - hook.receivedAt < repeatUnchanged);
};

/**
 * Reads a task and its newer comments and compares them with the snapshot. `repeats` counts the earlier looks in a row that
 * found nothing: missing twice is gone, and nothing new is final once every hook has had its repeat. Nothing of a hook is
 * used but its task id.
 */
export const lookAtTask = async (
  { client, clock }: LookPorts,
  taskId: string,
  hooks: readonly Hook[],
  snapshot: Snapshot | null,
  repeats: number,
): Promise<LookResult> => {
  const reply = await client.task(taskId);
  if (!reply.ok) {
    if (reply.failure.kind === 'signed-out' || reply.failure.kind === 'unavailable')
      return { kind: 'failed', failure: reply.failure };
    if (snapshot === null || snapshot.goneAt !== null) return { kind: 'found', sighting: { kind: 'not-visible' } };
    return repeats > 0
      ? { kind: 'found', sighting: { kind: 'gone', last: snapshot } }
      : { kind: 'repeat', after: repeatMissing };
  }
  const task = reply.value;
  const needsComments = snapshot === null ? task.commentsCount > 0 : hasNews(snapshot, task);
  let comments: readonly TaskComment[] = [];
  if (needsComments) {
    const limit = snapshot === null ? commentsAtFirst : commentsAtMost;
    const newer = await client.comments(taskId, snapshot?.lastCommentId ?? null, limit);
    if (newer.ok) comments = madeBefore(snapshot, task, newer.value);
    else if (newer.failure.kind === 'signed-out' || newer.failure.kind === 'unavailable')
      return { kind: 'failed', failure: newer.failure };
  }
  const lastCommentId = comments.at(-1)?.id ?? snapshot?.lastCommentId ?? null;
  const seen = (told: Told): LookResult => ({ kind: 'found', sighting: { kind: 'seen', task, lastCommentId, told } });

  if (snapshot === null) {
    const fresh = recentBefore(hooks, clock, comments);
    // Measured when the hook came: the look may have had to wait out an outage.
    const isNew = rungAt(hooks, clock) - task.createdAt < recentlyCreated ? 'created' : 'first-seen';
    return seen({ isNew, changes: differenceBetween(null, task, isNew === 'created' ? comments : fresh) });
  }
  const changes = differenceBetween(snapshot.task, task, afterSnapshot(snapshot, task, comments));
  if (changes.length === 0 && owesRepeat(hooks, clock, repeats)) return { kind: 'repeat', after: repeatUnchanged };
  return seen({ isNew: 'known', changes });
};
