import * as v from 'valibot';
import { type Result, fail } from '../../contract/index.ts';
import type { Snapshot } from '../changes/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Kept } from '../database/kept.ts';
import type { Hook, IncomingHook } from '../hooks/hook.ts';
import type { JournalFailure } from '../hooks/journal-port.ts';
import type { ApiFailure, RedboothClient } from './client-port.ts';
import type { Task } from './task.ts';

/** How far the last complete catch-up came: the newest `updated_at` it saw, in ms since 1970. */
export const caughtUpSchema = v.object({ through: v.number() });

export type CatchUpPorts = {
  readonly clock: Clock;
  readonly client: Pick<RedboothClient, 'recentTasks'>;
  readonly caughtUp: Kept<v.InferOutput<typeof caughtUpSchema>>;
  readonly snapshot: (taskId: string) => Snapshot | null;
  /** Takes in tasks as they are, at the very first catch-up: nobody wants to be told of years of changes. */
  readonly adopt: (tasks: readonly Task[]) => void;
  readonly append: (hooks: readonly IncomingHook[]) => Promise<Result<readonly Hook[], JournalFailure>>;
};

/** Finds what no hook told: a lost hook, sleep, a tunnel that was down. `run` gives the hooks it put into the journal. */
export type CatchUp = { run(): Promise<Result<readonly Hook[], ApiFailure | JournalFailure>> };

/** Redbooth's clock and ours, and the seconds a list may lag behind a save. */
const overlap = 5 * 60_000;
/** Tasks younger than this are left out of the first catch-up: their hook may be on its way, and has something to tell. */
const freshTime = 10 * 60_000;
const pageSize = 100;
const firstPageSize = 1000;
const pagesAtMost = 200;

/**
 * Reads the tasks changed since the last time (order updated_at-DESC: redbooth-api, GET /tasks), and puts those that differ
 * from their snapshot into the journal.
 */
export const createCatchUp = ({ clock, client, caughtUp, snapshot, adopt, append }: CatchUpPorts): CatchUp => {
  const differs = (task: Task): boolean => {
    const known = snapshot(task.id);
    return known === null || known.task.updatedAt !== task.updatedAt || known.task.commentsCount !== task.commentsCount;
  };

  const run: CatchUp['run'] = async () => {
    const since = caughtUp.read()?.through ?? null;
    const until = since === null ? Number.NEGATIVE_INFINITY : since - overlap;
    const perPage = since === null ? firstPageSize : pageSize;
    let newest = since ?? 0;
    const changed = new Set<string>();
    for (let page = 1; page <= pagesAtMost; page += 1) {
      const reply = await client.recentTasks(page, perPage);
      if (!reply.ok) return reply;
      const { tasks, isLast } = reply.value;
      newest = Math.max(newest, ...tasks.map((task) => task.updatedAt));
      if (since === null) adopt(tasks.filter((task) => clock.now() - task.createdAt >= freshTime));
      else for (const task of tasks) if (task.updatedAt >= until && differs(task)) changed.add(task.id);
      if (isLast || tasks.some((task) => task.updatedAt < until)) break;
    }
    const hooks = await append(
      [...changed].map((taskId) => ({ taskId, action: 'update', source: 'catch-up', hookUrlId: null })),
    );
    if (hooks.ok) caughtUp.write({ through: newest });
    return hooks;
  };

  let running: ReturnType<CatchUp['run']> | null = null;
  return {
    run: () => {
      running ??= run()
        .catch((error: unknown): { readonly ok: false; readonly failure: JournalFailure } => {
          const cause = error instanceof Error ? error.message : String(error);
          const message = `What was missed could not be recorded, as the history file could not be written (${cause}).`;
          return fail({ code: 'journal-unwritable', message });
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
};
