import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAfter } from '../../../electron/contract/local-time.ts';
import { type Running, hours, myTask, startReminders } from './harness.ts';

/** What happens to the app, its clock and the tasks. `task` is one of three. */
type Step =
  | { readonly kind: 'pass' | 'sleep' | 'set-clock'; readonly by: number }
  | { readonly kind: 'restart' | 'pause' | 'resume' }
  | { readonly kind: 'hour'; readonly hour: number }
  | { readonly kind: 'due'; readonly task: string; readonly days: number }
  | { readonly kind: 'status'; readonly task: string; readonly status: string };

/** What was told, and how things stood then. */
type Told = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly dueOn: string;
  readonly isPaused: boolean;
  readonly from: number;
  readonly day: string;
  readonly hour: number;
};

const taskIds = ['7', '8', '9'];
const task = fc.constantFrom(...taskIds);
const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), by: upTo(30 * hours) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sleep' as const), by: upTo(40 * hours) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set-clock' as const),
      by: fc.integer({ min: -30 * hours, max: 30 * hours }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'pause' as const, 'resume' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hour' as const), hour: upTo(23) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('due' as const), task, days: fc.integer({ min: -2, max: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      task,
      status: fc.constantFrom('open', 'resolved', 'hold'),
    }),
  },
);
/** Around the days on which the clocks of most zones are changed, and any other. */
const starts = fc.oneof(
  fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31').map(Date.parse),
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
);
const clockOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (moment: number) => {
    const [day = '', time = ''] = format.format(moment).split(' ');
    return { day, hour: Number(time.slice(0, 2)) };
  };
};

it('in any zone and whatever the clock does, each task is told once, rightly, and not forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      starts,
      fc.array(step, { minLength: 5, maxLength: 30 }),
      async (zone, start, steps) => {
        const clock = clockOf(zone);
        const told: Told[] = [];
        let running: Running | null = null;
        running = await startReminders({
          at: new Date(start).toISOString(),
          zone,
          onRaise: ({ title }) => {
            if (running === null) throw new Error('told before there was a task');
            const [, id = '', kind = ''] = /^“Task (\d+)” is (due today|overdue)$/.exec(title) ?? [];
            const { status, dueOn } = running.redbooth.task(id);
            const { isPaused, settings } = running;
            told.push({
              id,
              kind,
              status,
              dueOn: dueOn ?? '',
              isPaused,
              from: settings.dueReminderHour ?? 24,
              ...clock(running.now()),
            });
          },
        });
        running.put(...taskIds.map((id) => myTask(id, null)));
        for (const each of steps) {
          if (each.kind === 'pass') await running.pass(each.by);
          else if (each.kind === 'sleep') {
            running.jump(each.by);
            await running.wake();
          } else if (each.kind === 'set-clock') running.jump(each.by);
          else if (each.kind === 'restart') running = await running.restart();
          else if (each.kind === 'pause' || each.kind === 'resume') {
            running.isPaused = each.kind === 'pause';
            running.reminders.check();
            await running.pass(0);
          } else if (each.kind === 'hour') {
            running.settings.dueReminderHour = each.hour;
            running.reminders.check();
          } else if (each.kind === 'due')
            running.edit(each.task, { dueOn: dayAfter(clock(running.now()).day, each.days) });
          else if (each.kind === 'status') running.edit(each.task, { status: each.status });
        }
        running.isPaused = false;
        running.reminders.check();
        await running.pass(50 * hours);
        for (const { kind, status, dueOn, isPaused, day, hour, from } of told) {
          expect({ status, isPaused, isLate: hour >= from }).toEqual({
            status: expect.stringMatching(/open|hold/),
            isPaused: false,
            isLate: true,
          });
          expect(kind).toBe(dueOn === day ? 'due today' : dueOn !== '' && dueOn < day ? 'overdue' : 'nothing');
        }
        const keys = told.map(({ id, kind, dueOn }) => `${id} ${kind} ${dueOn}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [index, { id, dueOn, kind }] of told.entries())
          if (kind === 'due today') expect(keys.slice(0, index)).not.toContain(`${id} overdue ${dueOn}`);
        const { day } = clock(running.now());
        for (const id of taskIds) {
          const { dueOn, status } = running.redbooth.task(id);
          if (dueOn !== null && status !== 'resolved' && dueOn <= dayAfter(day, -2))
            expect(keys).toContain(`${id} overdue ${dueOn}`);
        }
        await running.reminders.dispose();
        expect(running.log).toEqual([]);
        expect(running.waiting()).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
