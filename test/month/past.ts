import type { Task } from '../../electron/simulator/entities.ts';
import type { Moment } from './chronicle.ts';
import type { Played } from './play.ts';

/** How long (ms awake) it may take until an app that hears of nothing by hook has looked at every task: one catch-up, and its reads. */
const patience = 20 * 60_000;
/** The reads of one look, which wait their turn (ms). */
export const lookTime = 15 * 60_000;

/** What can be said of the past of the tasks without asking how the app works. */
export type Past = {
  of(taskId: string): readonly Moment[];
  /** As it was at a time; undefined before it was made. */
  at(taskId: string, time: number): Moment | undefined;
  /** All forms that a task had in a span, the one at its start included. */
  during(taskId: string, from: number, until: number): readonly Moment[];
  /** By when something that happened then must have been noticed, if it can still be seen. */
  noticedBy(time: number): number;
  /** What happened before this had been noticed by `time` for certain. */
  certainBefore(time: number): number;
  /** From when on the app must have had a look at a task, so that it can tell what changed; null for never. */
  knownFrom(taskId: string): number | null;
  /** The last time up to `time` at which the task could be seen; `time` itself where it never could. */
  lastVisible(taskId: string, time: number): number;
  /** Whether the task could be seen from `from` until whatever happened then must have been noticed. */
  staysVisible(taskId: string, from: number): boolean;
};

/** Reads the chronicle of a month. */
export const createPast = ({ chronicle, start, sleeps, truth }: Played): Past => {
  const of: Past['of'] = (taskId) => chronicle.moments.get(taskId) ?? [];
  const during: Past['during'] = (taskId, from, until) => {
    const all = of(taskId);
    return all.filter(({ at }, index) => at <= until && (all[index + 1]?.at ?? Number.POSITIVE_INFINITY) > from);
  };
  const noticedBy: Past['noticedBy'] = (time) => {
    let left = patience;
    let from = time;
    for (const sleep of sleeps) {
      if (sleep.until <= from) continue;
      const awake = Math.max(0, sleep.from - from);
      if (awake >= left) break;
      left -= awake;
      from = sleep.until;
    }
    return from + left;
  };
  const certainBefore: Past['certainBefore'] = (time) => {
    let left = patience;
    let until = time;
    for (const sleep of sleeps.toReversed()) {
      if (sleep.from >= until) continue;
      const awake = Math.max(0, until - sleep.until);
      if (awake >= left) break;
      left -= awake;
      until = Math.min(until, sleep.from);
    }
    return until - left;
  };
  const staysVisible: Past['staysVisible'] = (taskId, from) => {
    const span = during(taskId, from, noticedBy(from));
    return span.length > 0 && span.every(({ isVisible }) => isVisible);
  };
  const knownFrom = (taskId: string): number | null => {
    const [first] = of(taskId);
    if (first === undefined) return null;
    if (first.at < start && first.isVisible) return first.at;
    if (first.at >= start && staysVisible(taskId, first.at)) return first.at;
    // Later only what is done to it gives the app a reason to look.
    const touched = truth.find((each) => each.taskId === taskId && each.at > first.at && staysVisible(taskId, each.at));
    return touched === undefined ? null : noticedBy(touched.at);
  };
  const known = new Map<string, number | null>();
  return {
    of,
    during,
    at: (taskId, time) => during(taskId, time, time)[0],
    noticedBy,
    certainBefore,
    knownFrom: (taskId) => {
      const kept = known.get(taskId);
      if (kept !== undefined) return kept;
      const found = knownFrom(taskId);
      known.set(taskId, found);
      return found;
    },
    lastVisible: (taskId, time) => {
      const before = of(taskId).filter(({ at }) => at <= time);
      if (before.at(-1)?.isVisible === true) return time;
      return before.filter(({ isVisible }) => isVisible).at(-1)?.at ?? time;
    },
    staysVisible,
  };
};

/** Redbooth's times are whole seconds. */
export const wholeSecond = (time: number): number => time - (time % 1_000);

/** The user who has a task; a person stands for one user in one project. */
export const assigneeOf = ({ chronicle }: Played, task: Task): string | null =>
  userOfPerson({ chronicle }, task.assignedPersonId);

export const userOfPerson = ({ chronicle }: Pick<Played, 'chronicle'>, personId: string | null): string | null =>
  personId === null ? null : (chronicle.people.get(personId)?.[0]?.userId ?? null);
