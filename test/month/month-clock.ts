import type { Clock } from '../../electron/core/clock.ts';

/** Time for two: Redbooth's, which never stops, and the machine's own, whose timers stand still while it sleeps. */
export type MonthClock = {
  readonly world: Clock;
  readonly machine: Clock;
  isAsleep(): boolean;
  setAsleep(isAsleep: boolean): void;
  /** Runs what is due up to a moment (ms), in order, and lets everything come to rest after each. */
  runUntil(at: number): Promise<void>;
};

type Timer = { readonly at: number; readonly order: number; readonly isOfMachine: boolean; readonly task: () => void };

const mostAtOnce = 10_000;

/** A clock that stands still until it is told to run. `rest` waits until nothing goes on without time passing. */
export const createMonthClock = (start: number, rest: () => Promise<void>): MonthClock => {
  const timers = new Set<Timer>();
  let now = start;
  let order = 0;
  let isAsleep = false;

  const clockOf = (isOfMachine: boolean): Clock => ({
    now: () => now,
    schedule: (delay, task) => {
      order += 1;
      const timer: Timer = { at: now + Math.max(0, delay), order, isOfMachine, task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });

  const due = (until: number): Timer | null => {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (timer.at > until || (isAsleep && timer.isOfMachine)) continue;
      if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer;
    }
    return first;
  };

  return {
    world: clockOf(false),
    machine: clockOf(true),
    isAsleep: () => isAsleep,
    setAsleep: (asleep) => {
      isAsleep = asleep;
    },
    runUntil: async (until) => {
      await rest();
      let atOnce = 0;
      for (let timer = due(until); timer !== null; timer = due(until)) {
        timers.delete(timer);
        atOnce = timer.at > now ? 0 : atOnce + 1;
        if (atOnce > mostAtOnce) throw new Error('something sets timers over and over without any time passing');
        now = Math.max(now, timer.at);
        timer.task();
        await rest();
      }
      now = Math.max(now, until);
      await rest();
    },
  };
};
