import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import { type Kept, createKept } from '../database/kept.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings/settings.ts';
import { type Rounds, createRounds } from '../rounds.ts';
import { type CatchUpPace, createCatchUpPace } from './catch-up-pace.ts';
import { type CatchUp, type CatchUpPorts, type CaughtUp, caughtUpSchema, createCatchUp } from './catch-up.ts';
import type { RedboothClient } from './client-port.ts';
import { type Sweep, type Swept, createSweep, sweptSchema } from './sweep.ts';

export type CatchUpRoundsPorts = {
  readonly database: DatabaseSync;
  /** A client whose requests let others pass. */
  readonly client: RedboothClient;
  readonly identify: CatchUpPorts['identify'];
  readonly store: Pick<ChangeStore, 'snapshot' | 'adopt' | 'projectsSeen' | 'tasksSeen'>;
  readonly append: AppendHooks;
  readonly clock: Clock;
  readonly log: Log;
  /** In ms; 0 for none on a schedule. Read again and again. */
  readonly interval: () => number;
  /** Whether hooks are to arrive; else the interval is kept to. */
  readonly relyOnHooks: () => boolean;
  /** A round put something into the journal: what is old of it is told in one summary. */
  readonly onFound: () => void;
  /** A round came to its end. */
  readonly onCaughtUp: () => void;
  /** A round met a fault, which may be the history file’s; it is tried again after a minute. */
  readonly onFailed: (error: unknown) => void;
  /** Tasks that may be gone have all been looked at. */
  readonly onLooked: () => void;
};

export type CatchUpRounds = {
  readonly rounds: Rounds;
  readonly pace: Pick<CatchUpPace, 'hookArrived' | 'hookMissed' | 'doubt'>;
  /** Whether tasks that may be gone are being looked at, which are told together. */
  readonly isSweeping: () => boolean;
  /** Nothing that was asked for before is written afterwards. */
  halt(): Promise<void>;
  /** Starts nothing more; settles when what is being read has ended. */
  dispose(): Promise<void>;
};

const pollingInterval = 60_000;

/** How often to catch up, in ms; 0: not on a schedule. While the app polls, every minute at the latest. */
export const catchUpInterval = ({
  hookSource,
  catchUpSeconds,
}: Pick<Settings, 'hookSource' | 'catchUpSeconds'>): number => {
  const chosen = catchUpSeconds * 1_000;
  if (hookSource !== 'polling') return chosen;
  return chosen === 0 ? pollingInterval : Math.min(chosen, pollingInterval);
};

const waitingSchema = v.array(v.object({ task_id: v.string() }));

/** Composes the catch-up and the daily sweep with the moments at which they run. */
export const createCatchUpRounds = (ports: CatchUpRoundsPorts): CatchUpRounds => {
  const { database, store, clock, log, interval, relyOnHooks, onFound, onCaughtUp, onFailed } = ports;
  const findWaiting = database.prepare('SELECT DISTINCT task_id FROM hook WHERE settled_at IS NULL');
  const caughtUp = (accountId: string): Kept<CaughtUp> =>
    createKept(database, `caught-up/${accountId}`, caughtUpSchema);
  const swept = (accountId: string): Kept<Swept> => createKept(database, `swept/${accountId}`, sweptSchema);
  const catchUp: CatchUp = createCatchUp({ ...ports, caughtUp, snapshot: store.snapshot, adopt: store.adopt });
  const sweep: Sweep = createSweep({
    ...ports,
    swept,
    waiting: () => new Set(v.parse(waitingSchema, findWaiting.all()).map(({ task_id: taskId }) => taskId)),
  });
  const pace = createCatchUpPace({ clock, base: interval, relyOnHooks, onShorter: () => rounds.intervalChanged() });
  let isDisposed = false;
  const run = async (): Promise<boolean> => {
    pace.roundBegins();
    const { hooks, isComplete, failure } = await catchUp.run();
    if (isDisposed) return true;
    if (hooks.length > 0) onFound();
    if (failure !== null) return false;
    onCaughtUp();
    if (isComplete) void sweep.sweep();
    return isComplete;
  };
  const rounds: Rounds = createRounds({
    clock,
    interval: () => pace.interval(),
    run: async () => {
      try {
        return await run();
      } catch (error) {
        onFailed(error);
        log.error(`What was missed could not be looked for: ${String(error)}`);
        return false;
      }
    },
  });
  return {
    rounds,
    pace,
    isSweeping: () => sweep.isLooking(),
    halt: async () => {
      await Promise.all([catchUp.idle(), sweep.halt()]);
    },
    dispose: async () => {
      isDisposed = true;
      rounds.dispose();
      await Promise.all([catchUp.idle(), sweep.halt()]);
    },
  };
};
