import type { DatabaseSync } from 'node:sqlite';
import type { HistorySettings } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Pruning, pruneHistory } from './prune-history.ts';

/** Sees to it that the history is kept no longer than the settings say. */
export type Upkeep = {
  start(): void;
  /** Looks now: the settings are others. */
  now(): void;
  dispose(): void;
};

const day = 24 * 3_600_000;
/** A start has other things to do first. */
const afterStart = 30_000;
/** Between two steps hooks are taken, pages answered and notifications shown. */
const betweenSteps = 100;

/** Prunes shortly after the start and once a day, in small steps. `onPruned` is told once it is through, if anything went. */
export const createUpkeep = (ports: {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => HistorySettings;
  readonly onPruned: () => void;
}): Upkeep => {
  const { database, clock, log, settings, onPruned } = ports;
  let cancel = (): void => undefined;
  let isDisposed = false;

  const after = (delay: number, task: () => void): void => {
    cancel();
    if (!isDisposed) cancel = clock.schedule(delay, task);
  };
  const step = (pruning: Pruning, before: number): void => {
    const { isDone, deleted } = pruning.step();
    const all = before + deleted;
    if (!isDone) return after(betweenSteps, () => attempt(() => step(pruning, all)));
    after(day, prune);
    if (all > 0) {
      log.info(`The history was kept within its limits: ${all} old entries were deleted.`);
      onPruned();
    }
  };
  /** What cannot be written today may be tomorrow; it only takes up room until then. */
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.warn(`Old entries of the history could not be deleted: ${String(error)}`);
      after(day, prune);
    }
  };
  const prune = (): void =>
    attempt(() => {
      const { days, changes } = settings();
      step(pruneHistory(database, { olderThan: clock.now() - days * day, keepAtMost: changes }), 0);
    });

  return {
    start: () => after(afterStart, prune),
    now: () => after(0, prune),
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
};
