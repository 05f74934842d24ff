import * as v from 'valibot';
import { type Result, fail } from '../../contract/index.ts';
import type { Snapshot } from '../changes/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Kept } from '../database/kept.ts';
import type { Hook, IncomingHook } from '../hooks/hook.ts';
import type { JournalFailure } from '../hooks/journal-port.ts';
import type { ApiFailure, ApiResult, RedboothClient } from './client-port.ts';
import type { Me } from './directory-port.ts';
import { isDaily } from './daily.ts';
import { type Stretch, readStretch, stretchSchema } from './list-stretch.ts';
import { createRowJudge } from './row-judge.ts';
import type { Task } from './task.ts';

/**
 * How far catching up came. `through`: the newest `updated_at` seen; what is newer is read next time. `rest`: what could not
 * be read yet of what is older. `wholeAt`: when reading the whole list was last begun, by this machine's clock. All in ms.
 */
export const caughtUpSchema = v.object({
  through: v.number(),
  rest: v.optional(v.nullable(stretchSchema), null),
  wholeAt: v.optional(v.number(), 0),
});
export type CaughtUp = v.InferOutput<typeof caughtUpSchema>;

export type CatchUpPorts = {
  readonly clock: Clock;
  readonly client: Pick<RedboothClient, 'recentTasks'>;
  /** The account that tasks are read with. */
  readonly identify: () => ApiResult<Pick<Me, 'accountId'>>;
  readonly caughtUp: (accountId: string) => Kept<CaughtUp>;
  readonly snapshot: (accountId: string, taskId: string) => Snapshot | null;
  /** Takes in tasks as they are: nobody wants to be told of years of changes. */
  readonly adopt: (accountId: string, tasks: readonly Task[]) => void;
  readonly append: (hooks: readonly IncomingHook[]) => Promise<Result<readonly Hook[], JournalFailure>>;
  /** A run met a fault, which may be the history file’s. */
  readonly onFailed?: (error: unknown) => void;
};

/** What one run put into the journal. Not complete: it failed, or there is more than one run reads. */
export type CatchUpRun = {
  readonly hooks: readonly Hook[];
  readonly isComplete: boolean;
  readonly failure: ApiFailure | JournalFailure | null;
};

/** Finds what no hook told: a lost hook, sleep, a tunnel that was down. One run at a time; who asks meanwhile shares it. */
export type CatchUp = {
  run(): Promise<CatchUpRun>;
  /** Waits for the run under way. */
  idle(): Promise<void>;
};

/** How long a save may take to show in lists. */
const overlap = 5 * 60_000;

/** Few rows at first, as mostly little has changed; a thousand is the most a page holds (redbooth-api, General). */
const growingSizes = [25, 100, 400, 1000];
const wholeSizes = [1000];
const restSizes = [250];
const newestPagesAtMost = 200;
const restPagesAtMost = 40;
/** From this many tasks on to be looked at, the rest of the list is left to the next run: hooks must get their turn. */
const restFindsAtMost = 50;
const rereadsAtMost = 5;

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(a, b);

/** Both as one. What lies between them is read twice, which does no harm. */
const join = (upper: Stretch | null, lower: Stretch | null): Stretch | null => {
  if (upper === null || lower === null) return upper ?? lower;
  const news = [upper.newsFrom, lower.newsFrom].filter((each) => each !== null);
  return { ...upper, from: earlier(upper.from, lower.from), newsFrom: news.length === 0 ? null : Math.min(...news) };
};

/**
 * Reads the tasks changed since the last time (order updated_at-DESC: redbooth-api, GET /tasks), and puts those that differ
 * from their snapshot into the journal. Only Redbooth's own times are compared. Once a day the whole list is read, bit by
 * bit: for changes that did not renew `updated_at`, and for tasks that were not visible when they last changed.
 */
export const createCatchUp = (ports: CatchUpPorts): CatchUp => {
  const { clock, client, identify, caughtUp, append } = ports;
  const judge = createRowJudge(ports);

  /** What was asked for by one account must not be taken for another's. */
  const listOf =
    (accountId: string): RedboothClient['recentTasks'] =>
    async (page, perPage) => {
      const reply = await client.recentTasks(page, perPage);
      if (!reply.ok) return reply;
      const still = await identify();
      if (!still.ok) return still;
      return still.value.accountId === accountId
        ? reply
        : fail({ kind: 'signed-out', message: 'Somebody else is signed in now.' });
    };

  const run = async (): Promise<CatchUpRun> => {
    const me = await identify();
    if (!me.ok) return { hooks: [], isComplete: false, failure: me.failure };
    const { accountId } = me.value;
    const progress = caughtUp(accountId);
    const before = progress.read();
    const rows = judge(accountId, before?.through ?? 0);
    const recentTasks = listOf(accountId);
    /** `top`: the newest moment when its first page was read. */
    const read = async (stretch: Stretch, sizes: readonly number[], pagesAtMost: number, findsAtMost = Infinity) => {
      let top: number | null = null;
      const reading = await readStretch(stretch, {
        recentTasks,
        sizes,
        pagesAtMost,
        onRows: (tasks) => {
          rows.take(tasks, stretch.newsFrom);
          top ??= rows.newest();
          return rows.found().length < findsAtMost;
        },
      });
      return { ...reading, top: top ?? rows.newest() };
    };

    const floor = before === null ? null : before.through - overlap;
    const newest: Stretch = { below: null, offset: 0, from: floor, newsFrom: floor };
    const first = await read(newest, before === null ? wholeSizes : growingSizes, newestPagesAtMost);
    let { failure, pages, top: through } = first;
    if (failure !== null && first.rest?.below === null) return { hooks: [], isComplete: false, failure };
    // While several pages were read, tasks may have moved to the top; one page alone is of one moment.
    for (let rereads = 0; pages > 1 && failure === null && rereads < rereadsAtMost; rereads += 1) {
      const again = await read({ ...newest, from: through }, growingSizes, newestPagesAtMost);
      ({ failure, pages } = again);
      if (again.rest === null) through = again.top;
    }

    let rest = join(first.rest, before?.rest ?? null);
    let wholeAt = before?.wholeAt ?? clock.now();
    if (rest === null && isDaily(wholeAt, clock.now())) {
      wholeAt = clock.now();
      rest = { below: null, offset: 0, from: null, newsFrom: null };
    }
    if (rest !== null && first.rest === null && failure === null)
      ({ rest } = await read(rest, restSizes, restPagesAtMost, rows.found().length + restFindsAtMost));

    const hooks = await append(
      rows.found().map((taskId) => ({
        taskId,
        action: rows.isNew(taskId) ? 'create' : 'update',
        source: 'catch-up',
        hookUrlId: null,
      })),
    );
    if (!hooks.ok) return { hooks: [], isComplete: false, failure: hooks.failure };
    rows.asked();
    progress.write({ through, rest, wholeAt });
    return { hooks: hooks.value, isComplete: failure === null && rest === null, failure };
  };

  let running: Promise<CatchUpRun> | null = null;
  return {
    run: () => {
      running ??= run()
        .catch((error: unknown): CatchUpRun => {
          ports.onFailed?.(error);
          const cause = error instanceof Error ? error.message : String(error);
          const message = `What was missed could not be recorded, as the history file could not be written (${cause}).`;
          return { hooks: [], isComplete: false, failure: { code: 'journal-unwritable', message } };
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
    idle: async () => {
      await running;
    },
  };
};
