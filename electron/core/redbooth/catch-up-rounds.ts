import type { DatabaseSync } from 'node:sqlite';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import { type Rounds, createRounds } from '../rounds.ts';
import { type CatchUp, caughtUpSchema, createCatchUp } from './catch-up.ts';
import type { RedboothClient } from './client-port.ts';

export type CatchUpRoundsPorts = {
  readonly database: DatabaseSync;
  readonly client: RedboothClient;
  readonly store: Pick<ChangeStore, 'snapshot' | 'adopt'>;
  readonly append: AppendHooks;
  readonly clock: Clock;
  /** In ms; 0 for none on a schedule. */
  readonly interval: number;
  /** A round found so many tasks that they are told in one summary. */
  readonly onMany: () => void;
  /** A round came to its end. */
  readonly onCaughtUp: () => void;
};

/** From this many tasks on, what a catch-up finds is told in one summary. */
const summaryFrom = 4;

/** Composes the catch-up with the moments at which it runs. */
export const createCatchUpRounds = (
  ports: CatchUpRoundsPorts,
): { readonly catchUp: CatchUp; readonly rounds: Rounds } => {
  const { database, client, store, append, clock, interval, onMany, onCaughtUp } = ports;
  const caughtUp = createKept(database, 'caught-up', caughtUpSchema);
  const catchUp = createCatchUp({ clock, client, caughtUp, snapshot: store.snapshot, adopt: store.adopt, append });
  const rounds = createRounds({
    clock,
    interval,
    run: async () => {
      const found = await catchUp.run();
      if (!found.ok) return false;
      if (found.value.length >= summaryFrom) onMany();
      onCaughtUp();
      return true;
    },
  });
  return { catchUp, rounds };
};
