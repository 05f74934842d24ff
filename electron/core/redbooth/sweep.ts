import * as v from 'valibot';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import { type Clock, pause } from '../clock.ts';
import type { Kept } from '../database/kept.ts';
import type { Hook, IncomingHook } from '../hooks/hook.ts';
import type { JournalFailure } from '../hooks/journal-port.ts';
import type { Log } from '../log.ts';
import type { ApiFailure, ApiResult, RedboothClient } from './client-port.ts';
import { isDaily } from './daily.ts';
import type { Me } from './directory-port.ts';

/** The sweep that was begun last, by this machine's clock (ms): the projects it is done with; null when done with all. */
export const sweptSchema = v.object({ begunAt: v.number(), done: v.nullable(v.array(v.string())) });
export type Swept = v.InferOutput<typeof sweptSchema>;

export type SweepPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly client: Pick<RedboothClient, 'taskIds'>;
  readonly identify: () => ApiResult<Pick<Me, 'accountId'>>;
  readonly store: Pick<ChangeStore, 'projectsSeen' | 'tasksSeen'>;
  readonly swept: (accountId: string) => Kept<Swept>;
  readonly append: (hooks: readonly IncomingHook[]) => Promise<Result<readonly Hook[], JournalFailure>>;
  /** The tasks that hooks wait for. */
  readonly waiting: () => ReadonlySet<string>;
  /** Tasks that were missing have all been looked at. */
  readonly onLooked: () => void;
};

/** Finds tasks that are gone though no hook said so. */
export type Sweep = {
  /** Sweeps when a day has passed since the last one was begun, or goes on with one that was cut short. Never rejects. */
  sweep(): Promise<void>;
  /** Whether there are missing tasks being looked at, which are told together at the end. */
  isLooking(): boolean;
  /** Ends a sweep under way; another may be started afterwards. */
  halt(): Promise<void>;
};

const idsPerPage = 1000;
const pagesAtMost = 200;
const betweenPages = 5_000;
/** So few at a time that a hook that comes meanwhile hardly waits. */
const looksAtOnce = 5;
const betweenLooks = 5_000;

/**
 * Once a day lists the ids of every project of which tasks were seen (per_page=1000&archived=all), and puts each task that is
 * missing there into the journal like a hook, a few at a time: the look decides whether it is gone. A project whose list
 * cannot be read to its end is left alone for that day; one that is refused altogether counts as an empty list.
 */
export const createSweep = (ports: SweepPorts): Sweep => {
  const { clock, log, client, identify, store, swept, append, waiting, onLooked } = ports;
  let running: Promise<void> | null = null;
  let stop = new AbortController();
  let isLooking = false;

  const rest = (milliseconds: number): Promise<boolean> => pause(clock, milliseconds, stop.signal);
  const isStill = async (accountId: string): Promise<boolean> => {
    const me = await identify();
    return me.ok && me.value.accountId === accountId && !stop.signal.aborted;
  };

  const listedIds = async (projectId: string): Promise<Result<ReadonlySet<string>, ApiFailure | 'unfinished'>> => {
    const ids = new Set<string>();
    for (let page = 1; page <= pagesAtMost; page += 1) {
      if (!(await rest(betweenPages))) return fail('unfinished');
      const reply = await client.taskIds(projectId, page, idsPerPage);
      if (!reply.ok) {
        const { kind } = reply.failure;
        const isRefused = page === 1 && (kind === 'missing' || kind === 'forbidden');
        return isRefused ? succeed(ids) : reply;
      }
      for (const id of reply.value.ids) ids.add(id);
      if (reply.value.isLast) return succeed(ids);
    }
    return fail('unfinished');
  };

  const areSettled = async (taskIds: readonly string[]): Promise<boolean> => {
    for (;;) {
      if (!(await rest(betweenLooks))) return false;
      const still = waiting();
      if (!taskIds.some((id) => still.has(id))) return true;
    }
  };

  /** Has the missing looked at; false when it was stopped. */
  const lookAt = async (missing: readonly string[]): Promise<boolean> => {
    for (let start = 0; start < missing.length; start += looksAtOnce) {
      const some = missing.slice(start, start + looksAtOnce);
      const hooks = await append(
        some.map((taskId) => ({ taskId, action: 'update', source: 'catch-up', hookUrlId: null })),
      );
      if (!hooks.ok || !(await areSettled(some))) return false;
    }
    return true;
  };

  /** False: there is no going on now. */
  const sweepProject = async (accountId: string, projectId: string): Promise<boolean> => {
    const listed = await listedIds(projectId);
    if (!(await isStill(accountId))) return false;
    if (!listed.ok) {
      if (listed.failure === 'unfinished') return true;
      return listed.failure.kind === 'missing' || listed.failure.kind === 'forbidden';
    }
    const looked = waiting();
    const missing = store.tasksSeen(accountId, projectId).filter((id) => !listed.value.has(id) && !looked.has(id));
    if (missing.length === 0) return true;
    isLooking = true;
    return lookAt(missing);
  };

  const run = async (): Promise<void> => {
    const me = await identify();
    if (!me.ok) return;
    const { accountId } = me.value;
    const progress = swept(accountId);
    const now = clock.now();
    const last = progress.read();
    if (last === null) {
      // Everything has just been read for the first time.
      progress.write({ begunAt: now, done: null });
      return;
    }
    const isNew = isDaily(last.begunAt, now);
    if (!isNew && last.done === null) return;
    const begunAt = isNew ? now : last.begunAt;
    const done = new Set(isNew ? [] : last.done);
    for (const projectId of store.projectsSeen(accountId)) {
      if (done.has(projectId)) continue;
      if (!(await sweepProject(accountId, projectId))) return;
      done.add(projectId);
      progress.write({ begunAt, done: [...done] });
    }
    progress.write({ begunAt, done: null });
  };

  return {
    sweep: () => {
      if (running === null && stop.signal.aborted) stop = new AbortController();
      running ??= run()
        .catch((error: unknown) => log.error(`Looking for tasks that are gone failed: ${String(error)}`))
        .finally(() => {
          running = null;
          if (!isLooking) return;
          isLooking = false;
          onLooked();
        });
      return running;
    },
    isLooking: () => isLooking,
    halt: async () => {
      stop.abort();
      await running;
    },
  };
};
