import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../../../electron/core/clock.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { type WholeApp, startApp } from '../app/whole-app.ts';

const hours = 3_600_000;

/** A pretend Redbooth with Ada signed in, and a clock that is set to noon of a Monday and then goes on. */
const setUp = async () => {
  let ahead = Date.UTC(2026, 10, 23, 12) - systemClock.now();
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + ahead };
  const simulator = createSimulator({ seed: 7, clock, signedInUser: 'ada' });
  const { origin } = await simulator.listen();
  onTestFinished(() => simulator.dispose());
  // What the office starts with may be due, too.
  for (const { id } of simulator.world.tasks.values())
    simulator.editTask(id, { dueOn: null }, 'ada', { silently: true });
  const { accessToken } = simulator.signIn('ada');
  const history = temporaryHistory();
  const createTask = (name: string, dueOn: string): string =>
    simulator.createTask({ name, by: 'ada', assignedTo: 'ada', dueOn, createdAt: clock.now() - hours, silently: true })
      .taskId;
  const start = (settings: Partial<Settings> = {}): Promise<WholeApp> =>
    startApp({ clock, history, accessToken, settings, flags: { redbooth: origin } });
  return {
    simulator,
    origin,
    createTask,
    start,
    sleep: (milliseconds: number): void => {
      ahead += milliseconds;
    },
  };
};

const isTold = (title: string) => (line: OperatorLine) => line.event === 'notification' && line.title === title;

test('an app that is started after the hour tells what is due and overdue, with the page; once', async () => {
  const world = await setUp();
  const taskId = world.createTask('Book venue', '2026-11-23');
  world.createTask('Order badges', '2026-11-20');
  world.createTask('Invite speakers', '2026-11-24');
  const first = await world.start();
  await first.line(isTold('“Order badges” is overdue'));
  const line = await first.line(isTold('“Book venue” is due today'));
  const projectId = world.simulator.world.task(taskId).projectId;
  const url = `${world.origin}/a/#!/projects/${projectId}/tasks/${taskId}`;
  expect(line).toMatchObject({ event: 'notification', changeIds: [], url });
  const id = line.event === 'notification' ? line.id : '';
  expect(await first.app.clickNotification(id)).toEqual({ kind: 'link', url });
  await first.app.dispose();

  world.sleep(24 * hours);
  const second = await world.start();
  await second.line(isTold('“Invite speakers” is due today'));
  await second.line(isTold('“Book venue” is overdue'));
  expect(second.linesOf('notification')).toHaveLength(2);
});

test('what became due in sleep is told at waking, but not what was resolved elsewhere meanwhile', async () => {
  const world = await setUp();
  world.createTask('Book venue', '2026-11-24');
  const resolved = world.createTask('Order badges', '2026-11-24');
  world.createTask('Invite speakers', '2026-11-23');
  const running = await world.start();
  await running.line(isTold('“Invite speakers” is due today'));
  world.sleep(24 * hours);
  world.simulator.editTask(resolved, { status: 'resolved' }, 'ada', { silently: true });
  running.app.wake();
  await running.line(isTold('“Book venue” is due today'));
  await running.line(isTold('“Invite speakers” is overdue'));
  expect(running.linesOf('notification')).toHaveLength(3);
});

test('paused, what is due is told when notifications go on', async () => {
  const world = await setUp();
  world.createTask('Book venue', '2026-11-23');
  const running = await world.start({ pause: { state: 'paused', until: null } });
  await expect.poll(() => world.simulator.requests().some(({ path }) => path === '/api/3/tasks')).toBe(true);
  expect(running.linesOf('notification')).toEqual([]);
  await running.ask('resume', null);
  await running.line(isTold('“Book venue” is due today'));
  expect(running.linesOf('notification')).toHaveLength(1);
});
