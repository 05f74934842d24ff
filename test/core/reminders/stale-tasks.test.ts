import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import { type Running, hours, minutes, myTask, startReminders } from './harness.ts';

const unavailable: ApiFailure = { kind: 'unavailable', message: 'no answer', retryAfter: 1_000 };
const reads = ({ redbooth }: Running): readonly string[] =>
  redbooth.requests.filter((request) => request.startsWith('task '));
const rungTasks = ({ rung }: Running): readonly string[] => rung.map(({ taskId }) => taskId);

/** A task that was last read so long before the hour at which it is due. */
const seenBefore = async (milliseconds: number): Promise<Running> => {
  const running = await startReminders({ at: new Date(Date.UTC(2026, 10, 23, 9) - milliseconds).toISOString() });
  running.put(myTask('7', '2026-11-23'));
  await running.pass(milliseconds - 1);
  return running;
};

describe('a task that was last read more than three hours before', () => {
  it('is read again, and told when it is still to be done', async () => {
    const running = await seenBefore(4 * hours);
    await running.pass(1);
    expect(reads(running)).toEqual(['task 7']);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
    expect(running.bodies()).toEqual(['Autumn summit · assigned to you']);
    expect(rungTasks(running)).toEqual([]);
  });

  it.each([
    ['resolved', { status: 'resolved' }],
    ['moved to another date', { dueOn: '2026-11-30' }],
    ['given to somebody else', { assignedPersonId: '1002' }],
  ])('is not told when it has been %s; that goes the way of every change', async (_, edit) => {
    const running = await seenBefore(4 * hours);
    running.redbooth.edit('7', { ...edit, updatedAt: running.now() });
    await running.pass(1);
    expect(running.titles()).toEqual([]);
    expect(running.rung).toMatchObject([{ taskId: '7', source: 'catch-up' }]);
  });

  it('is told by its name of now', async () => {
    const running = await seenBefore(4 * hours);
    running.redbooth.edit('7', { name: 'Book another venue', updatedAt: running.now() });
    await running.pass(1);
    expect(running.titles()).toEqual(['“Book another venue” is due today']);
    expect(rungTasks(running)).toEqual(['7']);
  });

  it.each(['missing', 'forbidden'] as const)('is not told when it is %s', async (kind) => {
    const running = await seenBefore(4 * hours);
    running.redbooth.failWith({ kind });
    await running.pass(1);
    expect(running.titles()).toEqual([]);
    expect(rungTasks(running)).toEqual(['7']);
  });

  it('is not read when there is nothing to tell of it', async () => {
    const running = await seenBefore(4 * hours);
    running.put(
      myTask('8', '2026-11-24'),
      myTask('9', '2026-11-23', { status: 'resolved' }),
      myTask('11', '2026-11-23', { assignedPersonId: '1002' }),
    );
    await running.pass(12 * hours);
    expect(reads(running)).toEqual(['task 7']);
  });

  it('is told as it was last seen when Redbooth does not answer within two minutes', async () => {
    const running = await seenBefore(4 * hours);
    running.redbooth.failWith(unavailable);
    await running.pass(2 * minutes);
    expect(running.titles()).toEqual([]);
    await running.pass(1);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
    expect(running.bodies()).toEqual(['Autumn summit · assigned to you']);
  });

  it('is told with the day of that when it was another day', async () => {
    const running = await seenBefore(20 * hours);
    running.redbooth.failWith(unavailable);
    await running.pass(3 * minutes);
    expect(running.bodies()).toEqual(['Autumn summit · assigned to you · as of yesterday']);
  });

  it('is told as it is when Redbooth answers meanwhile', async () => {
    const running = await seenBefore(20 * hours);
    running.redbooth.failWith(unavailable);
    await running.pass(minutes);
    running.redbooth.failWith(null);
    await running.pass(minutes);
    expect(running.bodies()).toEqual(['Autumn summit · assigned to you']);
  });

  it('does not cost a request for each when there are many', async () => {
    const running = await startReminders({ at: '2026-11-23T04:00Z' });
    running.put(...Array.from({ length: 50 }, (_, index) => myTask(String(100 + index), '2026-11-23')));
    await running.pass(5 * hours);
    expect(reads(running)).toHaveLength(30);
    expect(running.titles()).toEqual(['50 tasks are due today']);
  });

  it('costs one request when Redbooth does not answer, however many there are', async () => {
    const running = await startReminders({ at: '2026-11-23T04:00Z' });
    running.put(...Array.from({ length: 50 }, (_, index) => myTask(String(100 + index), '2026-11-23')));
    running.redbooth.failWith(unavailable);
    await running.pass(5 * hours);
    expect(reads(running)).toHaveLength(1);
  });
});

it('a task that was read within three hours is told without asking', async () => {
  const running = await seenBefore(2 * hours);
  await running.pass(1);
  expect(running.titles()).toEqual(['“Task 7” is due today']);
  expect(reads(running)).toEqual([]);
});

describe('after waking', () => {
  it('nothing is told before the catch-up, and then all at once', async () => {
    const running = await startReminders();
    running.put(...['7', '8', '9'].map((id) => myTask(id, '2026-11-23')));
    running.jump(2 * hours);
    running.reminders.wake();
    await running.pass(minutes);
    expect(running.titles()).toEqual([]);
    running.put(myTask('11', '2026-11-23'));
    running.reminders.caughtUp();
    await running.pass(0);
    expect(running.titles()).toEqual(['4 tasks are due today']);
  });

  it('nothing is told while hooks have not been looked at', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.isSettled = false;
    await running.pass(hours + minutes);
    expect(running.titles()).toEqual([]);
    running.isSettled = true;
    await running.pass(minutes);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('a catch-up that does not come to an end is not waited for longer than two minutes', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.jump(2 * hours);
    running.reminders.wake();
    await running.pass(2 * minutes + 1);
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });

  it('what the catch-up brings later on that day is told too', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.jump(2 * hours);
    running.reminders.wake();
    await running.pass(5 * minutes);
    running.put(myTask('8', '2026-11-23'));
    running.reminders.caughtUp();
    await running.pass(0);
    expect(running.titles()).toEqual(['“Task 7” is due today', '“Task 8” is due today']);
  });
});

describe('signed out', () => {
  it('nothing is told, and at once after signing in', async () => {
    const running = await startReminders();
    running.put(myTask('7', '2026-11-23'));
    running.redbooth.failAccountWith({ kind: 'signed-out', message: 'nobody' });
    await running.pass(5 * hours);
    expect(running.titles()).toEqual([]);
    running.redbooth.failAccountWith(null);
    await running.wake();
    expect(running.titles()).toEqual(['“Task 7” is due today']);
  });
});
