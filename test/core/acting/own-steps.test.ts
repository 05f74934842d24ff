import { describe, expect, it } from 'vitest';
import { differenceWithOwnWrites } from '../../../electron/core/acting/own-steps.ts';
import type { OwnWrite } from '../../../electron/core/acting/own-writes.ts';
import type { Task, TaskComment } from '../../../electron/core/redbooth/task.ts';
import { aComment, aTask, longAgo } from '../../fakes/task.ts';

const second = 1_000;
const at = (seconds: number): number => longAgo + seconds * second;

/** A write by Ana (user 1) at second 10, of a task that Bo (user 2) touched last. */
const aWrite = (part: Partial<OwnWrite> = {}): OwnWrite => ({
  userId: '1',
  before: aTask(),
  status: 'resolved',
  after: resolvedByMe,
  at: at(10),
  ...part,
});
const resolvedByMe = aTask({ status: 'resolved', updatedByUserId: '1', updatedAt: at(10) });
const resolvedEdit = { field: 'status', before: 'open', after: 'resolved' };
const mine = { actorUserId: '1', at: at(10), edits: [resolvedEdit], comment: null };
const told = (task: Task, write: OwnWrite, comments: readonly TaskComment[] = [], previous = aTask()) =>
  differenceWithOwnWrites({ task: previous, readAt: at(1) }, task, comments, [write]);

describe('what the user wrote from here', () => {
  it('is the user’s, where Redbooth keeps no comment of it', () => {
    expect(told(resolvedByMe, aWrite())).toEqual([mine]);
  });

  it.each([
    ['nobody', null],
    ['whoever came before', '2'],
  ])('is the user’s, though Redbooth names %s', (_name, updatedByUserId) => {
    expect(told({ ...resolvedByMe, updatedByUserId }, aWrite())).toEqual([mine]);
  });

  it('is told once where Redbooth keeps a comment of it', () => {
    const comment = aComment({ userId: '1', createdAt: at(10), status: { before: 'open', after: 'resolved' } });
    expect(told({ ...resolvedByMe, commentsCount: 1 }, aWrite(), [comment])).toEqual([mine]);
  });

  it('is not told again by a later look', () => {
    const renamed = aTask({ ...resolvedByMe, name: 'Book the venue', updatedByUserId: '2', updatedAt: at(70) });
    expect(told(renamed, aWrite(), [], resolvedByMe)).toMatchObject([
      { actorUserId: '2', edits: [{ field: 'name', after: 'Book the venue' }] },
    ]);
  });

  it('is not told by a look that read the task before it', () => {
    expect(told(aTask(), aWrite())).toEqual([]);
  });

  it('is told in its place when several were written', () => {
    const reopened = aTask({ updatedByUserId: '1', updatedAt: at(14) });
    const writes = [aWrite(), aWrite({ before: resolvedByMe, status: 'open', after: reopened })];
    expect(differenceWithOwnWrites({ task: aTask(), readAt: at(1) }, reopened, [], writes)).toMatchObject([
      { actorUserId: '1', edits: [resolvedEdit] },
      { actorUserId: '1', edits: [{ field: 'status', before: 'resolved', after: 'open' }] },
    ]);
  });
});

describe('what others did at the same time', () => {
  it('before the write stays theirs, though the user is the last one who touched the task', () => {
    const before = aTask({ name: 'Book the venue', updatedByUserId: '2', updatedAt: at(8) });
    expect(told({ ...resolvedByMe, name: before.name }, aWrite({ before }))).toEqual([
      {
        actorUserId: '2',
        at: at(8),
        edits: [{ field: 'name', before: 'Book venue', after: 'Book the venue' }],
        comment: null,
      },
      mine,
    ]);
  });

  it('before the write, in the very second of the snapshot, stays theirs', () => {
    const before = aTask({ name: 'Book the venue' });
    const after = { ...before, status: 'resolved', updatedByUserId: '1' };
    expect(told(after, aWrite({ before, after }))).toMatchObject([
      { actorUserId: '2', edits: [{ field: 'name' }] },
      { actorUserId: '1', edits: [resolvedEdit] },
    ]);
  });

  it('in that second, but perhaps before the snapshot, is not taken back', () => {
    const before = aTask({ name: 'Book a room' });
    const write = aWrite({ before, at: at(0), after: { ...resolvedByMe, name: before.name } });
    expect(told(resolvedByMe, write)).toEqual([mine]);
  });

  it('and that this look did not see yet is left to the next one', () => {
    const before = aTask({ name: 'Book the venue' });
    expect(told(aTask(), aWrite({ before }))).toEqual([]);
  });

  it('before a comment of the user’s stays theirs', () => {
    const before = aTask({ name: 'Book the venue', updatedByUserId: '2', updatedAt: at(8) });
    const comment = aComment({ userId: '1', body: 'Fine', createdAt: at(10) });
    const after = aTask({ ...before, updatedByUserId: '1', updatedAt: at(10), commentsCount: 1 });
    expect(told(after, aWrite({ before, status: null, after: null }), [comment])).toMatchObject([
      { actorUserId: '2', edits: [{ field: 'name' }] },
      { actorUserId: '1', edits: [], comment: { body: 'Fine' } },
    ]);
  });

  it('after the write stays theirs, though they are the last ones then', () => {
    const renamed = aTask({ ...resolvedByMe, name: 'Book the venue', updatedByUserId: '2', updatedAt: at(12) });
    expect(told(renamed, aWrite())).toMatchObject([
      { actorUserId: '1', edits: [resolvedEdit] },
      { actorUserId: '2', edits: [{ field: 'name' }] },
    ]);
  });

  it('as words does not take the user’s edit along', () => {
    const comment = aComment({ userId: '2', body: 'Done?', createdAt: at(11) });
    const after = aTask({ ...resolvedByMe, updatedByUserId: '2', updatedAt: at(11), commentsCount: 1 });
    expect(told(after, aWrite(), [comment])).toMatchObject([
      { actorUserId: '1', edits: [resolvedEdit], comment: null },
      { actorUserId: '2', edits: [], comment: { body: 'Done?' } },
    ]);
  });

  it('by taking the write back is theirs, and the write is not nobody’s', () => {
    const comment = aComment({ userId: '2', createdAt: at(12), status: { before: 'resolved', after: 'open' } });
    const after = aTask({ updatedByUserId: '2', updatedAt: at(12), commentsCount: 1 });
    expect(told(after, aWrite(), [comment])).toMatchObject([
      { actorUserId: '1', edits: [resolvedEdit] },
      { actorUserId: '2', edits: [{ field: 'status', before: 'resolved', after: 'open' }] },
    ]);
  });

  it('by doing the same first is theirs', () => {
    const before = aTask({ status: 'resolved', updatedByUserId: '3', updatedAt: at(9) });
    const write = aWrite({ before, after: { ...before, updatedByUserId: '1', updatedAt: at(10) } });
    expect(told({ ...before, updatedByUserId: '1', updatedAt: at(10) }, write)).toMatchObject([
      { actorUserId: '3', edits: [resolvedEdit] },
    ]);
  });

  it('is told once by the comments that were there before the write', () => {
    const comment = aComment({ userId: '2', createdAt: at(8), dueOn: { before: null, after: '2026-12-03' } });
    const before = aTask({ dueOn: '2026-12-03', updatedByUserId: '2', updatedAt: at(8), commentsCount: 1 });
    const after = aTask({ ...before, status: 'resolved', updatedByUserId: '1', updatedAt: at(10) });
    expect(told(after, aWrite({ before, after }), [comment])).toMatchObject([
      { actorUserId: '2', edits: [{ field: 'due_on' }] },
      { actorUserId: '1', edits: [resolvedEdit] },
    ]);
  });
});

describe('a write that Redbooth never answered', () => {
  const uncertain = aWrite({ after: null });

  it('is the user’s when the task became so and nobody is named', () => {
    expect(told({ ...resolvedByMe, updatedByUserId: null }, uncertain)).toEqual([mine]);
  });

  it.each([
    ['somebody else is named', { updatedByUserId: '3' }, '3'],
    ['the task became something else', { status: 'hold', updatedByUserId: null }, null],
  ])('is not believed when %s', (_name, part, actorUserId) => {
    expect(told({ ...resolvedByMe, ...part }, uncertain)).toMatchObject([{ actorUserId }]);
  });

  it('is not believed when a comment says who did it', () => {
    const comment = aComment({ userId: '3', createdAt: at(10), status: { before: 'open', after: 'resolved' } });
    const after = { ...resolvedByMe, updatedByUserId: null, commentsCount: 1 };
    expect(told(after, uncertain, [comment])).toMatchObject([{ actorUserId: '3' }]);
  });
});
