import { describe, expect, it } from 'vitest';
import type { RawChange } from '../../../electron/core/changes/difference.ts';
import { createTeller, mentions } from '../../../electron/core/changes/tell.ts';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aTask, longAgo } from '../../fakes/task.ts';

const rawChange = (part: Partial<RawChange> = {}): RawChange => ({
  actorUserId: '2',
  at: longAgo,
  edits: [],
  comment: null,
  ...part,
});

const tell = async (task: Task, change: RawChange, before: Task | null = aTask()) => {
  const teller = createTeller(createFakeRedbooth().directory, 'https://redbooth.com');
  const told = await teller.ofSeen(task, before, { isNew: 'known', changes: [change] }, 'hook');
  if (!told.ok) throw new Error(told.failure.kind);
  const [first] = told.value;
  if (first === undefined) throw new Error('nothing told');
  return first.account;
};

describe('the account of a change', () => {
  it.each<[RawChange['edits'][number], { before: string | null; after: string | null }]>([
    [
      { field: 'assigned_id', before: null, after: '1003' },
      { before: null, after: 'Chi' },
    ],
    [
      { field: 'assigned_id', before: '1099', after: null },
      { before: 'Someone', after: null },
    ],
    [
      { field: 'project_id', before: '10', after: '20' },
      { before: 'Autumn summit', after: 'Website relaunch' },
    ],
    [
      { field: 'project_id', before: '99', after: '20' },
      { before: 'another project', after: 'Website relaunch' },
    ],
    [
      { field: 'task_list_id', before: '100', after: '999' },
      { before: 'To do', after: 'another list' },
    ],
    [
      { field: 'status', before: 'open', after: 'hold' },
      { before: 'open', after: 'hold' },
    ],
    [
      { field: 'due_on', before: null, after: '2026-12-03' },
      { before: null, after: '2026-12-03' },
    ],
  ])('gives names for ids: %o', async (edit, sides) => {
    const { edits } = await tell(aTask(), rawChange({ edits: [edit] }));
    expect(edits).toMatchObject([{ field: edit.field, ...sides }]);
  });

  it.each([
    ['to me', null, '1001', { beforeIsMe: false, afterIsMe: true }, { assigned: true, wasAssigned: false }],
    ['from me', '1001', '1002', { beforeIsMe: true, afterIsMe: false }, { assigned: false, wasAssigned: true }],
    ['among others', '1002', '1003', { beforeIsMe: false, afterIsMe: false }, { assigned: false, wasAssigned: false }],
  ])('knows an assignment %s', async (_, before, after, sides, relation) => {
    const account = await tell(
      aTask({ assignedPersonId: after }),
      rawChange({ edits: [{ field: 'assigned_id', before, after }] }),
    );
    expect(account.edits).toMatchObject([sides]);
    expect(account.relation).toMatchObject(relation);
  });

  it('says how the task relates to the user', async () => {
    const account = await tell(aTask({ creatorUserId: '1', watcherUserIds: ['3'] }), rawChange());
    expect(account.relation).toEqual({ assigned: false, wasAssigned: false, created: true, watching: false });
  });

  it.each([
    ['the user', '1', true, 'Ana'],
    ['another', '2', false, 'Bo'],
    ['somebody unknown', '99', false, undefined],
    ['nobody', null, false, undefined],
  ])('knows by whom it was: %s', async (_, actorUserId, isOwn, name) => {
    const account = await tell(aTask(), rawChange({ actorUserId }));
    expect(account.isOwn).toBe(isOwn);
    expect(account.actor?.name).toBe(name);
  });

  it('of a task that is gone has no page to open, and nobody is blamed', async () => {
    const teller = createTeller(createFakeRedbooth().directory, 'https://redbooth.com');
    const last = { task: aTask(), lastCommentId: null, readAt: longAgo, goneAt: null };
    const told = await teller.ofGone(last, longAgo, 'hook');
    expect(told).toMatchObject({
      ok: true,
      value: { kind: 'gone', account: { title: 'Book venue', url: null, actor: null, relation: { watching: true } } },
    });
  });

  it.each<ApiFailure>([
    { kind: 'signed-out', message: 'no token' },
    { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 },
  ])('is not made up when names cannot be found ($kind)', async (failure) => {
    const { directory } = createFakeRedbooth();
    const teller = createTeller({ ...directory, user: async () => ({ ok: false, failure }) }, 'https://redbooth.com');
    const told = await teller.ofSeen(aTask(), null, { isNew: 'known', changes: [rawChange()] }, 'hook');
    expect(told).toEqual({ ok: false, failure });
  });
});

describe('a mention of @bo', () => {
  it.each([
    ['@bo can you look?'],
    ['can you look, @bo'],
    ['(@bo)'],
    ['@Bo'],
    ['Ask @bo.'],
    ['Ask @bo, then @chi'],
    ['line one\n@bo'],
  ])('is in “%s”', (body) => {
    expect(mentions(body, 'bo')).toBe(true);
  });

  it.each([[''], ['bo'], ['@bob'], ['@bo_2'], ['@bo-jan'], ['@bo.berg'], ['mail@bo'], ['@@bo'], ['@chi'], ['@ bo']])(
    'is not in “%s”',
    (body) => {
      expect(mentions(body, 'bo')).toBe(false);
    },
  );

  it('takes no name for a pattern', () => {
    expect(mentions('@bxo', 'b.o')).toBe(false);
    expect(mentions('@b.o', 'b.o')).toBe(true);
    expect(mentions('@', '')).toBe(false);
  });
});
