import { describe, expect, it } from 'vitest';
import type { RawChange } from '../../../electron/core/changes/difference.ts';
import { createTeller } from '../../../electron/core/changes/tell.ts';
import type { Snapshot } from '../../../electron/core/changes/snapshot.ts';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import type { Directory } from '../../../electron/core/redbooth/directory-port.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aTask, longAgo } from '../../fakes/task.ts';

const rawChange = (part: Partial<RawChange> = {}): RawChange => ({
  actorUserId: '2',
  at: longAgo,
  edits: [{ field: 'urgent', before: 'false', after: 'true' }],
  comment: null,
  ...part,
});

/** As it was read a minute before the changes. */
const seen = (task: Task, readAt = longAgo - 60_000): Snapshot => ({ task, lastCommentId: null, readAt, goneAt: null });

const tellAll = async (
  task: Task,
  changes: readonly RawChange[],
  before: Task | null = aTask(),
  directory: Directory = createFakeRedbooth().directory,
) => {
  const teller = createTeller(directory, 'https://redbooth.com');
  const told = await teller.ofSeen(task, before && seen(before), { isNew: 'known', changes }, 'hook');
  if (!told.ok) throw new Error(told.failure.kind);
  return told.value.map(({ account }) => account);
};

const tell = async (task: Task, change: RawChange, before: Task | null = aTask()) => {
  const [first] = await tellAll(task, [change], before);
  if (first === undefined) throw new Error('nothing told');
  return first;
};

const words = (body: string, markedUsernames: readonly string[] = []): RawChange['comment'] => ({
  id: '500',
  body,
  markedUsernames,
});

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
    const watched = { creatorUserId: '1', watcherUserIds: ['3'] };
    const account = await tell(aTask(watched), rawChange(), aTask(watched));
    expect(account.relation).toEqual({ assigned: false, wasAssigned: false, created: true, watching: false });
  });

  it('says of each of several changes whose the task was after it', async () => {
    const assigned = (before: string | null, after: string | null): RawChange =>
      rawChange({ edits: [{ field: 'assigned_id', before, after }] });
    const changes = [
      rawChange(),
      assigned('1001', '1002'),
      rawChange({ edits: [], comment: words('Mine now') }),
      assigned('1002', '1001'),
      rawChange(),
    ];
    const accounts = await tellAll(aTask({ assignedPersonId: '1001' }), changes, aTask({ assignedPersonId: '1001' }));
    expect(accounts.map(({ relation: { assigned: is, wasAssigned: was } }) => [is, was])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [true, false],
      [true, false],
    ]);
    expect(accounts.map(({ assignee }) => assignee?.name)).toEqual(['Ana', 'Bo', 'Bo', 'Ana', 'Ana']);
  });

  it.each([
    ['was and is', ['1'], ['1'], true],
    ['was until now', ['1'], [], true],
    ['is since now', [], ['1'], true],
    ['never was', ['3'], ['2'], false],
  ])('says that the user watches it if the user %s among the watchers', async (_, before, after, watching) => {
    const account = await tell(aTask({ watcherUserIds: after }), rawChange(), aTask({ watcherUserIds: before }));
    expect(account.relation.watching).toBe(watching);
  });

  it.each([
    [60, true],
    [61, false],
  ])('trusts that the user watched %d minutes before: %s', async (minutes, watching) => {
    const teller = createTeller(createFakeRedbooth().directory, 'https://redbooth.com');
    const before = seen(aTask({ watcherUserIds: ['1'] }), longAgo - minutes * 60_000);
    const told = await teller.ofSeen(
      aTask({ watcherUserIds: [] }),
      before,
      { isNew: 'known', changes: [rawChange()] },
      'hook',
    );
    expect(told).toMatchObject({ ok: true, value: [{ account: { relation: { watching } } }] });
  });

  it('names a user without any name by the username', async () => {
    const { directory } = createFakeRedbooth();
    const nameless = { id: '2', firstName: '', lastName: '', username: 'bo' };
    const [account] = await tellAll(aTask(), [rawChange()], aTask(), {
      ...directory,
      user: async () => ({ ok: true, value: nameless }),
      shortName: ({ username }) => username,
    });
    expect(account?.actor).toEqual({ userId: '2', name: 'bo', fullName: 'bo' });
  });

  it('says whether its comment mentions the user, and keeps none of Redbooth’s marks', async () => {
    const mentioned = await tell(aTask(), rawChange({ comment: words('@ana?') }));
    const marked = await tell(aTask(), rawChange({ comment: words('Ana Abel?', ['ana']) }));
    const other = await tell(aTask(), rawChange({ comment: words('@bo?', ['bo']) }));
    expect([mentioned, marked, other].map(({ comment }) => comment)).toEqual([
      { id: '500', body: '@ana?', mentionsMe: true },
      { id: '500', body: 'Ana Abel?', mentionsMe: true },
      { id: '500', body: '@bo?', mentionsMe: false },
    ]);
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

describe('a task that is moved to another project', () => {
  const moved = { field: 'project_id', before: '10', after: '20' } as const;
  const reassigned = (before: string | null, after: string | null): RawChange['edits'][number] => ({
    field: 'assigned_id',
    before,
    after,
  });
  const before = (assignedPersonId: string | null): Task => aTask({ assignedPersonId });
  const after = (assignedPersonId: string | null): Task => aTask({ projectId: '20', assignedPersonId });
  const fieldsOf = async (from: string | null, to: string | null): Promise<readonly string[]> => {
    const { edits } = await tell(after(to), rawChange({ edits: [moved, reassigned(from, to)] }), before(from));
    return edits.map(({ field, before: was, after: is }) => `${field}: ${String(was)} > ${String(is)}`);
  };
  const move = 'project_id: Autumn summit > Website relaunch';

  it.each([
    ['is not assigned anew when the same user has it', '1002', '2002', [move]],
    ['is not assigned anew when it cannot be known who has it', '1002', '2099', [move]],
    ['is assigned anew when another user has it', '1002', '2003', [move, 'assigned_id: Bo > Chi']],
    ['is assigned anew when I have it now', '1099', '2001', [move, 'assigned_id: Someone > Ana']],
    ['is assigned anew when I had it', '1001', '2099', [move, 'assigned_id: Ana > Someone']],
    ['is assigned anew when nobody had it', null, '2002', [move, 'assigned_id: null > Bo']],
  ])('%s', async (_, from, to, told) => {
    expect(await fieldsOf(from, to)).toEqual(told);
  });

  it('is still mine when it was, and a comment of before the move knows its people', async () => {
    const { directory } = createFakeRedbooth();
    const userOfPerson: Directory['userOfPerson'] = async (personId, projectId) =>
      personId.startsWith(projectId) ? directory.userOfPerson(personId, projectId) : { ok: true, value: null };
    const accounts = await tellAll(
      after('2001'),
      [rawChange({ edits: [reassigned('1002', '1001')] }), rawChange({ edits: [moved, reassigned('1001', '2001')] })],
      before('1002'),
      { ...directory, userOfPerson },
    );
    expect(accounts).toMatchObject([
      { edits: [{ before: 'Bo', after: 'Ana', afterIsMe: true }], relation: { assigned: true } },
      { edits: [{ field: 'project_id' }], relation: { assigned: true, wasAssigned: false } },
    ]);
  });
});

describe('an assignee who left the project and is back', () => {
  it('has another person id, which is no change', async () => {
    const { directory } = createFakeRedbooth();
    const userOfPerson: Directory['userOfPerson'] = (id, projectId) =>
      directory.userOfPerson(id === '1092' ? '1002' : id, projectId);
    const edits = [{ field: 'assigned_id', before: '1002', after: '1092' }] as const;
    const told = await tellAll(
      aTask({ assignedPersonId: '1092' }),
      [rawChange({ edits })],
      aTask({ assignedPersonId: '1002' }),
      { ...directory, userOfPerson },
    );
    expect(told).toEqual([]);
  });
});
