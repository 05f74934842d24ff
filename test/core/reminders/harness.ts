import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import type { Clock } from '../../../electron/core/clock.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import type { IncomingHook } from '../../../electron/core/hooks/hook.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { type Mutes, createMutes } from '../../../electron/core/notify/mutes.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { type Reminders, createReminders } from '../../../electron/core/reminders/reminders.ts';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeNotifier, createFakeNotifier } from '../../fakes/notifier.ts';
import { type FakeRedbooth, createFakeRedbooth, personId } from '../../fakes/redbooth.ts';
import { aTask } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

export const hours = 3_600_000;
export const minutes = 60_000;
export const me = personId('10', '1');
export const somebodyElse = personId('10', '2');

/** A task of mine, due on a day. */
export const myTask = (id: string, dueOn: string | null, part: Partial<Task> = {}): Task =>
  aTask({ id, name: `Task ${id}`, dueOn, assignedPersonId: me, ...part });

type Start = {
  /** As text, like `2026-11-23T08:00Z`. */
  readonly at?: string;
  readonly zone?: string | null;
  readonly hour?: number | null;
  /** A catch-up has come to its end; true unless a test says otherwise. */
  readonly isCaughtUp?: boolean;
  /** Told of each notification while it is raised. */
  readonly onRaise?: FakeNotifier['onRaise'];
  readonly isPaused?: boolean;
};

/** The reminders on a history of their own, with everything real but time, Redbooth and the screen. */
export type Running = {
  readonly reminders: Reminders;
  readonly redbooth: FakeRedbooth;
  readonly notifier: FakeNotifier;
  readonly database: DatabaseSync;
  readonly mutes: Mutes;
  readonly settings: { -readonly [Key in 'dueReminderHour' | 'timeZone']: Settings[Key] };
  /** What was put into the journal. */
  readonly rung: readonly IncomingHook[];
  readonly log: readonly string[];
  isPaused: boolean;
  isDoNotDisturb: boolean;
  isSettled: boolean;
  now(): number;
  /** Tasks as Redbooth has them and as they were last seen, which is now. */
  put(...tasks: readonly Task[]): void;
  /** Changes a task in Redbooth, and takes it in at once. */
  edit(id: string, part: Partial<Task>): void;
  /** Time passes while the app runs. */
  pass(milliseconds: number): Promise<void>;
  /** The clock moves, but no timer does: the machine sleeps, or somebody sets the clock. */
  jump(milliseconds: number): void;
  wake(): Promise<void>;
  titles(): readonly string[];
  bodies(): readonly string[];
  /** Kills the app, and starts it again on the same history. */
  restart(): Promise<Running>;
  waiting(): number;
};

type Lasting = { readonly database: DatabaseSync; readonly redbooth: FakeRedbooth };

const run = async (start: Required<Omit<Start, 'at'>>, now: number, lasting: Lasting): Promise<Running> => {
  const { database, redbooth } = lasting;
  const timers = createFakeClock(now);
  let jumped = 0;
  const clock: Clock = { ...timers, now: () => timers.now() + jumped };
  const store = createChangeStore(database, clock);
  const notifier = createFakeNotifier();
  notifier.onRaise = start.onRaise;
  const log = createFakeLog();
  const rung: IncomingHook[] = [];
  const settings = { dueReminderHour: start.hour, timeZone: start.zone };
  const journal = createJournal({ database, clock, onCommitted: (hooks) => void rung.push(...hooks) });
  const ledger = createLedger(database, clock);
  const mutes = createMutes(database, clock, () => []);
  const reminders = createReminders({
    database,
    clock,
    log,
    client: redbooth.client,
    directory: redbooth.directory,
    store,
    append: journal.appendMany,
    settings: () => settings,
    reading: () => readingAt(clock.now(), settings.timeZone),
    origin: 'https://redbooth.com',
    isPaused: () => running.isPaused,
    isDoNotDisturb: () => running.isDoNotDisturb,
    isSettled: () => running.isSettled,
    mutes,
    tell: ({ title, body, url = null }, record) => void notifier.show(ledger.claimPlain({ title, body, url }, record)),
  });
  const running: Running = {
    reminders,
    redbooth,
    notifier,
    database,
    mutes,
    settings,
    rung,
    log: log.lines,
    isPaused: start.isPaused,
    isDoNotDisturb: false,
    isSettled: true,
    now: () => clock.now(),
    put: (...tasks) => {
      for (const task of tasks) redbooth.put(task);
      store.adopt('1', tasks);
    },
    edit: (id, part) => {
      redbooth.edit(id, { ...part, updatedAt: clock.now() });
      const snapshot = { kind: 'write', task: redbooth.task(id), lastCommentId: null } as const;
      store.settle({ accountId: '1', taskId: id, hooks: [], result: 'changed', changes: [], snapshot });
    },
    pass: (milliseconds) => timers.advance(milliseconds),
    jump: (milliseconds) => {
      jumped += milliseconds;
    },
    wake: async () => {
      reminders.wake();
      reminders.caughtUp();
      await timers.advance(0);
    },
    titles: () => notifier.raised.map(({ title }) => title),
    bodies: () => notifier.raised.map(({ body }) => body),
    restart: async () => {
      await reminders.dispose();
      await journal.dispose();
      return run(
        { ...start, hour: settings.dueReminderHour, zone: settings.timeZone, isPaused: running.isPaused },
        clock.now(),
        lasting,
      );
    },
    waiting: () => timers.waiting(),
  };
  reminders.start();
  if (start.isCaughtUp) reminders.caughtUp();
  await timers.advance(0);
  onTestFinished(async () => {
    await reminders.dispose();
    await journal.dispose();
  });
  return running;
};

/** Starts the reminders; by default on a Monday at 8 by UTC, with 9 as the hour. */
export const startReminders = async (start: Start = {}): Promise<Running> => {
  const {
    at = '2026-11-23T08:00Z',
    zone = null,
    hour = 9,
    isCaughtUp = true,
    onRaise = () => undefined,
    isPaused = false,
  } = start;
  const database = openDatabase(':memory:');
  return run({ zone, hour, isCaughtUp, onRaise, isPaused }, Date.parse(at), {
    database,
    redbooth: createFakeRedbooth(),
  });
};
