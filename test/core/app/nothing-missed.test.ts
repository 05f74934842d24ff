import { expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from './whole-app.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The app as Ada has it, caught up, without a hook; nothing but time is pretended. */
const setUp = async (catchUpSeconds = 0) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock, signedInUser: 'ada' });
  onTestFinished(() => simulator.dispose());
  const running = await startApp({
    clock,
    fetch: simulator.fetch,
    accessToken: simulator.signIn('ada').accessToken,
    settings: { catchUpSeconds, dueReminderHour: null, redbooth: simulator.origin() },
  });
  /** In small steps: what is under way gets its turns. */
  const pass = async (milliseconds: number): Promise<void> => {
    const step = milliseconds > hour ? 20_000 : 1_000;
    for (let passed = 0; passed < milliseconds; passed += step) await clock.advance(step);
  };
  await pass(minute);
  const tasks: string[] = [];
  for (let number = 1; number <= 6; number += 1)
    tasks.push(
      simulator.createTask({ name: `Task ${number}`, by: 'bo', assignedTo: 'ada', createdAt: clock.now() - 48 * hour })
        .taskId,
    );
  running.app.wake();
  await pass(20 * minute);
  const before = running.notifier.raised.length;
  return {
    clock,
    pass,
    simulator,
    running,
    tasks,
    titles: () => running.notifier.raised.slice(before).map(({ title }) => title),
  };
};

test('after sleep what is old is told in one summary, and what is fresh by itself', async () => {
  const { clock, pass, simulator, running, tasks, titles } = await setUp();
  for (const id of tasks.slice(0, 5)) {
    await clock.advance(hour);
    simulator.editTask(id, { status: 'resolved' }, 'chi');
  }
  await clock.advance(hour);
  simulator.comment(tasks[5] ?? '', 'Just now', 'dana');
  running.app.wake();
  await pass(5 * minute);
  expect([...titles()].sort()).toEqual(['5 changes while you were away', 'Dana on “Task 6”']);
});

test('a few old ones are told one by one', async () => {
  const { clock, pass, simulator, running, tasks, titles } = await setUp();
  for (const id of tasks.slice(0, 3)) simulator.editTask(id, { status: 'resolved' }, 'chi');
  await clock.advance(hour);
  running.app.wake();
  await pass(5 * minute);
  expect([...titles()].sort()).toEqual(['Chi resolved “Task 1”', 'Chi resolved “Task 2”', 'Chi resolved “Task 3”']);
});

test('a change that hook and catch-up both bring, in any order and at once, is told once', async () => {
  const { pass, simulator, running, tasks, titles } = await setUp();
  simulator.attachHook(running.localUrl);
  const before = running.linesOf('change').length;
  for (const [index, id] of tasks.entries()) {
    if (index % 3 === 0) running.app.wake();
    simulator.editTask(id, { status: 'resolved' }, 'chi');
    if (index % 3 === 1) running.app.wake();
    await simulator.hooksIdle();
    if (index % 3 === 2) running.app.wake();
    await pass(minute);
  }
  expect(running.linesOf('change').slice(before)).toHaveLength(6);
  expect(titles()).toHaveLength(6);
});

test('a project that one has left is told in one summary, by the next day, without a hook', async () => {
  const { pass, simulator, running, titles } = await setUp(900);
  simulator.leaveProject('ada', 'Website relaunch');
  await pass(26 * hour);
  expect(titles().filter((title) => title.includes('gone'))).toEqual([expect.stringMatching(/^\d+ tasks are gone$/)]);
  const gone = running.linesOf('change').filter(({ action }) => action === 'delete');
  expect(gone.length).toBeGreaterThan(4);
  expect(gone.every(({ source, url }) => source === 'catch-up' && url === null)).toBe(true);
  await pass(26 * hour);
  expect(running.linesOf('change').filter(({ action }) => action === 'delete')).toHaveLength(gone.length);
}, 60_000);

test('a single deleted task is told by its name', async () => {
  const { pass, simulator, tasks, titles } = await setUp(900);
  simulator.deleteTask(tasks[0] ?? '', 'bo');
  await pass(26 * hour);
  expect(titles().filter((title) => title.includes('gone'))).toEqual(['“Task 1” is gone']);
}, 60_000);

test('a hook URL that can be reached, and by which no hook comes while tasks change, is told until the first one comes', async () => {
  const { clock, pass, simulator, running, tasks } = await setUp(900);
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const publicUrl = new URL(running.localUrl).origin;
  await running.ask('choose-tunnel', { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl });
  /** The address is proven by real requests, which take no time of the clock's. */
  const stayReachable = async (minutes: number): Promise<void> => {
    for (let passed = 0; passed < minutes * minute; passed += 45_000) {
      await pass(45_000);
      while (clock.now() - (running.app.overview().reachability.provenAt ?? 0) >= 45_000) await turn();
    }
  };
  const notices = (): readonly string[] => running.app.overview().notices.map(({ id }) => id);
  await stayReachable(5);
  for (const id of tasks.slice(0, 3)) {
    simulator.editTask(id, { status: 'resolved' }, 'chi');
    expect(notices()).toEqual([]);
    await stayReachable(18);
  }
  expect(notices()).toEqual(['hooks-missing']);
  expect(running.app.overview().notices[0]?.title).toBe('No hook has arrived yet');

  simulator.attachHook(running.localUrl);
  simulator.editTask(tasks[5] ?? '', { status: 'resolved' }, 'chi');
  await simulator.hooksIdle();
  await pass(5_000);
  expect(notices()).toEqual([]);
}, 60_000);
