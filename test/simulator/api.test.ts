import { describe, expect, it } from 'vitest';
import { startSimulator } from './start.ts';

const task = { name: 'Book venue', by: 'bo' } as const;

describe('GET /tasks/:id', () => {
  it('has the fields and types of the recorded reply', async () => {
    const { simulator, clock, call } = await startSimulator();
    const bo = simulator.world.userNamed('bo');
    const project = simulator.world.projectNamed('Shared');
    const { taskId } = simulator.createTask({
      ...task,
      assignedTo: 'ada',
      description: 'By <Friday>',
      dueOn: '2026-12-03',
      status: 'open',
    });
    const { status, body } = await call(`/tasks/${taskId}`);
    const seconds = clock.now() / 1000;
    const ada = simulator.world.userNamed('ada');
    expect(status).toBe(200);
    expect(body).toEqual({
      type: 'Task',
      created_at: seconds,
      updated_at: seconds,
      id: Number(taskId),
      name: 'Book venue',
      task_list_id: Number(simulator.world.task(taskId).taskListId),
      comments_count: 0,
      assigned_id: Number(simulator.world.personOf(ada.id, project.id)?.id),
      is_private: false,
      project_id: Number(project.id),
      urgent: false,
      user_id: Number(bo.id),
      position: 0,
      last_activity_id: null,
      record_conversion_type: null,
      record_conversion_id: null,
      metadata: {},
      subtasks_count: 0,
      resolved_subtasks_count: 0,
      watcher_ids: [Number(bo.id), Number(ada.id)],
      description: 'By <Friday>',
      description_html: '<p>By &lt;Friday&gt;</p>',
      description_updated_by_user_id: Number(bo.id),
      updated_by_id: null,
      deleted: false,
      row_order: 0,
      status: 'open',
      due_on: '2026-12-03',
    });
  });

  it('gives the person, not the user, as the assignee', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ ...task, assignedTo: 'ada' });
    const { body } = await call(`/tasks/${taskId}`);
    expect(body).not.toMatchObject({ assigned_id: Number(simulator.world.userNamed('ada').id) });
  });

  it('answers 304 to the ETag it gave', async () => {
    const { simulator, call, origin, ada } = await startSimulator();
    const { taskId } = simulator.createTask(task);
    const etag = (await call(`/tasks/${taskId}`)).headers.get('etag') ?? '';
    const again = (): Promise<Response> =>
      fetch(`${origin}/api/3/tasks/${taskId}`, { headers: { authorization: `Bearer ${ada}`, 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    simulator.editTask(taskId, { name: 'Book another venue' }, 'bo');
    expect((await again()).status).toBe(200);
  });

  it('answers 404 for a deleted task and for one that never was', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask(task);
    simulator.deleteTask(taskId, 'bo');
    expect(await call(`/tasks/${taskId}`)).toMatchObject({ status: 404, body: { error: { message: 'Not Found' } } });
    expect((await call('/tasks/1')).status).toBe(404);
  });
});

describe('who may see a task', () => {
  const cases = [
    { name: 'a task of a project one has joined', more: {}, ada: 200 },
    { name: 'a task of a project one has not joined', more: { project: 'Board' }, ada: 404 },
    { name: 'somebody’s private task', more: { isPrivate: true }, ada: 404 },
    { name: 'a private task assigned to oneself', more: { isPrivate: true, assignedTo: 'ada' }, ada: 200 },
    { name: 'a private task one watches', more: { isPrivate: true, watchers: ['ada'] }, ada: 200 },
  ];
  it.each(cases)('$name', async ({ more, ada }) => {
    const { simulator, call, bo } = await startSimulator();
    const { taskId } = simulator.createTask({ ...task, ...more });
    expect((await call(`/tasks/${taskId}`)).status).toBe(ada);
    expect((await call(`/comments?target_type=Task&target_id=${taskId}`)).status).toBe(ada);
    expect((await call('/tasks')).body).toHaveLength(ada === 200 ? 1 : 0);
    expect((await call(`/tasks/${taskId}`, { token: bo })).status).toBe(200);
  });
});

describe('GET /tasks', () => {
  const filters = [
    { query: '', names: ['Fourth', 'Third', 'First'] },
    { query: 'archived=all', names: ['Fourth', 'Third', 'Second', 'First'] },
    { query: 'archived=true', names: ['Second'] },
    { query: 'order=id-ASC', names: ['First', 'Third', 'Fourth'] },
    { query: 'order=updated_at-DESC', names: ['First', 'Fourth', 'Third'] },
    { query: 'per_page=2', names: ['Fourth', 'Third'] },
    { query: 'per_page=2&page=2', names: ['First'] },
    { query: 'per_page=2&page=3', names: [] },
    { query: 'assigned=true', names: ['Third'] },
    { query: 'assigned=false', names: ['Fourth', 'First'] },
    { query: 'assigned_user_id=ADA', names: ['Third'] },
    { query: 'user_id=ADA', names: ['Fourth'] },
    { query: 'project_id=SHARED', names: ['Fourth', 'Third', 'First'] },
    { query: 'project_id=1', names: [] },
    { query: 'task_list_id=LATER', names: ['Fourth'] },
    { query: 'organization_id=1', names: [] },
  ];
  it.each(filters)('with “$query” lists $names', async ({ query, names }) => {
    const { simulator, clock, call } = await startSimulator();
    const { world } = simulator;
    const first = simulator.createTask({ name: 'First', by: 'bo' });
    simulator.createTask({ name: 'Second', by: 'bo', status: 'resolved' });
    simulator.createTask({ name: 'Third', by: 'bo', assignedTo: 'ada' });
    await clock.advance(1000);
    simulator.createTask({ name: 'Fourth', by: 'ada', taskList: 'Later' });
    await clock.advance(1000);
    simulator.comment(first.taskId, 'Hm.', 'bo');
    const later = [...world.taskLists.values()].find(({ name }) => name === 'Later')?.id ?? '';
    const { body } = await call(
      `/tasks?${query
        .replace('ADA', world.userNamed('ada').id)
        .replace('SHARED', world.projectNamed('Shared').id)
        .replace('LATER', later)}`,
    );
    expect(body).toEqual(names.map((name) => expect.objectContaining({ name })));
  });

  it('tells the pages in headers', async () => {
    const { simulator, call } = await startSimulator();
    for (const name of ['a', 'b', 'c']) simulator.createTask({ name, by: 'bo' });
    const { headers } = await call('/tasks?per_page=2&page=2');
    const named = ['TotalPages', 'PerPage', 'CurrentPage', 'TotalObjects'].map((name) =>
      headers.get(`Pagination${name}`),
    );
    expect(named).toEqual(['2', '2', '2', '3']);
  });
});

describe('GET /me, /users, /people, /projects, /task_lists, /organizations', () => {
  it('shows the bearer', async () => {
    const { simulator, call, bo } = await startSimulator();
    const me = (await call('/me', { token: bo })).body;
    expect(me).toMatchObject({
      type: 'User',
      id: Number(simulator.world.userNamed('bo').id),
      first_name: 'Bo',
      last_name: 'Lindqvist',
      username: 'bo',
      time_zone: 'UTC',
    });
  });

  it('has a person for each user and project, with ids of their own', async () => {
    const { simulator, call, bo } = await startSimulator();
    const id = simulator.world.userNamed('bo').id;
    const people = (await call(`/people?user_id=${id}`, { token: bo })).body;
    expect(people).toHaveLength(2);
    const shared = simulator.world.projectNamed('Shared').id;
    expect((await call(`/people?user_id=${id}&project_id=${shared}`, { token: bo })).body).toEqual([
      expect.objectContaining({
        type: 'Person',
        id: Number(simulator.world.personOf(id, shared)?.id),
        user_id: Number(id),
        project_id: Number(shared),
        role: 'participant',
      }),
    ]);
  });

  it('shows nobody of a project one has not joined', async () => {
    const { simulator, call } = await startSimulator();
    const board = simulator.world.projectNamed('Board').id;
    expect((await call(`/people?project_id=${board}`)).body).toEqual([]);
    expect((await call(`/users?project_id=${board}`)).body).toEqual([]);
    expect((await call(`/projects/${board}`)).status).toBe(404);
    expect((await call(`/task_lists?project_id=${board}`)).body).toEqual([]);
  });

  it.each([
    { path: '/users', names: ['bo', 'ada'], key: 'username' },
    { path: '/projects', names: ['Shared'], key: 'name' },
    { path: '/task_lists', names: ['Later', 'Inbox'], key: 'name' },
    { path: '/organizations', names: ['Two'], key: 'name' },
  ])('lists $path, and each by its id', async ({ path, names, key }) => {
    const { call, simulator } = await startSimulator();
    const { body } = await call(path);
    expect(body).toEqual(names.map((name) => expect.objectContaining({ [key]: name })));
    const { world } = simulator;
    const ids: Record<string, string> = {
      '/users': world.userNamed('bo').id,
      '/projects': world.projectNamed('Shared').id,
      '/task_lists': [...world.taskLists.keys()][1] ?? '',
      '/organizations': world.organization.id,
    };
    expect((await call(`${path}/${ids[path] ?? ''}`)).body).toMatchObject({ [key]: names[0] });
  });
});

describe('writing by API', () => {
  it('PUT /tasks/:id changes what it names and nothing else, as the bearer', async () => {
    const { simulator, call, bo } = await startSimulator();
    const { taskId } = simulator.createTask({ ...task, dueOn: '2026-12-03' });
    const { status, body } = await call(`/tasks/${taskId}`, { method: 'PUT', body: { status: 'resolved' }, token: bo });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Book venue',
      status: 'resolved',
      due_on: '2026-12-03',
      updated_by_id: Number(simulator.world.userNamed('bo').id),
    });
  });

  it('PUT takes a user and answers with the person', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask(task);
    const ada = simulator.world.userNamed('ada');
    const person = simulator.world.personOf(ada.id, simulator.world.projectNamed('Shared').id);
    const { body } = await call(`/tasks/${taskId}`, { method: 'PUT', body: { assigned_user_id: Number(ada.id) } });
    expect(body).toMatchObject({ assigned_id: Number(person?.id) });
  });

  it.each([{ status: 'finished' }, { assigned_user_id: 1 }, { urgent: 'very' }, { task_list_id: 1 }, 'text'])(
    'PUT refuses %j',
    async (body) => {
      const { simulator, call } = await startSimulator();
      const { taskId } = simulator.createTask(task);
      const before = simulator.world.task(taskId);
      expect((await call(`/tasks/${taskId}`, { method: 'PUT', body })).status).toBe(422);
      expect(simulator.world.task(taskId)).toEqual(before);
    },
  );

  it('DELETE /tasks/:id deletes it, and says in its own words when it is not there', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask(task);
    expect((await call(`/tasks/${taskId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`/tasks/${taskId}`)).status).toBe(404);
    for (const id of [taskId, '1'])
      expect(await call(`/tasks/${id}`, { method: 'DELETE' })).toMatchObject({
        status: 404,
        body: { error: 'Task not found' },
      });
  });

  it('POST /comments adds a comment of the bearer and answers 201', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask(task);
    const comment = { target_type: 'task', target_id: taskId, body: 'On it.' };
    const { status, body } = await call('/comments', { method: 'POST', body: comment });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: 'Comment',
      body: 'On it.',
      user_id: Number(simulator.world.userNamed('ada').id),
    });
    expect(simulator.world.task(taskId).commentsCount).toBe(1);
  });

  it('does not let anybody write to a task they may not see', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ ...task, project: 'Board' });
    expect((await call(`/tasks/${taskId}`, { method: 'PUT', body: { name: 'Mine' } })).status).toBe(404);
    const comment = { target_type: 'Task', target_id: taskId, body: 'Hello' };
    expect((await call('/comments', { method: 'POST', body: comment })).status).toBe(404);
    expect(simulator.world.task(taskId)).toMatchObject({ name: 'Book venue', commentsCount: 0 });
  });
});

describe('the request log', () => {
  it('has what was asked, with which token, and the answer', async () => {
    const { simulator, clock, call, ada } = await startSimulator();
    await call('/tasks?page=2');
    await call('/me', { token: 'wrong' });
    expect(simulator.requests()).toEqual([
      {
        method: 'GET',
        path: '/api/3/tasks',
        search: '?page=2',
        authorization: `Bearer ${ada}`,
        at: clock.now(),
        status: 200,
      },
      { method: 'GET', path: '/api/3/me', search: '', authorization: 'Bearer wrong', at: clock.now(), status: 401 },
    ]);
  });
});

describe('the door', () => {
  it('does not answer to a foreign host name', async () => {
    const { origin, simulator } = await startSimulator();
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${origin}/api/3/me`, { headers: { host: 'example.com' } }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      }).end();
    });
    expect(status).toBe(403);
    expect(simulator.requests()).toHaveLength(1);
  });
  it('answers 404 to paths it does not know', async () => {
    const { call, origin } = await startSimulator();
    expect((await call('/webhooks')).status).toBe(404);
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  });
});
