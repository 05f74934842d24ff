import { describe, expect, it } from 'vitest';
import type { TaskDetail } from '../../../electron/contract/index.ts';
import type { Change } from '../../../electron/core/changes/change.ts';
import { createTaskJournal } from '../../../electron/core/hooks/task-journal.ts';
import { rowOf } from '../../../electron/core/page/rows.ts';
import { createTaskDetail } from '../../../electron/core/page/task-detail.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { chi } from '../../fakes/change.ts';
import { createFakeRedbooth, personId } from '../../fakes/redbooth.ts';
import { aHook, aTask, longAgo } from '../../fakes/task.ts';
import { ignored, startHistory } from '../changes/recorded.ts';
import { readingAt } from '../../fakes/reading.ts';

/** Ana looks at a task of Redbooth’s that was seen with account 1, which is the one in use unless said otherwise. */
const start = (part: Partial<Task> = {}, inUse: string | null = '1') => {
  const history = startHistory();
  const redbooth = createFakeRedbooth();
  redbooth.put(aTask(part));
  const detail = createTaskDetail({
    clock: history.clock,
    reading: () => readingAt(history.clock.now()),
    store: history.store,
    journal: createTaskJournal(history.database),
    client: redbooth.client,
    directory: redbooth.directory,
    accountId: () => inUse,
    rowOf: (change) =>
      rowOf(change, readingAt(history.clock.now()), { isResolved: null, organization: null, snoozedUntil: null }),
  });
  const see = (): Change => {
    history.store.adopt('1', [redbooth.task('7')]);
    return history.record();
  };
  return { ...history, redbooth, see, detail, look: (): Promise<TaskDetail> => detail(see()) };
};

describe('the detail of a task', () => {
  it('says all that is known of it, in words', async () => {
    const { look, clock } = start({
      assignedPersonId: personId('10', '3'),
      dueOn: '2026-11-24',
      isUrgent: true,
      isPrivate: true,
      status: 'hold',
    });
    expect(await look()).toMatchObject({
      taskId: '7',
      name: 'Book venue',
      readAt: clock.now(),
      isGone: false,
      status: 'On hold',
      isUrgent: true,
      isPrivate: true,
      assignee: 'Chi Chen',
      due: 'tomorrow',
      isOverdue: false,
      project: 'Autumn summit',
      list: 'To do',
      creator: 'Bo Berg',
      description: 'For 40 people',
      comments: [],
      commentsFailure: null,
    });
  });

  it('says “You” for who is signed in', async () => {
    const { look } = start({ assignedPersonId: personId('10', '1'), creatorUserId: '1' });
    expect(await look()).toMatchObject({ assignee: 'You', creator: 'You' });
  });

  it('says nothing where there is nothing', async () => {
    const { look } = start({ taskListId: null, creatorUserId: null, description: '' });
    expect(await look()).toMatchObject({ assignee: null, due: null, list: null, creator: null, description: '' });
  });

  it.each([
    ['open', '2026-11-22', true],
    ['open', '2026-11-23', false],
    ['resolved', '2026-11-22', false],
    ['rejected', '2026-11-22', false],
  ])('a task that is %s and due on %s is overdue: %s', async (status, dueOn, isOverdue) => {
    expect(await start({ status, dueOn }).look()).toMatchObject({ isOverdue });
  });

  it('is plain text: one line for the name, several for the description', async () => {
    const { look } = start({ name: 'Book\u202E\nvenue', description: '<b>Bold</b>\r\n\u0007- one\n\n\n\n- two ' });
    expect(await look()).toMatchObject({ name: 'Book venue', description: '<b>Bold</b>\n - one\n\n- two' });
  });

  it('has its history as rows, newest first, without what is ignored and without what others saw', async () => {
    const { look, record } = start();
    record({ title: 'First' });
    record({ title: 'Ignored' }, { decision: ignored });
    record({ title: 'Of somebody else' }, { accountId: '2' });
    record({ title: 'Another task' }, { taskId: '8' });
    expect((await look()).history.map(({ id }) => id)).toEqual(['5', '1']);
  });

  it('has the hooks it came by, newest first, and nothing of the secret', async () => {
    const { look, database, clock } = start();
    database
      .prepare(
        `INSERT INTO hook (task_id, action, source, hook_url_id, received_at) VALUES ('7', 'delete', 'listener', 'secret-url', 5)`,
      )
      .run();
    const { hooks } = await look();
    expect(hooks).toEqual([
      { id: '2', action: 'update', source: 'listener', receivedAt: clock.now(), result: 'changed' },
      { id: '1', action: 'delete', source: 'listener', receivedAt: 5, result: null },
    ]);
  });
});

describe('its comments', () => {
  it('are those with words, the newest at the end, with who wrote them', async () => {
    const { look, redbooth } = start();
    redbooth.comment('7', { userId: '2', body: ' First\r\nline ' });
    redbooth.comment('7', { userId: '3', body: '', status: { before: 'new', after: 'open' } });
    redbooth.comment('7', { userId: null, body: 'From nobody' });
    redbooth.comment('7', { userId: '99', body: 'From somebody unknown' });
    const { comments } = await look();
    expect(comments).toEqual([
      { id: '501', author: 'Bo Berg', initials: 'BB', userId: '2', body: 'First\nline', at: longAgo },
      { id: '503', author: 'Someone', initials: 'S', userId: null, body: 'From nobody', at: longAgo },
      { id: '504', author: 'Someone', initials: 'S', userId: '99', body: 'From somebody unknown', at: longAgo },
    ]);
  });

  it('are cut where they are very long', async () => {
    const { look, redbooth } = start();
    redbooth.comment('7', { userId: '2', body: 'word '.repeat(2_000) });
    const [comment] = (await look()).comments ?? [];
    expect(comment?.body.length).toBeLessThanOrEqual(4_000);
    expect(comment?.body.endsWith('…')).toBe(true);
  });

  it.each([
    [{ kind: 'missing' } as const, 'Redbooth does not show you the comments of this task.'],
    [{ kind: 'forbidden' } as const, 'Redbooth does not show you the comments of this task.'],
    [{ kind: 'signed-out', message: '' } as const, 'You are not signed in to Redbooth.'],
    [{ kind: 'unavailable', message: '', retryAfter: 0 } as const, 'Redbooth does not answer just now'],
  ])('that cannot be read (%o) leave the rest as it is, and say why', async (failure, words) => {
    const { detail, redbooth, see } = start();
    const change = see();
    redbooth.failWith(failure);
    const shown = await detail(change);
    expect(shown).toMatchObject({ name: 'Book venue', comments: null });
    expect(shown.commentsFailure).toContain(words);
  });

  it('that take too long are not waited for', async () => {
    const { look, redbooth, clock } = start();
    redbooth.hold();
    const looking = look();
    await clock.advance(8_000);
    expect((await looking).commentsFailure).toContain('Redbooth does not answer just now');
    expect(clock.waiting()).toBe(0);
  });

  it('of a task that is gone are not asked for', async () => {
    const { detail, store, redbooth, see } = start();
    const change = see();
    store.settle({
      accountId: '1',
      taskId: '7',
      hooks: [aHook({ id: change.hookIds[0] ?? '' })],
      result: 'gone',
      changes: [],
      snapshot: { kind: 'gone' },
    });
    expect(await detail(change)).toMatchObject({
      isGone: true,
      name: 'Book venue',
      comments: null,
      commentsFailure: expect.stringContaining('The task is gone'),
    });
    expect(redbooth.requests).toEqual([]);
  });

  it.each(['2', null])('of a task that was seen with another account than %s are not asked for', async (inUse) => {
    const { look, redbooth } = start({ assignedPersonId: personId('10', '1') }, inUse);
    expect(await look()).toMatchObject({
      assignee: 'Ana Abel',
      comments: null,
      commentsFailure: expect.stringContaining('seen with another account'),
    });
    expect(redbooth.requests).toEqual([]);
  });
});

describe('a task of which nothing but its change is known', () => {
  it('is shown as the change told it', async () => {
    const { detail, record } = start();
    const change = record({ title: 'Book\nvenue', assignee: chi, dueOn: '2026-11-24' });
    expect(await detail(change)).toMatchObject({
      name: 'Book venue',
      status: 'Not known',
      assignee: 'Chi Chen',
      due: 'tomorrow',
      project: 'Autumn summit',
      comments: [],
      isGone: false,
    });
  });

  it('is gone when the change said so', async () => {
    const { detail, record } = start();
    expect(await detail(record({}, { kind: 'gone' }))).toMatchObject({ isGone: true, comments: null });
  });
});
