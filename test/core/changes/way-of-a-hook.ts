import { noFilter } from '../../../electron/contract/index.ts';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createOwnWrites } from '../../../electron/core/acting/own-writes.ts';
import type { Change } from '../../../electron/core/changes/change.ts';
import { type Outage, createOutage, outageSchema } from '../../../electron/core/changes/outage.ts';
import { createPipeline } from '../../../electron/core/changes/pipeline.ts';
import { type ChangeStore, createChangeStore } from '../../../electron/core/changes/store.ts';
import { createTeller } from '../../../electron/core/changes/tell.ts';
import { createWorker } from '../../../electron/core/changes/worker.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import type { Hook, IncomingHook } from '../../../electron/core/hooks/hook.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { type Snoozes, createSnoozes } from '../../../electron/core/notify/snooze.ts';
import { createTelling } from '../../../electron/core/notify/telling.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeNotifier, createFakeNotifier } from '../../fakes/notifier.ts';
import { type FakeRedbooth, createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aSituation } from '../../fakes/situation.ts';
import { readingAt } from '../../fakes/reading.ts';

/** The core between journal and notifier, composed as the app does it, on a real history file. */
export type Way = {
  readonly clock: FakeClock;
  readonly redbooth: FakeRedbooth;
  readonly notifier: FakeNotifier;
  readonly database: DatabaseSync;
  readonly store: ChangeStore;
  readonly lines: readonly OperatorLine[];
  /** Notifications that a run before this one may not have shown. */
  readonly interrupted: number;
  isPaused: boolean;
  isQuiet: boolean;
  isSweeping: boolean;
  ring(...taskIds: readonly string[]): Promise<void>;
  append(hooks: readonly IncomingHook[]): Promise<void>;
  changes(): readonly Change[];
  unsettled(): readonly Hook[];
  readonly outage: Outage;
  /** Has told what was held back, if it may be. */
  announce(): void;
  readonly snoozes: Snoozes;
  /** Wakes the app: an outage is probed at once. */
  wake(): void;
  /** Kills this run wherever it is, and starts the next one on the same file, at another time if need be (ms since 1970). */
  restart(startAt?: number): Way;
  linesOf<Event extends OperatorLine['event']>(event: Event): readonly Extract<OperatorLine, { event: Event }>[];
};

type Lasting = { readonly history: TemporaryHistory; readonly redbooth: FakeRedbooth; readonly startAt: number };

const run = ({ history, redbooth, startAt }: Lasting): Way => {
  const clock = createFakeClock(startAt);
  const database = history.open();
  const lines: OperatorLine[] = [];
  const report = (line: OperatorLine): void => void lines.push(line);
  const log = createFakeLog();
  const notifier = createFakeNotifier();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const snoozes = createSnoozes({ database, clock, onDue: () => telling.announce() });
  const telling = createTelling({
    database,
    clock,
    reading: () => readingAt(clock.now()),
    log,
    ledger,
    notifier,
    store,
    snoozes,
    isSweeping: () => way.isSweeping,
    situation: () => aSituation({ isPaused: way.isPaused, isQuiet: way.isQuiet, now: clock.now() }),
    actionsOf: () => [],
    isSilenced: () => false,
    note: () => null,
    report,
    onDecided: () => undefined,
  });
  const outage = createOutage({
    clock,
    random: () => 0.5,
    log,
    kept: createKept(database, 'outage', outageSchema),
    probe: () => worker.probe(),
    onEnd: (wasTold) => {
      telling.forgetOutage();
      if (wasTold) telling.holdBacklog('outage');
      worker.resume();
    },
    onTell: (kind) => telling.announceOutage(kind, worker.waiting() > 0),
  });
  const teller = createTeller(redbooth.directory, 'https://redbooth.com');
  const worker = createWorker({
    clock,
    work: createPipeline({
      clock,
      client: redbooth.client,
      store,
      teller,
      identify: () => redbooth.directory.me(),
      ownWrites: createOwnWrites(database, clock, log),
      outage,
      report,
      log,
      onSettled: () => telling.announce(),
    }),
  });
  let arrived = (): void => undefined;
  const journal = createJournal({
    database,
    clock,
    onCommitted: (hooks) => {
      worker.add(hooks);
      arrived();
    },
  });
  onTestFinished(async () => {
    telling.dispose();
    snoozes.dispose();
    await worker.dispose();
    await journal.dispose();
  });

  const append = async (hooks: readonly IncomingHook[]): Promise<void> => {
    const handedOn = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const result = await journal.appendMany(hooks);
    if (!result.ok) throw new Error(result.failure.message);
    await handedOn;
    await clock.advance(0);
  };
  const way: Way = {
    clock,
    redbooth,
    notifier,
    database,
    store,
    lines,
    interrupted: ledger.interruptClaims(),
    isPaused: false,
    isQuiet: false,
    isSweeping: false,
    ring: (...taskIds) =>
      append(taskIds.map((taskId) => ({ taskId, action: 'update', source: 'listener', hookUrlId: null }))),
    append,
    changes: () => store.list({ before: null, limit: 1000, filter: noFilter }).toReversed(),
    unsettled: () => journal.unsettled(),
    outage,
    announce: () => telling.announce(),
    snoozes,
    wake: () => outage.retry(),
    restart: (startAt = clock.now()) => {
      // Whatever the old run still does finds its file closed, as a killed process finds nothing at all.
      database.close();
      return run({ history, redbooth, startAt });
    },
    linesOf: <Event extends OperatorLine['event']>(event: Event) =>
      lines.filter((line): line is Extract<OperatorLine, { event: Event }> => line.event === event),
  };
  worker.add(journal.unsettled());
  telling.announce();
  snoozes.check();
  return way;
};

/** Starts the way of a hook on a history file of its own. */
export const startWay = (): Way =>
  run({ history: temporaryHistory(), redbooth: createFakeRedbooth(), startAt: createFakeClock().now() });
