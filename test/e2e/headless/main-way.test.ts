import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { startHost } from './host.ts';
import { createWorld, postHook, startRelay } from './world.ts';

const start = async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const flags = [...world.flags, '--data-dir', dataDirectory];
  return { ...world, dataDirectory, flags };
};

const untilReady = async (world: Awaited<ReturnType<typeof start>>, more: readonly string[] = ['--tunnel', 'off']) => {
  const host = startHost([...world.flags, ...more], world.environment);
  const { localUrl } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);
  if (typeof localUrl !== 'string') throw new Error('ready without a local URL');
  return { host, localUrl };
};

test('a hook through the public URL becomes a change, a notification and a settled hook', async () => {
  const world = await start();
  const { relay: _relay, url } = await startRelay();
  const { host } = await untilReady(world, ['--tunnel', 'localtunnel', '--tunnel-host', url]);
  const { hookUrl } = await host.line('tunnel', (line) => line['state'] === 'online');
  // At start, and again when the tunnel came up.
  await world.caughtUp(2);
  world.simulator.attachHook(String(hookUrl));
  const { taskId } = world.simulator.createTask({
    name: 'Book venue',
    by: 'bo',
    assignedTo: 'ada',
    project: 'Autumn summit',
  });
  const change = await host.line('change');
  expect(change).toMatchObject({
    taskId,
    action: 'create',
    title: 'Book venue',
    project: 'Autumn summit',
    actor: 'Bo Lindqvist',
    source: 'hook',
  });
  const notification = await host.line('notification');
  expect(notification).toMatchObject({
    title: 'Bo created “Book venue”',
    body: 'Autumn summit · assigned to you',
    changeIds: [change['id']],
    url: change['url'],
    replaces: null,
  });
  expect(String(change['url'])).toMatch(new RegExp(`^${world.origin}/a/#!/projects/\\d+/tasks/${taskId}$`));
  const settled = await host.line('settled');
  expect(settled).toMatchObject({
    taskId,
    result: 'changed',
    changeIds: [change['id']],
    hookIds: [(await host.line('hook'))['id']],
  });
  expect(world.simulator.deliveries().map((delivery) => delivery.status)).toEqual([200]);
});

test('an edit is told with its actor, before and after; a deletion with the last title', async () => {
  const world = await start();
  const { host, localUrl } = await untilReady(world);
  world.simulator.attachHook(localUrl);
  const { taskId } = world.simulator.createTask({ name: 'Spec v1', by: 'ada', project: 'Autumn summit' });
  await host.line('settled');
  world.simulator.editTask(taskId, { status: 'resolved', dueOn: '2027-01-24' }, 'chi');
  const edited = await host.line('change', (line) => line['action'] === 'update');
  expect(edited).toMatchObject({
    actor: 'Chi Nakamura',
    changes: [
      { field: 'status', before: 'new', after: 'resolved' },
      { field: 'due_on', before: null, after: '2027-01-24' },
    ],
  });
  world.simulator.editTask(taskId, { name: 'Spec' }, 'chi');
  const renamed = await host.line('change', (line) => JSON.stringify(line['changes']).includes('"name"'));
  expect(renamed).toMatchObject({
    actor: 'Chi Nakamura',
    changes: [{ field: 'name', before: 'Spec v1', after: 'Spec' }],
  });
  world.simulator.deleteTask(taskId, 'chi');
  const gone = await host.line('change', (line) => line['action'] === 'delete');
  expect(gone).toMatchObject({ title: 'Spec', url: null, actor: null });
  expect(
    await host.line('notification', (line) => JSON.stringify(line['changeIds']) === JSON.stringify([gone['id']])),
  ).toMatchObject({
    title: '“Spec” is gone',
    body: 'Autumn summit · deleted, or no longer visible to you',
  });
});

test('own changes and other people’s tasks are listed, and never notify', async () => {
  const world = await start();
  const { host, localUrl } = await untilReady(world);
  world.simulator.attachHook(localUrl);
  world.simulator.createTask({ name: 'Mine by me', by: 'ada' });
  await host.line('skipped', (line) => line['reason'] === 'own-change');
  world.simulator.createTask({ name: 'Theirs', by: 'bo', assignedTo: 'chi' });
  await host.line('skipped', (line) => line['reason'] === 'filtered');
  expect(host.all('notification')).toEqual([]);
});

test('signed out, hooks are kept: one notification for all of them, and one summary after signing in', async () => {
  const world = await start();
  const host = startHost([...world.flags, '--tunnel', 'off']);
  const { localUrl } = await host.line('ready');
  world.simulator.attachHook(String(localUrl));
  for (const name of ['First', 'Second', 'Third']) world.simulator.createTask({ name, by: 'bo', assignedTo: 'ada' });
  const told = await host.line('notification');
  expect(told).toMatchObject({ title: 'Tasks changed; sign in to see which', changeIds: [] });
  await world.simulator.hooksIdle();
  expect(host.all('notification')).toHaveLength(1);
  expect(await host.stop('SIGTERM')).toBe(0);

  const again = startHost([...world.flags, '--tunnel', 'off'], world.environment);
  const summary = await again.line('notification');
  expect(summary['title']).toBe('3 changes while you were away');
  expect(again.all('settled')).toHaveLength(3);
  expect(again.all('notification')).toHaveLength(1);
});

test('a restart keeps the port, the hook URL and the tunnel’s name, and tells nothing again', async () => {
  const world = await start();
  const { url } = await startRelay();
  const tunnel = ['--tunnel', 'localtunnel', '--tunnel-host', url];
  const first = await untilReady(world, tunnel);
  const before = await first.host.line('tunnel', (line) => line['state'] === 'online');
  expect(
    await postHook(first.localUrl, world.simulator.createTask({ name: 'Once', by: 'bo', assignedTo: 'ada' }).taskId),
  ).toBe(200);
  await first.host.line('notification');
  expect(await first.host.stop('SIGINT')).toBe(0);

  const second = await untilReady(world, tunnel);
  const after = await second.host.line('tunnel', (line) => line['state'] === 'online');
  expect(second.localUrl).toBe(first.localUrl);
  expect(after['hookUrl']).toBe(before['hookUrl']);
  expect(second.host.all('notification')).toEqual([]);
  expect(second.host.all('change')).toEqual([]);
});
