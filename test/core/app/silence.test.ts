import { expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from './whole-app.ts';

const minute = 60_000;

/** Ada runs the app on a Monday, from 9 by UTC. */
const start = async (settings: Partial<Settings> = {}) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock });
  onTestFinished(() => simulator.dispose());
  const whole = await startApp({
    clock,
    fetch: simulator.fetch,
    settings: { redbooth: simulator.origin(), dueReminderHour: null, timeZone: 'UTC', ...settings },
    accessToken: simulator.signIn('ada').accessToken,
  });
  await whole.line((line) => line.event === 'account' && line.state === 'signed-in');
  simulator.attachHook(whole.localUrl);
  const pass = async (milliseconds = minute): Promise<void> => {
    await simulator.hooksIdle();
    for (let passed = 0; passed < milliseconds; passed += 5_000) await clock.advance(5_000);
  };
  const create = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) simulator.createTask({ name, by: 'bo', assignedTo: 'ada' });
    await pass();
  };
  return { ...whole, clock, simulator, pass, create, titles: () => whole.notifier.raised.map(({ title }) => title) };
};

test('what comes in quiet hours is told in one summary once they are over, and the page is told of both', async () => {
  const running = await start();
  const { app, create, pass, titles, clock, notifier } = running;
  const events: unknown[] = [];
  app.subscribe((event) => void events.push(event.event === 'overview' ? event.overview.quiet : null));
  await running.ask('change-preferences', { quietHours: [{ days: ['mon'], from: '09:00', to: '09:30' }] });
  expect(app.overview().quiet).toEqual({ until: Date.UTC(2026, 10, 23, 9, 30) });
  await create('Book venue', 'Order badges');
  expect(titles()).toEqual([]);
  expect(app.overview().unread).toBe(2);
  await pass(Date.UTC(2026, 10, 23, 9, 30) - clock.now());
  expect(notifier.raised).toMatchObject([{ title: '2 changes while it was quiet', changeIds: ['1', '2'] }]);
  expect(app.overview().quiet).toBeNull();
});

test('a reminder waits for the end of quiet hours', async () => {
  const running = await start();
  const { simulator, pass, titles } = running;
  const { taskId } = simulator.createTask({ name: 'Invite speakers', by: 'ada', assignedTo: 'ada' });
  simulator.editTask(taskId, { dueOn: '2026-11-23' }, 'ada');
  await pass();
  await running.ask('change-preferences', {
    quietHours: [{ days: ['mon'], from: '09:00', to: '09:30' }],
    dueReminderHour: 0,
  });
  await pass(20 * minute);
  expect(titles()).toEqual([]);
  await pass(12 * minute);
  expect(titles()).toEqual(['“Invite speakers” is due today']);
});

test('what comes in a pause is told once it is over, or was ended', async () => {
  const running = await start();
  const { create, pass, titles } = running;
  await running.ask('pause', { minutes: 30 });
  await create('Book venue', 'Order badges');
  await pass(30 * minute);
  expect(titles()).toEqual(['2 changes while paused']);
  await running.ask('pause', { minutes: null });
  await create('Invite speakers');
  await running.ask('resume', null);
  expect(titles().slice(1)).toEqual(['Bo created “Invite speakers”']);
});

test('a snoozed change is told again, and its row is unread again', async () => {
  const running = await start();
  const { app, create, pass, titles } = running;
  await create('Book venue');
  await running.ask('snooze-change', { changeId: '1', minutes: 10 });
  expect(app.overview().unread).toBe(0);
  const rows: unknown[] = [];
  app.subscribe((event) => void (event.event === 'change' && rows.push(event.row)));
  await pass(10 * minute);
  expect(titles()).toEqual(['Bo created “Book venue”', 'Bo created “Book venue”']);
  expect(rows).toMatchObject([{ id: '1', unread: true, snoozedUntil: null }]);
});

test('a burst is told together, and a click on its summary shows and reads all of it', async () => {
  const { app, create, notifier } = await start();
  await create('One', 'Two', 'Three', 'Four', 'Five', 'Six');
  const summary = notifier.raised.at(-1);
  expect(summary?.title).toBe('6 changes in Website relaunch');
  expect(await app.clickNotification(summary?.id ?? '')).toEqual({ kind: 'list', notificationId: summary?.id });
  expect(app.overview().unread).toBe(0);
});
