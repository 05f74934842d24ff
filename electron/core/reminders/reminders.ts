import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import { createLocalTime, dayAfter } from '../../contract/local-time.ts';
import type { Log } from '../log.ts';
import type { PlainText } from '../notify/announcer.ts';
import { type Telling, askSystemEvery } from '../notify/telling.ts';
import type { Reading } from '../reading.ts';
import type { Directory, Me } from '../redbooth/directory-port.ts';
import { taskUrl } from '../redbooth/links.ts';
import type { Settings } from '../settings/settings.ts';
import { type DueReminder, type DueTasksPorts, createDueTasks } from './due-tasks.ts';
import type { Reminder } from './reminder.ts';
import { discreetReminders, reminderSentence, remindersSentence } from './reminder-words.ts';
import { createToldReminders } from './told-reminders.ts';

export type RemindersPorts = Omit<DueTasksPorts, 'told' | 'directory'> & {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Pick<Directory, 'me' | 'isMyPerson' | 'project'>;
  readonly settings: () => Pick<Settings, 'dueReminderHour' | 'timeZone'>;
  readonly reading: () => Reading;
  /** Where Redbooth's pages live. */
  readonly origin: string;
  readonly isPaused: () => boolean;
  /** Whether the user asked the system not to be disturbed, as far as it tells; nobody tells when that is over. */
  readonly isDoNotDisturb: () => boolean;
  /** Whether every hook that came in has been looked at. */
  readonly isSettled: () => boolean;
  readonly tell: Telling['tell'];
  /** Takes tasks that are not as they were last seen, so that what changed is told like any change. */
  readonly append: AppendHooks;
};

/**
 * Reminds of tasks that are assigned to the user and not muted: “due today” at the hour of the settings, “overdue” at that hour of a later
 * day, each once for a task and a due date, whatever the clock does and whenever the app is killed. What could not be told at
 * the hour (asleep, paused, not to be disturbed, not running) is told as soon as it can be on the same day.
 */
export type Reminders = {
  start(): void;
  /** Something it depends on may have changed: the settings, a pause, who is signed in. Costs nothing when there is nothing to do. */
  readonly check: () => void;
  /** What is known may be out of date, as after sleep: it is waited for the next catch-up, within reason. */
  readonly wake: () => void;
  /** A catch-up came to its end. */
  readonly caughtUp: () => void;
  /** Ends what is under way; nothing is told any more. */
  dispose(): Promise<void>;
};

/** What was told with: once a day was closed at this hour, tasks that become due later are left to the changes that made them so. */
const roundSchema = v.object({ day: v.string(), hour: v.number() });

const second = 1_000;
/** The longest the timer runs: nothing else notices that the clock was set. */
const longestRest = 3_600 * second;
const patience = { rest: 30 * second, rests: 4 } as const;
const retryAfter = 60 * second;
/** More reminders than this at once are told in one notification. */
const apartAtMost = 3;

type Situation =
  | { readonly kind: 'waiting'; readonly rest: number }
  | {
      readonly kind: 'open';
      readonly day: string;
      readonly hour: number;
      readonly rest: number;
    };

/** A notification about to be claimed. */
type Notification = { readonly text: PlainText; readonly reminders: readonly Reminder[] };

/** Makes the reminders; nothing happens before `start`. */
export const createReminders = (ports: RemindersPorts): Reminders => {
  const { database, clock, log, directory, settings, reading, origin, isSettled, tell, append } = ports;
  const told = createToldReminders(database, clock);
  const findDue = createDueTasks({ ...ports, told });
  let running: Promise<void> | null = null;
  let isDueAgain = false;
  let isStopped = true;
  let isCaughtUp = false;
  /** How often it was waited, on which day, for Redbooth to answer. */
  let waited = { day: '', times: 0 };
  let cancel = (): void => undefined;

  /** Where the day stands; `rest` is how long until that may change, in ms. */
  const situation = (): Situation => {
    const { dueReminderHour: hour, timeZone: zone } = settings();
    if (hour === null) return { kind: 'waiting', rest: longestRest };
    const time = createLocalTime(zone);
    const now = clock.now();
    const day = time.dayAt(now);
    const opensAt = time.momentOf(day, hour * 60);
    if (now < opensAt) return { kind: 'waiting', rest: opensAt - now };
    const rest = time.momentOf(dayAfter(day), hour * 60) - now;
    return ports.isPaused() ? { kind: 'waiting', rest } : { kind: 'open', day, hour, rest };
  };

  const notificationsOf = async (due: readonly DueReminder[]): Promise<Notification[]> => {
    const reminders = due.map(({ reminder }) => reminder);
    const now = reading();
    const { messages } = now;
    if (due.length > apartAtMost) {
      const text = { ...remindersSentence(reminders, messages), discreet: discreetReminders(reminders, messages) };
      return [{ text, reminders }];
    }
    const notifications: Notification[] = [];
    for (const { reminder, asOf } of due) {
      const { id, projectId } = reminder.task;
      const project = await directory.project(projectId);
      const name = project.ok ? (project.value?.name ?? null) : null;
      const sentence = reminderSentence(reminder, { project: name, asOf }, now);
      const text = {
        ...sentence,
        url: taskUrl(origin, projectId, id),
        discreet: discreetReminders([reminder], messages),
      };
      notifications.push({ text, reminders: [reminder] });
    }
    return notifications;
  };

  /** Whether there is still time to wait for Redbooth; counts it. */
  const mayWait = (day: string): boolean => {
    waited = { day, times: (waited.day === day ? waited.times : 0) + 1 };
    return waited.times <= patience.rests;
  };
  const isStillMe = async ({ accountId }: Me): Promise<boolean> => {
    const me = await directory.me();
    return me.ok && me.value.accountId === accountId;
  };

  /** Tells what there is to tell; answers with how long to rest, in ms. */
  const round = async (): Promise<number> => {
    const now = situation();
    if (now.kind === 'waiting') return now.rest;
    const { day, hour, rest } = now;
    const identified = await directory.me();
    if (!identified.ok) return rest;
    const me = identified.value;
    const closed = createKept(database, `due-round/${me.accountId}`, roundSchema);
    const last = closed.read();
    if (last?.day === day && last.hour === hour) return rest;

    if (ports.isDoNotDisturb()) return askSystemEvery;
    const isCurrent = isCaughtUp && isSettled();
    if (!isCurrent && mayWait(day)) return patience.rest;
    const { due, changed, isComplete } = await findDue(me, day);
    if (!isComplete && mayWait(day)) return patience.rest;
    const notifications = await notificationsOf(due);
    // Asking took its time.
    const still = situation();
    if (still.kind !== 'open' || still.day !== day || still.hour !== hour || !(await isStillMe(me))) return 0;
    if (isStopped) return rest;
    if (ports.isDoNotDisturb()) return askSystemEvery;
    for (const { text, reminders } of notifications) tell(text, () => told.record(me.accountId, reminders));
    if (isCurrent && isComplete) closed.write({ day, hour });
    if (changed.length > 0)
      await append(changed.map((taskId) => ({ taskId, action: 'update', source: 'catch-up', hookUrlId: null })));
    return rest;
  };

  const run = async (): Promise<void> => {
    let rest = retryAfter;
    try {
      rest = await round();
    } catch (error) {
      log.error(`Tasks that are due could not be told: ${String(error)}`);
    }
    running = null;
    if (isStopped) return;
    if (isDueAgain) check();
    else cancel = clock.schedule(Math.min(rest, longestRest), check);
  };
  const check = (): void => {
    if (isStopped) return;
    isDueAgain = running !== null;
    if (running !== null) return;
    cancel();
    running = run();
  };

  return {
    start: () => {
      isStopped = false;
      check();
    },
    check,
    wake: () => {
      isCaughtUp = false;
      waited = { day: '', times: 0 };
      check();
    },
    caughtUp: () => {
      isCaughtUp = true;
      check();
    },
    dispose: async () => {
      isStopped = true;
      cancel();
      await running;
    },
  };
};
