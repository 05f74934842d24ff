import { describe, expect, it } from 'vitest';
import type { Quirks } from '../../electron/simulator/quirks.ts';
import { startReceiver, startSimulator } from './start.ts';

const withTask = async (quirks: Partial<Quirks>, more: { isPrivate?: boolean } = {}) => {
  const started = await startSimulator({ quirks });
  const { taskId } = started.simulator.createTask({
    name: 'Book venue',
    by: 'bo',
    status: 'hold',
    dueOn: '2026-12-01',
    ...more,
  });
  return { ...started, taskId };
};

describe('quirks of tasks', () => {
  it.each([
    ['object', { name: 'Book venue' }],
    ['array', [{ name: 'Book venue' }]],
  ] as const)('a task comes as %s', async (taskReply, body) => {
    const { call, taskId } = await withTask({ taskReply });
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject(body);
  });

  it.each([
    ['word', 'hold'],
    ['number', 2],
  ] as const)('status is a %s', async (kind, status) => {
    const { simulator, call, taskId } = await withTask({ status: kind });
    simulator.comment(taskId, 'hm', 'bo');
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ status });
    const { body } = await call(`/comments?target_type=Task&target_id=${taskId}`);
    expect(body).toMatchObject([{ status, previous_status: status }]);
  });

  it.each([
    ['not-found', 404],
    ['forbidden', 403],
  ] as const)('a hidden task is %s', async (hiddenTask, status) => {
    const { call, taskId } = await withTask({ hiddenTask }, { isPrivate: true });
    expect((await call(`/tasks/${taskId}`)).status).toBe(status);
  });

  it('a deleted task can be flagged instead of missing', async () => {
    const { simulator, call, taskId } = await withTask({ deletedTask: 'flagged' });
    simulator.deleteTask(taskId, 'bo');
    expect(await call(`/tasks/${taskId}`)).toMatchObject({ status: 200, body: { deleted: true } });
  });

  it.each([true, false])('lists have deleted tasks: %s', async (listsDeletedTasks) => {
    const { simulator, call, taskId } = await withTask({ listsDeletedTasks });
    simulator.deleteTask(taskId, 'bo');
    expect((await call('/tasks')).body).toHaveLength(listsDeletedTasks ? 1 : 0);
  });

  it.each([true, false])('fields nobody documented: %s', async (unknownFields) => {
    const { call, taskId } = await withTask({ unknownFields });
    expect(Object.hasOwn(Object((await call(`/tasks/${taskId}`)).body), 'tag_ids')).toBe(unknownFields);
  });

  it.each([
    ['null', null],
    ['creator', 'bo'],
  ] as const)('a fresh task was last updated by %s', async (freshTaskUpdatedBy, username) => {
    const { simulator, call, taskId } = await withTask({ freshTaskUpdatedBy });
    const id = username === null ? null : Number(simulator.world.userNamed(username).id);
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ updated_by_id: id });
  });

  it.each([true, false])('a comment sets updated_by_id: %s', async (commentSetsUpdatedBy) => {
    const { simulator, call, taskId } = await withTask({ commentSetsUpdatedBy });
    simulator.comment(taskId, 'hm', 'bo');
    const id = commentSetsUpdatedBy ? Number(simulator.world.userNamed('bo').id) : null;
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ updated_by_id: id });
  });
});

describe('quirks of comments', () => {
  const list = (taskId: string): string => `/comments?target_type=Task&target_id=${taskId}`;

  it.each([true, false])('an edit by API leaves one: %s', async (apiEditLeavesComment) => {
    const { call, taskId } = await withTask({ apiEditLeavesComment });
    await call(`/tasks/${taskId}`, { method: 'PUT', body: { status: 'open' } });
    expect((await call(list(taskId))).body).toHaveLength(apiEditLeavesComment ? 1 : 0);
  });

  it.each([
    ['null', null],
    ['current', '2026-12-01'],
  ] as const)('a due date left alone is %s', async (unchangedDueOn, date) => {
    const { simulator, call, taskId } = await withTask({ unchangedDueOn });
    simulator.comment(taskId, 'hm', 'bo');
    expect((await call(list(taskId))).body).toMatchObject([{ due_on: date, previous_due_on: date }]);
  });

  it.each([
    ['empty', ''],
    ['null', null],
  ] as const)('a comment without words has a body that is %s', async (emptyCommentBody, body) => {
    const { simulator, call, taskId } = await withTask({ emptyCommentBody });
    simulator.editTask(taskId, { isUrgent: true }, 'bo');
    expect((await call(list(taskId))).body).toMatchObject([{ body }]);
  });

  it('created_from may be ignored', async () => {
    const { simulator, call, taskId } = await withTask({ commentsCreatedFrom: false });
    simulator.comment(taskId, 'old', 'bo');
    expect((await call(`${list(taskId)}&created_from=9999999999`)).body).toHaveLength(1);
  });
});

describe('quirks of lists', () => {
  it.each([true, false])('paging headers: %s', async (pagingHeaders) => {
    const { call } = await withTask({ pagingHeaders });
    expect((await call('/tasks')).headers.has('PaginationTotalPages')).toBe(pagingHeaders);
  });

  it.each([1, 1000])('%i rows a page when nobody asks', async (defaultPerPage) => {
    const { simulator, call } = await withTask({ defaultPerPage });
    simulator.createTask({ name: 'Another', by: 'bo' });
    expect((await call('/tasks')).body).toHaveLength(Math.min(2, defaultPerPage));
  });

  it.each([
    ['word', 'participant'],
    ['number', 2],
  ] as const)('a role is a %s', async (personRole, role) => {
    const { call } = await withTask({ personRole });
    expect((await call('/people')).body).toMatchObject([{ role }, { role }]);
  });

  it.each([
    [true, 1],
    [false, 2],
  ])('people by user: %s', async (peopleByUser, length) => {
    const { simulator, call } = await withTask({ peopleByUser });
    expect((await call(`/people?user_id=${simulator.world.userNamed('ada').id}`)).body).toHaveLength(length);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])('projects not joined are listed: %s', async (listsUnjoinedProjects, length) => {
    const { call } = await withTask({ listsUnjoinedProjects });
    expect((await call('/projects')).body).toHaveLength(length);
  });
});

describe('quirks of errors and limits', () => {
  it.each([
    ['object', { error: { message: 'Not Found' } }],
    ['text', { error: 'Not Found' }],
  ] as const)('an error is %s', async (errorBody, body) => {
    const { call } = await withTask({ errorBody });
    expect((await call('/tasks/1')).body).toEqual(body);
  });

  it.each([
    ['json', 'application/json'],
    ['html', 'text/html'],
  ] as const)('a 404 is %s', async (notFound, type) => {
    const { call } = await withTask({ notFound });
    expect((await call('/tasks/1')).headers.get('content-type')).toContain(type);
  });

  it.each([null, 7])('too many requests are told so as plain text, Retry-After %s', async (retryAfter) => {
    const { clock, call } = await withTask({ requestsPerSecond: 2, retryAfter });
    expect([(await call('/me')).status, (await call('/me')).status]).toEqual([200, 200]);
    const refused = await call('/me');
    expect(refused).toMatchObject({ status: 429, body: 'Retry later\n' });
    expect(refused.headers.get('retry-after')).toBe(retryAfter === null ? null : String(retryAfter));
    await clock.advance(1000);
    expect((await call('/me')).status).toBe(200);
  });

  it('202 first, and the truth when asked again', async () => {
    const { call } = await withTask({ enqueuesFirst: true });
    const first = await call('/me');
    expect(first).toMatchObject({ status: 202, body: { status: 'Enqueued', process_token: null, retry_after: 0 } });
    expect(first.headers.get('retry-after')).toBe('1');
    expect(await call('/me')).toMatchObject({ status: 200, body: { username: 'ada' } });
  });

  it('a reply takes as long as asked', async () => {
    const { clock, call, simulator } = await withTask({ latency: 500 });
    let answered = false;
    const reply = call('/me').finally(() => (answered = true));
    while (clock.waiting() === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(499);
    expect([answered, simulator.requests()[0]?.status]).toEqual([false, null]);
    await clock.advance(1);
    expect((await reply).status).toBe(200);
  });
});

describe('quirks of hooks', () => {
  const received = async (quirks: Partial<Quirks>, more: { isPrivate?: boolean } = {}) => {
    const receiver = await startReceiver();
    const { simulator } = await startSimulator({ quirks });
    simulator.attachHook(receiver.url);
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo', ...more });
    await simulator.hooksIdle();
    simulator.comment(taskId, 'hm', 'bo');
    await simulator.hooksIdle();
    return { taskId, hooks: receiver.received };
  };
  const parsed = (text: string | undefined): unknown => {
    const value: unknown = JSON.parse(text ?? 'null');
    return value;
  };

  it.each(['text', 'number'] as const)('the id is %s', async (hookId) => {
    const { taskId, hooks } = await received({ hookId });
    expect(parsed(hooks[0]?.body)).toMatchObject({ id: hookId === 'text' ? taskId : Number(taskId) });
  });

  it.each(['application/json', 'text/plain'] as const)('the content type is %s', async (hookContentType) => {
    const { taskId, hooks } = await received({ hookContentType });
    expect(hooks[0]?.contentType).toBe(hookContentType);
    expect(parsed(hooks[0]?.body)).toMatchObject({ id: taskId });
  });

  it('the JSON can be in a form field', async () => {
    const { taskId, hooks } = await received({ hookContentType: 'application/x-www-form-urlencoded' });
    const payload = new URLSearchParams(hooks[0]?.body).get('payload') ?? '';
    expect(parsed(payload)).toMatchObject({ id: taskId });
  });

  it('the event can be in an array', async () => {
    const { taskId, hooks } = await received({ hookBatch: true });
    expect(parsed(hooks[0]?.body)).toMatchObject([{ id: taskId }]);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])('a comment fires one: %s', async (commentFiresHook, length) => {
    expect((await received({ commentFiresHook })).hooks).toHaveLength(length);
  });

  it.each([
    [true, 2],
    [false, 0],
  ])('private tasks fire: %s', async (privateTaskFiresHook, length) => {
    expect((await received({ privateTaskFiresHook }, { isPrivate: true })).hooks).toHaveLength(length);
  });

  it('one edit can fire several', async () => {
    expect((await received({ hooksPerEdit: 3 })).hooks).toHaveLength(6);
  });
});
