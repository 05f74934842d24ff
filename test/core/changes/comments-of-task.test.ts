import { describe, expect, it } from 'vitest';
import { type Reading, readComments } from '../../../electron/core/changes/comments-of-task.ts';
import { differenceBetween } from '../../../electron/core/changes/difference.ts';
import type { Snapshot } from '../../../electron/core/changes/snapshot.ts';
import type { RedboothClient } from '../../../electron/core/redbooth/client-port.ts';
import type { Task, TaskComment } from '../../../electron/core/redbooth/task.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeRedbooth, createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aTask, longAgo } from '../../fakes/task.ts';

const minute = 60_000;

const snapshotOf = (task: Task, lastCommentId: string | null = null): Snapshot => ({
  task,
  lastCommentId,
  readAt: longAgo,
  goneAt: null,
});

const resolves: Partial<TaskComment> = { userId: '3', body: 'Two', status: { before: 'open', after: 'resolved' } };

/** Reads as a look does: the task first. */
const read = async (
  client: Pick<RedboothClient, 'task' | 'comments'>,
  snapshot: Snapshot | null,
  options: { readonly isNew?: boolean; readonly log?: ReturnType<typeof createFakeLog> } = {},
): Promise<Reading> => {
  const { log = createFakeLog(), isNew = false } = options;
  const task = await client.task('7');
  if (!task.ok) throw new Error(task.failure.kind);
  const reading = await readComments({ client, log }, task.value, snapshot, isNew);
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.value;
};

const bodies = ({ comments }: Reading): readonly string[] => comments.map(({ body }) => body);

const withTask = (part: Partial<Task> = {}): FakeRedbooth => {
  const redbooth = createFakeRedbooth();
  redbooth.put(aTask(part));
  return redbooth;
};

const afterOne = async (redbooth: FakeRedbooth): Promise<Snapshot> => {
  redbooth.comment('7', { body: 'One', createdAt: longAgo });
  const reading = await read(redbooth.client, null);
  return snapshotOf(reading.task, reading.lastCommentId);
};

describe('the comments that belong to a task', () => {
  it('are read with one request when the task counts as many', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    redbooth.comment('7', { body: 'Two', createdAt: longAgo + minute });
    const before = redbooth.requests.length;
    const reading = await read(redbooth.client, snapshot);
    expect(bodies(reading)).toEqual(['Two']);
    expect(redbooth.requests.slice(before)).toEqual(['task 7', 'comments 7 after 501']);
  });

  it('are not asked for when nothing happened', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    const before = redbooth.requests.length;
    const reading = await read(redbooth.client, snapshot);
    expect(reading).toMatchObject({ comments: [], lastCommentId: '501', isShort: false });
    expect(redbooth.requests.slice(before)).toEqual(['task 7']);
  });

  it.each([
    ['in the same second', 0],
    ['a minute later', minute],
  ])('are of the same moment as the task, though somebody commented between the two requests %s', async (_, later) => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    redbooth.comment('7', { body: 'Hm', createdAt: longAgo });
    redbooth.afterTask(() => redbooth.comment('7', { ...resolves, createdAt: longAgo + later }));
    const { task, comments } = await read(redbooth.client, snapshot);
    expect(comments.map(({ body }) => body)).toEqual(['Hm', 'Two']);
    expect(differenceBetween(snapshot.task, task, comments).flatMap(({ edits }) => edits)).toEqual([
      { field: 'status', before: 'open', after: 'resolved' },
    ]);
  });

  it('are all there when older ones were deleted, which lowers the count', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    redbooth.edit('7', { commentsCount: -1 });
    redbooth.comment('7', { body: 'Two', createdAt: longAgo + 1_000 });
    const before = redbooth.requests.length;
    const reading = await read(redbooth.client, snapshot);
    expect(bodies(reading)).toEqual(['Two']);
    expect(redbooth.requests.slice(before)).toEqual(['task 7', 'comments 7 after 501', 'task 7']);
  });

  it('are short when the API lists fewer than the task counts', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    redbooth.edit('7', { commentsCount: 1 });
    redbooth.comment('7', { body: 'Two', createdAt: longAgo + minute });
    const reading = await read(redbooth.client, snapshot);
    expect(bodies(reading)).toEqual(['Two']);
    expect(reading.isShort).toBe(true);
  });

  it('are none when they may not be read', async () => {
    const redbooth = withTask({ commentsCount: 3 });
    const client = {
      ...redbooth.client,
      comments: async () => ({ ok: false, failure: { kind: 'forbidden' } }) as const,
    };
    expect(await read(client, null)).toMatchObject({ comments: [], lastCommentId: null, isShort: false });
  });

  it.each([250, 1_999])('are all read, however many: %d', async (count) => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    for (let number = 0; number < count; number += 1) redbooth.comment('7', { body: 'x', createdAt: longAgo + minute });
    expect((await read(redbooth.client, snapshot)).comments).toHaveLength(count);
  });

  it('are the newest 2,000 at most, and the log says so', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    const log = createFakeLog();
    for (let number = 0; number < 2_001; number += 1) redbooth.comment('7', { body: 'x', createdAt: longAgo + minute });
    const reading = await read(redbooth.client, snapshot, { log });
    expect(reading.comments).toHaveLength(2_000);
    expect(log.lines).toEqual(['warn: Task 7: only the newest 2000 of its new comments are told.']);
  });

  it('end with those that a busy task had when it was read, and the rest is left to the next look', async () => {
    const redbooth = withTask();
    const snapshot = await afterOne(redbooth);
    let made = 0;
    const comment = (): void => {
      made += 1;
      redbooth.comment('7', { body: String(made), createdAt: longAgo + made * minute });
    };
    const client: Pick<RedboothClient, 'task' | 'comments'> = {
      task: async (id) => {
        const task = redbooth.client.task(id);
        comment();
        return task;
      },
      comments: async (...query) => {
        comment();
        return redbooth.client.comments(...query);
      },
    };
    comment();
    const first = await read(client, snapshot);
    const asked = redbooth.requests.filter((request) => request === 'task 7').length;
    expect(asked).toBeLessThanOrEqual(7);
    const second = await read(redbooth.client, snapshotOf(first.task, first.lastCommentId));
    expect([...bodies(first), ...bodies(second)]).toEqual(
      Array.from({ length: made }, (_, index) => String(index + 1)),
    );
    expect(first.comments.every(({ createdAt }) => createdAt <= first.task.updatedAt)).toBe(true);
  });
});

describe('the comments of a task that was taken in without them', () => {
  it.each([0, minute])('are those that came since, by count and by time (%d ms later)', async (later) => {
    const redbooth = withTask();
    redbooth.comment('7', { body: 'Old', createdAt: longAgo });
    const adopted = await redbooth.client.task('7');
    if (!adopted.ok) throw new Error('no task');
    redbooth.comment('7', { body: 'New', createdAt: longAgo + later });
    const reading = await read(redbooth.client, snapshotOf(adopted.value));
    expect(bodies(reading)).toEqual(['New']);
    expect(reading.lastCommentId).toBe('502');
  });

  it('are found though there are hundreds of old ones', async () => {
    const redbooth = withTask();
    for (let number = 0; number < 300; number += 1) redbooth.comment('7', { body: 'Old', createdAt: longAgo });
    const adopted = await redbooth.client.task('7');
    if (!adopted.ok) throw new Error('no task');
    for (let number = 0; number < 70; number += 1) redbooth.comment('7', { body: 'New', createdAt: longAgo });
    expect(bodies(await read(redbooth.client, snapshotOf(adopted.value)))).toEqual(Array(70).fill('New'));
  });
});

describe('the comments of a task nobody has seen before', () => {
  it.each([
    [false, 50],
    [true, 120],
  ])('are the newest 50, or all when it is new (%s)', async (isNew, count) => {
    const redbooth = withTask();
    for (let number = 0; number < 120; number += 1) redbooth.comment('7', { body: 'x', createdAt: longAgo });
    expect((await read(redbooth.client, null, { isNew })).comments).toHaveLength(count);
  });
});
