import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Change } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** That tasks change and no hook tells of it. `isFirst`: no hook has ever come in. */
export type MissingHooks = { readonly tasks: number; readonly isFirst: boolean };

/** Watches whether hooks arrive, while there is something for them to tell. */
export type ArrivalWatch = {
  /** The hook URL answered from outside at this moment (ms); null: it is not known to be reachable. */
  reachable(provenAt: number | null): void;
  /** A hook came in by the listener. */
  arrived(): void;
  /** Changes were recorded, by whatever way they came. */
  recorded(changes: readonly Pick<Change, 'accountId' | 'taskId' | 'source' | 'kind' | 'happenedAt'>[]): void;
  /** Null: hooks arrive, or it cannot be told yet. */
  missing(accountId: string | null): MissingHooks | null;
};

export type ArrivalWatchPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly log: Log;
  /** A change that was not brought by a hook, though one should have come by now. */
  readonly onMissed: () => void;
  readonly onChanged: () => void;
};

/** Proofs come every 45 s; a longer gap was sleep, or a tunnel that was down. */
const longestGap = 3 * 60_000;
/** What changed right after the URL came up, or just now, may have its hook on the way. */
const grace = 2 * 60_000;
/** From so many tasks over so long a time on it is no accident. */
const tasksAtLeast = 3;
const spanAtLeast = 30 * 60_000;
const spansAtMost = 50;

const tallySchema = v.object({ tasks: v.number(), first: v.nullable(v.number()), last: v.nullable(v.number()) });
const arrivalSchema = v.object({ at: v.nullable(v.number()) });

type Span = { readonly from: number; through: number };

/**
 * Counts, by account and over restarts, the tasks whose changes only the catch-up found although the hook URL was reachable when
 * they were made. The first hook that arrives ends it. What cannot be written is logged, and not counted.
 */
export const createArrivalWatch = ({ database, clock, log, onMissed, onChanged }: ArrivalWatchPorts): ArrivalWatch => {
  const insert = database.prepare(
    `INSERT INTO missed_hook VALUES (?1, ?2, ?3, ?3) ON CONFLICT (account_id, task_id) DO UPDATE SET
       first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
  );
  const count = database.prepare(
    'SELECT count(*) AS tasks, min(first_at) AS first, max(last_at) AS last FROM missed_hook WHERE account_id = ?',
  );
  const clear = database.prepare('DELETE FROM missed_hook');
  const lastArrival = database.prepare('SELECT max(last_arrival_at) AS at FROM hook_url');
  const spans: Span[] = [];
  let isOpen = false;
  let hasMissed = true;

  const attempt = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      log.error(`Whether hooks arrive could not be recorded: ${String(error)}`);
    }
  };
  const wasReachable = (at: number): boolean => spans.some(({ from, through }) => at >= from + grace && at <= through);

  const missing = (accountId: string | null): MissingHooks | null => {
    if (accountId === null) return null;
    const { tasks, first, last } = v.parse(tallySchema, count.get(Number(accountId)));
    if (first === null || last === null || tasks < tasksAtLeast || last - first < spanAtLeast) return null;
    return { tasks, isFirst: v.parse(arrivalSchema, lastArrival.get()).at === null };
  };

  return {
    reachable: (provenAt) => {
      if (provenAt === null) {
        isOpen = false;
        return;
      }
      const last = spans.at(-1);
      if (isOpen && last !== undefined && provenAt >= last.through && provenAt - last.through <= longestGap) {
        last.through = provenAt;
        return;
      }
      spans.push({ from: provenAt, through: provenAt });
      if (spans.length > spansAtMost) spans.shift();
      isOpen = true;
    },
    arrived: () => {
      // Hooks may come by the thousand; there is something to clear only after a miss.
      if (!hasMissed) return;
      attempt(() => {
        clear.run();
        hasMissed = false;
      });
      onChanged();
    },
    recorded: (changes) => {
      for (const { accountId, taskId, source, kind, happenedAt } of changes) {
        // When it went, and whether that fires a hook, is not known of a task that is gone.
        if (source !== 'catch-up' || kind === 'gone' || clock.now() - happenedAt < grace) continue;
        onMissed();
        if (!wasReachable(happenedAt)) continue;
        hasMissed = true;
        attempt(() => insert.run(Number(accountId), taskId, happenedAt));
      }
    },
    missing,
  };
};
