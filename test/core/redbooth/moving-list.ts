import { fail, succeed } from '../../../electron/contract/index.ts';
import type { ApiFailure, RedboothClient } from '../../../electron/core/redbooth/client-port.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { aTask } from '../../fakes/task.ts';

/** What a server does to a list. */
export type ListManners = {
  /** Whether a page says that it is the last; else a short page does. */
  readonly hasHeaders: boolean;
  /** More rows than this are never in one page. */
  readonly largestPage: number;
  /** Whether rows of one second come in the same order each time. */
  readonly hasStableTies: boolean;
};

export type MovingList = {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly recentTasks: RedboothClient['recentTasks'];
  /** How many pages were asked for. */
  requests(): number;
  put(id: number, updatedAt: number): void;
  /** Updates the task at this place of the list, at this moment. */
  touch(place: number, at: number): void;
  /** Takes so many tasks out of the list, from this place on. */
  remove(place: number, count: number): void;
  /** Leaves a comment that renews no time. */
  comment(id: number): void;
  /** Does something before each page is made up; throws away the last such wish. */
  beforePage(act: (request: number) => void): void;
  failAt(request: number | null, failure?: ApiFailure): void;
};

/** The list of tasks as a server pages it: by offset, newest first, and anew for each page. */
export const createMovingList = ({ hasHeaders, largestPage, hasStableTies }: ListManners): MovingList => {
  const tasks = new Map<string, Task>();
  let requests = 0;
  let act: (request: number) => void = () => undefined;
  let failing: number | null = null;
  let failure: ApiFailure = { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 };

  const order = (): readonly Task[] => {
    const sign = hasStableTies || requests % 2 === 0 ? 1 : -1;
    return [...tasks.values()].sort((a, b) => b.updatedAt - a.updatedAt || sign * (Number(b.id) - Number(a.id)));
  };

  return {
    tasks,
    recentTasks: async (page, perPage) => {
      act(requests);
      requests += 1;
      if (requests === failing) return fail(failure);
      const size = Math.min(perPage, largestPage);
      const all = order();
      const shown = all.slice((page - 1) * size, page * size);
      const isLast = shown.length === 0 || (hasHeaders ? page * size >= all.length : shown.length < size);
      return succeed({ tasks: shown, isLast });
    },
    requests: () => requests,
    put: (id, updatedAt) => void tasks.set(String(id), aTask({ id: String(id), createdAt: 0, updatedAt })),
    touch: (place, at) => {
      const all = order();
      const task = all[place % Math.max(1, all.length)];
      if (task) tasks.set(task.id, { ...task, name: `${task.name}.`, updatedAt: at });
    },
    remove: (place, count) => {
      const all = order();
      const from = place % Math.max(1, all.length);
      for (const { id } of all.slice(from, from + count)) tasks.delete(id);
    },
    comment: (id) => {
      const task = tasks.get(String(id));
      if (task) tasks.set(task.id, { ...task, commentsCount: task.commentsCount + 1 });
    },
    beforePage: (next) => {
      act = next;
    },
    failAt: (request, how = failure) => {
      failing = request;
      failure = how;
    },
  };
};
