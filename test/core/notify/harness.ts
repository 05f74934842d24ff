import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Change, ChangeAccount, NewChange } from '../../../electron/core/changes/change.ts';
import { type ChangeStore, createChangeStore } from '../../../electron/core/changes/store.ts';
import type { Note } from '../../../electron/core/notify/announcer.ts';
import { type Ledger, createLedger } from '../../../electron/core/notify/ledger.ts';
import { type Mutes, createMutes } from '../../../electron/core/notify/mutes.ts';
import type { NotificationText } from '../../../electron/core/notify/notifier.ts';
import type { RuleSituation } from '../../../electron/core/notify/rules.ts';
import { type Snoozes, createSnoozes } from '../../../electron/core/notify/snooze.ts';
import { type Telling, createTelling } from '../../../electron/core/notify/telling.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { aNewChange } from '../../fakes/change.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeNotifier, createFakeNotifier } from '../../fakes/notifier.ts';
import { aSituation } from '../../fakes/situation.ts';
import { aHook } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

export const summit = { id: '10', name: 'Autumn summit' };
export const website = { id: '20', name: 'Website relaunch' };
export const office = { id: '30', name: 'Office move' };

/** A change of a task, in few words. */
export type News = Partial<ChangeAccount> & {
  readonly taskId?: string;
  readonly kind?: NewChange['kind'];
};

/** What tells the user, on a history of its own, with changes that a test records. */
export type TellingRun = {
  readonly clock: FakeClock;
  readonly database: DatabaseSync;
  readonly store: ChangeStore;
  readonly ledger: Ledger;
  readonly snoozes: Snoozes;
  readonly mutes: Mutes;
  readonly telling: Telling;
  readonly notifier: FakeNotifier;
  readonly lines: readonly OperatorLine[];
  /** What the rules look at; a test may change it. */
  situation: Partial<RuleSituation>;
  /** What else is to be told, until a test takes it back. */
  note: Note | null;
  /** Records changes of tasks that the user watches, each by itself, without a word; gives them. */
  record(...news: readonly News[]): readonly Change[];
  /** The same, and has them told as they come; gives the notifications. */
  tell(...news: readonly News[]): readonly NotificationText[];
  /** The notifications raised since the last time. */
  raised(): readonly NotificationText[];
  titles(): readonly string[];
  /** Kills this run, and starts the next one on the same history. */
  restart(): TellingRun;
};

const watching = { assigned: false, wasAssigned: false, created: false, watching: true };

const run = (history: TemporaryHistory, startAt: number, atStart: Partial<RuleSituation>): TellingRun => {
  const clock = createFakeClock(startAt);
  const database = history.open();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const notifier = createFakeNotifier();
  const lines: OperatorLine[] = [];
  let seen = 0;
  const snoozes = createSnoozes({ database, clock, onDue: () => telling.announce() });
  const mutes = createMutes(database, clock, () => []);
  const telling = createTelling({
    database,
    clock,
    reading: () => readingAt(clock.now()),
    log: createFakeLog(),
    ledger,
    notifier,
    store,
    snoozes,
    isSweeping: () => false,
    situation: () => aSituation({ now: clock.now(), ...running.situation }),
    actionsOf: () => [],
    isSilenced: (change) => mutes.silences(change, snoozes.setAt(change.id) ?? 0),
    note: () => running.note,
    report: (line) => void lines.push(line),
    onDecided: () => undefined,
  });
  const stop = (): void => {
    telling.dispose();
    snoozes.dispose();
  };
  onTestFinished(stop);
  const running: TellingRun = {
    clock,
    database,
    store,
    ledger,
    snoozes,
    mutes,
    telling,
    notifier,
    lines,
    situation: atStart,
    note: null,
    record: (...news) =>
      news.flatMap(({ taskId = '7', kind = 'updated', ...account }) =>
        store.settle({
          accountId: '1',
          taskId,
          hooks: [aHook()],
          result: 'changed',
          changes: [
            aNewChange({ title: `Task ${taskId}`, relation: watching, ...account }, { kind, happenedAt: clock.now() }),
          ],
          snapshot: { kind: 'keep' },
        }),
      ),
    tell: (...news) => {
      for (const each of news) {
        running.record(each);
        telling.announce();
      }
      return running.raised();
    },
    raised: () => {
      const since = notifier.raised.slice(seen);
      seen = notifier.raised.length;
      return since;
    },
    titles: () => notifier.raised.map(({ title }) => title),
    restart: () => {
      stop();
      database.close();
      return run(history, clock.now(), running.situation);
    },
  };
  ledger.interruptClaims();
  telling.announce();
  snoozes.check();
  return running;
};

/** Starts telling on a Monday at 9 by UTC. */
export const startTelling = (): TellingRun => run(temporaryHistory(), createFakeClock().now(), {});
