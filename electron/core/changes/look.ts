import { differenceWithOwnWrites } from '../acting/own-steps.ts';
import type { OwnWrite } from '../acting/own-writes.ts';
import type { Clock } from '../clock.ts';
import type { Hook } from '../hooks/hook.ts';
import type { ApiFailure } from '../redbooth/client-port.ts';
import type { Task, TaskComment } from '../redbooth/task.ts';
import { lagLeft, longestLag } from './answer-lag.ts';
import { type ReadingPorts, readComments } from './comments-of-task.ts';
import { type RawChange, differenceBetween } from './difference.ts';
import type { Snapshot } from './snapshot.ts';

/** What a look found, still in the API's terms. */
export type Sighting =
  | { readonly kind: 'seen'; readonly task: Task; readonly lastCommentId: string | null; readonly told: Told }
  | { readonly kind: 'gone'; readonly last: Snapshot }
  | { readonly kind: 'not-visible' };

/** What there is to tell of a task that was seen. */
export type Told = { readonly isNew: 'created' | 'first-seen' | 'known'; readonly changes: readonly RawChange[] };

/**
 * The end of a look: found out, to be repeated after a delay (ms), or no answer from the API. `isBusy`: somebody worked on
 * the task meanwhile.
 */
export type LookResult =
  | { readonly kind: 'found'; readonly sighting: Sighting; readonly isBusy: boolean }
  | { readonly kind: 'repeat'; readonly after: number }
  | { readonly kind: 'failed'; readonly failure: Extract<ApiFailure, { kind: 'signed-out' | 'unavailable' }> };

/** A task created this recently counts as created, an older one as first seen (design: a hook is a doorbell). */
const recentlyCreated = 10 * 60_000;
/** Comments this much older than the hook may still be what it rang for, when the task was unknown. */
const recentComment = 10 * 60_000;
const repeatMissing = 5_000;
/** Hooks that keep coming without news hold the earlier ones up for no more than this many repeats. */
const repeatsAtMost = 3;

export type LookPorts = ReadingPorts & {
  readonly clock: Clock;
  /** What the user did to the task from here, once none of it is under way any more. */
  readonly ownWrites: () => Promise<readonly OwnWrite[]>;
};

const rungAt = (hooks: readonly Hook[], clock: Clock): number =>
  hooks.reduce((earliest, { receivedAt }) => Math.min(earliest, receivedAt), clock.now());

const recentBefore = (
  hooks: readonly Hook[],
  clock: Clock,
  comments: readonly TaskComment[],
): readonly TaskComment[] => {
  const since = rungAt(hooks, clock) - recentComment;
  return comments.filter((comment) => comment.createdAt >= since);
};

/** Whether a look begun at `beganAt` that found nothing new is repeated: each hook is owed one that the API cannot lag behind. */
const owesRepeat = (hooks: readonly Hook[], beganAt: number, repeats: number): boolean =>
  repeats < repeatsAtMost && lagLeft(hooks, beganAt) > 0;

/** Whether a task without a snapshot is new: young by the hook that told of it, or by the catch-up, which knows what it has seen. */
const isNewTask = (task: Task, hooks: readonly Hook[], clock: Clock): boolean =>
  // Measured when the hook came: the look may have had to wait out an outage.
  rungAt(hooks, clock) - task.createdAt < recentlyCreated ||
  hooks.some(({ source, action }) => source === 'catch-up' && action === 'create');

/**
 * Reads a task and its newer comments and compares them with the snapshot. `repeats` counts the earlier looks in a row that
 * found nothing: missing twice is gone, and nothing new is final once the look began long enough after every hook. Nothing of
 * a received hook is used but its task id.
 */
export const lookAtTask = async (
  { client, clock, log, ownWrites }: LookPorts,
  taskId: string,
  hooks: readonly Hook[],
  snapshot: Snapshot | null,
  repeats: number,
): Promise<LookResult> => {
  const unseen = (failure: ApiFailure): LookResult => {
    if (failure.kind === 'signed-out' || failure.kind === 'unavailable') return { kind: 'failed', failure };
    if (snapshot === null || snapshot.goneAt !== null)
      return { kind: 'found', sighting: { kind: 'not-visible' }, isBusy: false };
    return repeats > 0
      ? { kind: 'found', sighting: { kind: 'gone', last: snapshot }, isBusy: false }
      : { kind: 'repeat', after: repeatMissing };
  };
  const beganAt = clock.now();
  const reply = await client.task(taskId);
  if (!reply.ok) return unseen(reply.failure);
  const isNew = snapshot === null && isNewTask(reply.value, hooks, clock);
  const reading = await readComments({ client, log }, reply.value, snapshot, isNew);
  if (!reading.ok) return unseen(reading.failure);
  const { task, comments, lastCommentId, isShort, isBusy } = reading.value;
  if (isShort && repeats === 0) return { kind: 'repeat', after: longestLag };
  const seen = (told: Told): LookResult => ({
    kind: 'found',
    sighting: { kind: 'seen', task, lastCommentId, told },
    isBusy,
  });

  if (snapshot === null) {
    if (isNew) return seen({ isNew: 'created', changes: differenceBetween(null, task, comments) });
    return seen({ isNew: 'first-seen', changes: differenceBetween(null, task, recentBefore(hooks, clock, comments)) });
  }
  const changes = differenceWithOwnWrites(snapshot, task, comments, await ownWrites());
  if (changes.length === 0 && owesRepeat(hooks, beganAt, repeats)) return { kind: 'repeat', after: longestLag };
  return seen({ isNew: 'known', changes });
};
