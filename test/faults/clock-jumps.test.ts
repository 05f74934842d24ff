import { expect, onTestFinished, test } from 'vitest';
import { type Clock, systemClock } from '../../electron/core/clock.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { startApp } from '../core/app/whole-app.ts';
import { temporaryHistory } from '../fakes/history.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The machine’s clock, which somebody sets; its timers run on. */
const createSetClock = () => {
  let offset = 0;
  let scheduled = 0;
  const clock: Clock = {
    now: () => systemClock.now() + offset,
    schedule: (delay, task) => {
      scheduled += 1;
      return systemClock.schedule(delay, task);
    },
  };
  return {
    clock,
    set: (by: number) => {
      offset = by;
    },
    scheduled: () => scheduled,
  };
};

test('a clock that is set back and forth tells nothing twice, and starts no storm', async () => {
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada' });
  onTestFinished(() => simulator.dispose());
  const { origin } = await simulator.listen();
  const { accessToken } = simulator.signIn('ada');
  const { clock, set, scheduled } = createSetClock();
  const history = temporaryHistory();
  const settings = { redbooth: origin, dueReminderHour: 0, timeZone: 'UTC', catchUpSeconds: 60 };
  const { taskId } = simulator.createTask({
    name: 'Book venue',
    by: 'bo',
    assignedTo: 'ada',
    silently: true,
    dueOn: new Date().toISOString().slice(0, 10),
  });
  const whole = await startApp({ accessToken, clock, history, settings });
  await whole.line(({ event }) => event === 'account');
  simulator.attachHook(whole.localUrl);

  const jumps = [0, 3 * day, -5 * day, hour, 400 * day, -2 * hour, 0];
  for (const [index, jump] of jumps.entries()) {
    set(jump);
    // As the hosts do when they notice.
    whole.app.wake();
    simulator.comment(taskId, `Comment ${index}.`, 'bo');
    await whole.line((line) => line.event === 'change' && JSON.stringify(line).includes(`Comment ${index}.`));
  }
  const recorded = whole.linesOf('change').flatMap((line) => JSON.stringify(line).match(/Comment \d+\./g) ?? []);
  expect(recorded.toSorted()).toEqual(jumps.map((_, index) => `Comment ${index}.`));
  const told = whole.linesOf('notification').flatMap(({ changeIds }) => changeIds);
  expect(told.filter((id, index) => told.indexOf(id) !== index)).toEqual([]);
  const reminded = whole.linesOf('notification').filter(({ title }) => /due today|overdue/.test(title));
  expect(new Set(reminded.map(({ title }) => title)).size).toBe(reminded.length);
  expect(whole.linesOf('error')).toEqual([]);
  // A few dozen for each jump: looks, catch-ups and rests.
  expect(scheduled()).toBeLessThan(jumps.length * 60);
  expect(simulator.requests().length).toBeLessThan(jumps.length * 40);
}, 120_000);
