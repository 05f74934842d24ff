import * as v from 'valibot';
import { type ListWindow, windowAt } from './list-window.ts';
import type { ApiFailure, RedboothClient } from './client-port.ts';
import type { Task } from './task.ts';

const moment = v.nullable(v.number());

/**
 * A part of the list of tasks (newest `updated_at` first) that is yet to be read. Moments are Redbooth's own, in ms. All rows
 * newer than `below` have been read (null: none), about `offset` of them; `from` is how far down to go (null: to the
 * end). Of tasks never seen before, those since `newsFrom` are news (null: none are).
 */
export const stretchSchema = v.object({ below: moment, offset: v.number(), from: moment, newsFrom: moment });
export type Stretch = v.InferOutput<typeof stretchSchema>;

/** What came of reading: what is left of the stretch, and why it ended early if Redbooth is why. */
export type StretchReading = {
  readonly rest: Stretch | null;
  readonly pages: number;
  readonly failure: ApiFailure | null;
};

export type StretchPorts = {
  readonly recentTasks: RedboothClient['recentTasks'];
  /** Rows per page asked for, page by page; the last one goes for all further pages. */
  readonly sizes: readonly number[];
  readonly pagesAtMost: number;
  /** Takes the rows of one page, in order; some of them come twice. False ends the reading after this page. */
  readonly onRows: (tasks: readonly Task[]) => boolean;
};

/** A page reaches this many rows back into the one before it, but no more than a quarter of a page. */
const overlapRows = 10;
/** How far it is gone back when a page does not meet the one before, and how often in all; then it is taken as it is. */
const furthestBack = 2_500;
const doubtsAtMost = 40;
/** A server that gives fewer rows than asked for is not believed to give fewer than this. */
const smallestPage = 20;

const updatedAt = (task: Task): number => task.updatedAt;

/**
 * Reads a stretch page by page so that nothing is passed over while the list moves: a task that is updated moves to the top and
 * pushes rows down, one that vanishes pulls rows up past a page's end. So pages overlap, and each has to begin with something
 * newer than the last row of the one before; if not, it is gone back. (Where more rows share one second than that reaches,
 * their order is trusted.) What is updated meanwhile is at the top of the list, for whoever reads from there next.
 */
export const readStretch = async (stretch: Stretch, ports: StretchPorts): Promise<StretchReading> => {
  const { recentTasks, sizes, pagesAtMost, onRows } = ports;
  const floor = stretch.from ?? Number.NEGATIVE_INFINITY;
  let { below, offset } = stretch;
  let largest = Number.POSITIVE_INFINITY;
  let back = overlapRows;
  let doubts = 0;
  let pages = 0;

  const ended = (isDone: boolean, failure: ApiFailure | null = null): StretchReading => ({
    rest: isDone ? null : { ...stretch, below, offset },
    pages,
    failure,
  });
  /** Rows of one second come in any order: only a page that begins above that second has all that follow. */
  const mayHaveGap = (tasks: readonly Task[], { start }: ListWindow): boolean =>
    below !== null && start > 0 && Math.max(...tasks.map(updatedAt)) <= below;

  while (pages < pagesAtMost) {
    const size = Math.min(sizes[pages] ?? sizes.at(-1) ?? smallestPage, largest);
    const overlap = Math.min(back, Math.ceil((size * back) / (4 * overlapRows)));
    const window = windowAt(below === null ? 0 : Math.max(0, offset - overlap), size);
    const reply = await recentTasks(window.page, window.perPage);
    pages += 1;
    if (!reply.ok) return ended(false, reply.failure);
    const { tasks, isLast } = reply.value;
    if (mayHaveGap(tasks, window) && back < furthestBack && doubts < doubtsAtMost) {
      doubts += 1;
      back *= 4;
      continue;
    }
    back = overlapRows;
    if (!isLast && tasks.length < window.perPage) largest = Math.max(tasks.length, smallestPage);
    const goesOn = onRows(tasks);
    const oldest = Math.min(...tasks.map(updatedAt));
    if (isLast || oldest < floor) return ended(true);
    if (tasks.length > 0) below = Math.min(below ?? oldest, oldest);
    // A page with rows missing ends where its rows end, unless that would be no step on.
    const end = window.start + tasks.length;
    offset = end > offset || tasks.length === window.perPage ? end : window.start + window.perPage;
    if (!goesOn) return ended(false);
  }
  return ended(false);
};
