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

  it.each(['number', 'text'] as const)('ids are %s, in every reply', async (ids) => {
    const { simulator, call, taskId } = await withTask({ ids, multipleAssignees: true });
    simulator.editTask(taskId, { assignedTo: 'ada' }, 'bo');
    const paths = [
      `/tasks/${taskId}`,
      '/tasks',
      `/comments?target_type=Task&target_id=${taskId}`,
      '/me',
      '/users',
      '/people',
      '/projects',
      '/task_lists',
      '/organizations',
      '/memberships',
    ];
    const kinds = new Set<string>();
    for (const path of paths) {
      const { body } = await call(path);
      JSON.stringify(body, (key, value: unknown) => {
        const isId = /(^|_)ids?$/.test(key) && value !== null && !Array.isArray(value);
        if (isId) kinds.add(typeof value);
        if (key.endsWith('_ids') && Array.isArray(value)) for (const id of value) kinds.add(typeof id);
        return value;
      });
    }
    expect([...kinds]).toEqual([ids === 'number' ? 'number' : 'string']);
  });

  it.each([true, false])('assignees come in the plural as well: %s', async (multipleAssignees) => {
    const { simulator, call, taskId } = await withTask({ multipleAssignees });
    simulator.editTask(taskId, { assignedTo: 'ada' }, 'bo');
    const { body } = await call(`/tasks/${taskId}`);
    const { assigned_id: person, assigned_ids: people, assigned_user_ids: users } = Object(body);
    const ada = Number(simulator.world.userNamed('ada').id);
    expect([people, users]).toEqual(multipleAssignees ? [[person], [ada]] : [undefined, undefined]);
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

describe('quirks of what counts as an update', () => {
  const edits = [
    { quirk: 'noiseUpdatesTask', hookQuirk: 'noiseFiresHook', edit: { position: 9 } },
    { quirk: 'noiseUpdatesTask', hookQuirk: 'noiseFiresHook', edit: { subtasks: { total: 3, resolved: 1 } } },
    { quirk: 'watchUpdatesTask', hookQuirk: 'watchFiresHook', edit: { watchers: ['ada'] } },
  ] as const;
  const cases = edits.flatMap((row) => [true, false].map((isOn) => ({ ...row, isOn, json: JSON.stringify(row.edit) })));

  it.each(cases)('$json moves updated_at: $isOn ($quirk)', async ({ quirk, edit, isOn }) => {
    const { simulator, clock, call, taskId } = await withTask({ [quirk]: isOn });
    const created = clock.now() / 1000;
    await clock.advance(5000);
    simulator.editTask(taskId, edit, 'bo');
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ updated_at: isOn ? created + 5 : created });
  });

  it.each(cases)('$json fires a hook: $isOn ($hookQuirk)', async ({ hookQuirk, edit, isOn }) => {
    const { simulator, taskId } = await withTask({ [hookQuirk]: isOn });
    const { url, received } = await startReceiver();
    simulator.attachHook(url);
    simulator.editTask(taskId, edit, 'bo');
    await simulator.hooksIdle();
    expect(received).toHaveLength(isOn ? 1 : 0);
    simulator.editTask(taskId, { ...edit, name: 'Renamed too' }, 'bo');
    await simulator.hooksIdle();
    expect(received).toHaveLength(isOn ? 2 : 1);
  });

  it('subtasks are counted', async () => {
    const { simulator, call, taskId } = await withTask({});
    simulator.editTask(taskId, { subtasks: { total: 3, resolved: 1 } }, 'bo');
    const counters = { subtasks_count: 3, resolved_subtasks_count: 1 };
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject(counters);
  });

  it.each([true, false])('an edit sets updated_by_id: %s', async (editSetsUpdatedBy) => {
    const { simulator, call, taskId } = await withTask({ editSetsUpdatedBy });
    simulator.editTask(taskId, { name: 'Another' }, 'bo');
    const id = editSetsUpdatedBy ? Number(simulator.world.userNamed('bo').id) : null;
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ updated_by_id: id });
  });

  it.each([true, false])('an edited or deleted comment counts: %s', async (commentEditUpdatesTask) => {
    const { simulator, clock, call, taskId } = await withTask({ commentEditUpdatesTask });
    const { commentId } = simulator.comment(taskId, 'Hm.', 'bo');
    const before = clock.now() / 1000;
    const { url, received } = await startReceiver();
    simulator.attachHook(url);
    await clock.advance(5000);
    simulator.editComment(taskId, commentId, 'Hm!', 'bo');
    const comments = `/comments?target_type=Task&target_id=${taskId}`;
    expect((await call(comments)).body).toMatchObject([{ body: 'Hm!', created_at: before, updated_at: before + 5 }]);
    simulator.deleteComment(taskId, commentId, 'bo');
    expect((await call(comments)).body).toEqual([]);
    await simulator.hooksIdle();
    expect(received).toHaveLength(commentEditUpdatesTask ? 2 : 0);
    const updated = { comments_count: 0, updated_at: commentEditUpdatesTask ? before + 5 : before };
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject(updated);
  });
});

describe('quirks of comments', () => {
  const list = (taskId: string): string => `/comments?target_type=Task&target_id=${taskId}`;

  it.each([true, false])('an edit by API leaves one: %s', async (apiEditLeavesComment) => {
    const { call, taskId } = await withTask({ apiEditLeavesComment });
    await call(`/tasks/${taskId}`, { method: 'PUT', body: { status: 'open' } });
    expect((await call(list(taskId))).body).toHaveLength(apiEditLeavesComment ? 1 : 0);
  });

  it.each([true, false])('an edit by another program leaves one: %s', async (apiEditLeavesComment) => {
    const { simulator, taskId } = await withTask({ apiEditLeavesComment });
    const { commentId } = simulator.editTask(taskId, { status: 'open' }, 'bo', { byApi: true });
    expect(commentId === null).toBe(!apiEditLeavesComment);
  });

  it.each([true, false])('an edit by API can set the due date and urgency: %s', async (dueOnWritable) => {
    const { call, taskId } = await withTask({ dueOnWritable });
    const { body } = await call(`/tasks/${taskId}`, { method: 'PUT', body: { due_on: '2027-01-31', urgent: true } });
    expect(body).toMatchObject(
      dueOnWritable ? { due_on: '2027-01-31', urgent: true } : { due_on: '2026-12-01', urgent: false },
    );
  });

  it.each([
    [true, 200],
    [false, 422],
  ])('an edit by API may name one field alone: %s', async (partialPut, status) => {
    const { call, taskId } = await withTask({ partialPut });
    const put = (body: unknown): Promise<{ status: number }> => call(`/tasks/${taskId}`, { method: 'PUT', body });
    expect((await put({ status: 'open' })).status).toBe(status);
    expect((await put({ status: 'open', name: 'Book venue' })).status).toBe(200);
  });

  it.each([
    ['link', '@ada, see mail@ada', '<p><a href="ORIGIN/users/ada" class="mention">@ada</a>, see mail@ada</p>'],
    ['text', '@ada, see mail@ada', '<p>@ada, see mail@ada</p>'],
    ['link-only', 'Ada, see mail@ada', '<p><a href="ORIGIN/users/ada" class="mention">@ada</a>, see mail@ada</p>'],
  ] as const)('a mention is %s', async (mentionForm, body, html) => {
    const { simulator, origin, call, taskId } = await withTask({ mentionForm });
    simulator.comment(taskId, '@ada, see mail@ada', 'bo');
    expect((await call(list(taskId))).body).toMatchObject([{ body, body_html: html.replace('ORIGIN', origin) }]);
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

  it.each([1, 1000])('%i rows a page at most', async (highestPerPage) => {
    const { simulator, call } = await withTask({ highestPerPage });
    simulator.createTask({ name: 'Another', by: 'bo' });
    const { body, headers } = await call('/tasks?per_page=1000');
    expect(body).toHaveLength(Math.min(2, highestPerPage));
    expect(headers.get('PaginationPerPage')).toBe(String(highestPerPage));
  });

  it.each([true, false])('answer 304 until something newer is in them: %s', async (lastModified) => {
    const { simulator, clock, origin, ada, taskId } = await withTask({ lastModified });
    const ask = (since: string | null): Promise<Response> =>
      fetch(`${origin}/api/3/tasks?per_page=1`, {
        headers: { authorization: `Bearer ${ada}`, ...(since === null ? {} : { 'if-modified-since': since }) },
      });
    const modified = (await ask(null)).headers.get('last-modified');
    expect(modified).toBe(lastModified ? new Date(clock.now()).toUTCString() : null);
    expect((await ask(new Date(clock.now()).toUTCString())).status).toBe(lastModified ? 304 : 200);
    const before = new Date(clock.now()).toUTCString();
    await clock.advance(1000);
    simulator.comment(taskId, 'Hm.', 'bo');
    expect((await ask(before)).status).toBe(200);
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
    ['strong', /^"[0-9a-f]{32}"$/, 304],
    ['weak', /^W\/"[0-9a-f]{32}"$/, 304],
    ['ignored', /^"[0-9a-f]{32}"$/, 200],
    ['none', /^$/, 200],
  ] as const)('the ETag is %s', async (etag, form, status) => {
    const { origin, ada, taskId, simulator } = await withTask({});
    const known = (await fetch(`${origin}/api/3/tasks/${taskId}?access_token=${ada}`)).headers.get('etag') ?? '';
    simulator.setQuirks({ etag });
    const reply = await fetch(`${origin}/api/3/tasks/${taskId}`, {
      headers: { authorization: `Bearer ${ada}`, 'if-none-match': `"other", ${known}` },
    });
    expect([reply.status, reply.headers.get('etag') ?? '']).toEqual([status, expect.stringMatching(form)]);
  });

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
