import { describe, expect, it } from 'vitest';
import { startReceiver, startSimulator } from './start.ts';

const ids = (body: unknown): unknown[] => (Array.isArray(body) ? body.map((row: unknown) => Object(row).id) : []);

describe('who comes and goes', () => {
  it('a user who joins a project sees its tasks, under a person id of their own', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'Budget', by: 'bo', project: 'Board' });
    expect((await call(`/tasks/${taskId}`)).status).toBe(404);
    const { personId } = simulator.joinProject('ada', 'Board');
    expect((await call(`/tasks/${taskId}`)).status).toBe(200);
    simulator.editTask(taskId, { assignedTo: 'ada' }, 'bo');
    expect((await call(`/tasks/${taskId}`)).body).toMatchObject({ assigned_id: Number(personId) });
  });

  it('joining twice is joining once', async () => {
    const { simulator } = await startSimulator();
    expect(simulator.joinProject('ada', 'Board')).toEqual(simulator.joinProject('ada', 'Board'));
  });

  it('a user who leaves sees nothing any more, but tasks stay assigned to the person they were', async () => {
    const { simulator, call, bo } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
    const { personId } = simulator.leaveProject('ada', 'Shared');
    expect((await call(`/tasks/${taskId}`)).status).toBe(404);
    expect((await call('/projects')).body).toEqual([]);
    expect((await call(`/tasks/${taskId}`, { token: bo })).body).toMatchObject({ assigned_id: Number(personId) });
    expect(() => simulator.leaveProject('ada', 'Shared')).toThrow('ada has not joined');
  });

  it.each([
    ['gone', 1],
    ['listed', 2],
  ] as const)('the person of a user who left is %s', async (leftPerson, length) => {
    const { simulator, call, bo } = await startSimulator({ quirks: { leftPerson } });
    simulator.leaveProject('ada', 'Shared');
    const shared = simulator.world.projectNamed('Shared').id;
    expect((await call(`/people?project_id=${shared}`, { token: bo })).body).toHaveLength(length);
  });

  it.each([
    ['new-person', false],
    ['same-person', true],
  ] as const)('a user who comes back is a %s', async (rejoin, isSame) => {
    const { simulator } = await startSimulator({ quirks: { rejoin } });
    const left = simulator.leaveProject('ada', 'Shared').personId;
    expect(simulator.joinProject('ada', 'Shared').personId === left).toBe(isSame);
  });

  it('someone new is listed from then on', async () => {
    const { simulator, call } = await startSimulator();
    const { userId } = simulator.addUser({ firstName: 'Chi', lastName: 'Naka', username: 'chi', projects: ['Shared'] });
    expect((await call(`/users/${userId}`)).body).toMatchObject({ first_name: 'Chi', username: 'chi' });
    expect((await call(`/people?user_id=${userId}`)).body).toHaveLength(1);
    expect(() => simulator.addUser({ firstName: 'Chi', lastName: 'Two', username: 'chi' })).toThrow('already');
  });

  it('none of it fires a hook', async () => {
    const { simulator } = await startSimulator();
    simulator.attachHook('http://127.0.0.1:1/x');
    simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
    simulator.leaveProject('ada', 'Shared');
    simulator.joinProject('ada', 'Shared');
    simulator.renameUser('bo', { lastName: 'Berg' });
    await simulator.hooksIdle();
    expect(simulator.deliveries()).toEqual([]);
  });
});

describe('new names', () => {
  it('of a user, a project and a list are shown at once', async () => {
    const { simulator, clock, call } = await startSimulator();
    await clock.advance(5_000);
    simulator.renameUser('bo', { firstName: 'Beau', username: 'beau' });
    simulator.renameProject('Shared', 'Common');
    simulator.renameTaskList('Common', 'Inbox', 'In');
    const updated = { updated_at: clock.now() / 1000 };
    const beau = simulator.world.userNamed('beau').id;
    expect((await call(`/users/${beau}`)).body).toMatchObject({
      first_name: 'Beau',
      last_name: 'Lindqvist',
      ...updated,
    });
    expect((await call('/projects')).body).toMatchObject([{ name: 'Common', ...updated }]);
    expect((await call('/task_lists')).body).toMatchObject([{ name: 'Later' }, { name: 'In', ...updated }]);
  });

  it.each([
    [true, 4],
    [false, 0],
  ])('fire a hook for each task: %s', async (renameFiresHook, length) => {
    const { url, received } = await startReceiver();
    const { simulator } = await startSimulator({ quirks: { renameFiresHook } });
    for (const name of ['a', 'b']) simulator.createTask({ name, by: 'bo', silently: true });
    simulator.createTask({ name: 'c', by: 'bo', project: 'Board', silently: true });
    simulator.attachHook(url);
    simulator.renameProject('Shared', 'Common');
    simulator.renameTaskList('Common', 'Inbox', 'In');
    simulator.renameProject('Board', 'Council', { silently: true });
    await simulator.hooksIdle();
    expect(received).toHaveLength(length);
  });

  it('of an archived project are found by archived_project only', async () => {
    const { simulator, call } = await startSimulator();
    simulator.createTask({ name: 'a', by: 'bo' });
    simulator.archiveProject('Shared', true);
    expect((await call('/projects')).body).toMatchObject([{ archived: true }]);
    expect((await call('/tasks?archived_project=true')).body).toHaveLength(1);
    expect((await call('/tasks?archived_project=false')).body).toEqual([]);
  });
});

describe('a task that moves to another project', () => {
  it('is assigned to the same user by another person, or to nobody who is not there', async () => {
    const { simulator, call, bo } = await startSimulator();
    const { world } = simulator;
    const assigned = async (taskId: string): Promise<unknown> =>
      Object((await call(`/tasks/${taskId}`, { token: bo })).body).assigned_id;
    const theirs = simulator.createTask({ name: 'a', by: 'bo', assignedTo: 'bo' }).taskId;
    const mine = simulator.createTask({ name: 'b', by: 'bo', assignedTo: 'ada' }).taskId;
    for (const taskId of [theirs, mine]) simulator.moveTask(taskId, { project: 'Board' }, 'bo');
    const board = world.projectNamed('Board').id;
    expect(await assigned(theirs)).toBe(Number(world.personOf(world.userNamed('bo').id, board)?.id));
    expect(await assigned(mine)).toBeNull();
    expect((await call(`/tasks/${mine}`)).status).toBe(404);
  });

  it('can be moved by API', async () => {
    const { simulator, call, bo } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    const board = Number(simulator.world.projectNamed('Board').id);
    const moved = await call(`/tasks/${taskId}`, { method: 'PUT', body: { project_id: board }, token: bo });
    expect(moved).toMatchObject({ status: 200, body: { project_id: board } });
    const back = { project_id: Number(simulator.world.projectNamed('Shared').id), name: 'b' };
    expect((await call(`/tasks/${taskId}`, { method: 'PUT', body: back, token: bo })).body).toMatchObject(back);
    // Ada is not in that project.
    expect((await call(`/tasks/${taskId}`, { method: 'PUT', body: { project_id: board } })).status).toBe(422);
  });

  it.each([true, false])('leaves a comment with both persons: %s', async (moveLeavesComment) => {
    const { simulator, call, bo } = await startSimulator({ quirks: { moveLeavesComment } });
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo', assignedTo: 'bo' });
    const before = Number(simulator.world.task(taskId).assignedPersonId);
    simulator.moveTask(taskId, { project: 'Board' }, 'bo');
    const after = Number(simulator.world.task(taskId).assignedPersonId);
    const { body } = await call(`/comments?target_type=Task&target_id=${taskId}`, { token: bo });
    expect(body).toMatchObject(moveLeavesComment ? [{ previous_assigned_id: before, assigned_id: after }] : []);
    expect(body).toHaveLength(moveLeavesComment ? 1 : 0);
  });

  it.each([
    ['update', ['update']],
    ['delete-and-create', ['create', 'delete']],
    ['nothing', []],
  ] as const)('fires %s', async (moveFires, actions) => {
    const { url } = await startReceiver();
    const { simulator } = await startSimulator({ quirks: { moveFires } });
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo', silently: true });
    simulator.attachHook(url);
    simulator.moveTask(taskId, { project: 'Board' }, 'bo');
    await simulator.hooksIdle();
    const sent = simulator.deliveries().map(({ action }) => action);
    expect(sent.sort()).toEqual(actions);
  });
});

describe('watching', () => {
  it('comes and goes, and lets see what is private', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo', isPrivate: true });
    simulator.watchTask(taskId, 'ada');
    const { body } = await call(`/tasks/${taskId}`);
    const [ada, bo] = [simulator.world.userNamed('ada'), simulator.world.userNamed('bo')];
    expect(body).toMatchObject({ watcher_ids: [Number(bo.id), Number(ada.id)], updated_by_id: Number(ada.id) });
    simulator.unwatchTask(taskId, 'ada');
    expect((await call(`/tasks/${taskId}`)).status).toBe(404);
  });

  it('what is private and public again is seen again', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    const statuses: number[] = [];
    for (const isPrivate of [true, false]) {
      simulator.editTask(taskId, { isPrivate }, 'bo');
      statuses.push((await call(`/tasks/${taskId}`)).status);
    }
    expect(statuses).toEqual([404, 200]);
  });
});

describe('several organizations', () => {
  const one = {
    organization: 'One',
    users: [
      { firstName: 'Ada', lastName: 'Lovell', username: 'ada', isAdmin: true },
      { firstName: 'Bo', lastName: 'Lindqvist', username: 'bo' },
    ],
    projects: [{ name: 'First', members: ['ada', 'bo'], taskLists: [{ name: 'Inbox', tasks: [] }] }],
  };
  const two = {
    organization: 'Two',
    users: [
      { firstName: 'Ada', lastName: 'Lovell', username: 'ada' },
      { firstName: 'Chi', lastName: 'Naka', username: 'chi', isAdmin: true },
    ],
    projects: [{ name: 'Second', members: ['chi', 'ada'], taskLists: [{ name: 'Inbox', tasks: [] }] }],
  };
  const both = async () => {
    const started = await startSimulator({ population: [one, two] });
    started.simulator.createTask({ name: 'In one', by: 'bo', project: 'First', silently: true });
    started.simulator.createTask({ name: 'In two', by: 'chi', project: 'Second', silently: true });
    return { ...started, ids: ['One', 'Two'].map((name) => started.simulator.world.organizationNamed(name).id) };
  };

  it('are told apart in lists of projects and tasks', async () => {
    const {
      call,
      ids: [first, second],
    } = await both();
    expect(ids((await call('/organizations?order=id-ASC')).body)).toEqual([Number(first), Number(second)]);
    expect((await call('/tasks?order=id-ASC')).body).toMatchObject([{ name: 'In one' }, { name: 'In two' }]);
    expect((await call(`/tasks?organization_id=${second}`)).body).toMatchObject([{ name: 'In two' }]);
    expect((await call(`/projects?organization_id=${second}`)).body).toMatchObject([
      { name: 'Second', organization_id: Number(second) },
    ]);
  });

  it('show each user only their own, and whom they meet there', async () => {
    const { call, bo } = await both();
    expect((await call('/organizations', { token: bo })).body).toMatchObject([{ name: 'One' }]);
    expect((await call('/users?order=id-ASC', { token: bo })).body).toMatchObject([
      { username: 'ada' },
      { username: 'bo' },
    ]);
    expect((await call('/users')).body).toHaveLength(3);
  });

  it('tell who may edit the hooks of which', async () => {
    const { simulator, call, origin, ids: organizationIds } = await both();
    const ada = Number(simulator.world.userNamed('ada').id);
    const roles = organizationIds.map(async (id) => {
      const { body } = await call(`/memberships?organization_id=${id}`);
      return Array.isArray(body) ? body.find((row: unknown) => Object(row).user_id === ada) : null;
    });
    expect(await Promise.all(roles)).toMatchObject([{ role: 'admin' }, { role: 'participant' }]);
    const pages = organizationIds.map((id) => fetch(`${origin}/app/organization/${id}/web_hooks`));
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([200, 403]);
  });

  it('have hooks of their own', async () => {
    const {
      simulator,
      ids: [first, second],
    } = await both();
    const [one, two] = [await startReceiver(), await startReceiver()];
    simulator.attachHook(one.url);
    simulator.attachHook(two.url, second);
    expect([simulator.hookUrls(first), simulator.hookUrls(second)]).toEqual([[one.url], [two.url]]);
    simulator.createTask({ name: 'a', by: 'bo', project: 'First' });
    simulator.createTask({ name: 'b', by: 'chi', project: 'Second' });
    simulator.createTask({ name: 'c', by: 'chi', project: 'Second' });
    await simulator.hooksIdle();
    expect([one.received.length, two.received.length]).toEqual([1, 2]);
    simulator.detachHook(two.url, first);
    expect(simulator.hookUrls()).toEqual([one.url, two.url]);
  });

  it('can be joined and left, with all projects', async () => {
    const { simulator, call, bo } = await both();
    simulator.joinOrganization('bo', 'Two');
    expect((await call('/organizations', { token: bo })).body).toHaveLength(2);
    simulator.leaveOrganization('ada', 'Two');
    expect((await call('/tasks')).body).toMatchObject([{ name: 'In one' }]);
    simulator.addProject({ name: 'Third', organization: 'Two', members: ['chi', 'ada'], taskLists: ['Inbox'] });
    expect((await call('/projects?order=id-ASC')).body).toMatchObject([{ name: 'First' }, { name: 'Third' }]);
    expect((await call('/organizations')).body).toHaveLength(2);
  });
});
