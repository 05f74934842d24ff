import type { Clock } from '../../electron/core/clock.ts';

export type FakeClock = Clock & {
  /** Lets `milliseconds` pass: runs what is due in order, and lets promises settle after each. */
  advance(milliseconds: number): Promise<void>;
  /** How many tasks wait. */
  waiting(): number;
};

/** A clock that stands still until a test lets time pass. */
export const createFakeClock = (start = Date.UTC(2026, 10, 23, 9, 0, 0)): FakeClock => {
  let now = start;
  let next = 0;
  const tasks = new Map<number, { at: number; task: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return {
    now: () => now,
    schedule: (delay, task) => {
      const id = next++;
      tasks.set(id, { at: now + Math.max(0, delay), task });
      return () => void tasks.delete(id);
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const due = [...tasks].filter(([, { at }]) => at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (!due) break;
        const [id, { at, task }] = due;
        tasks.delete(id);
        now = Math.max(now, at);
        task();
        await settle();
      }
      now = end;
      await settle();
    },
    waiting: () => tasks.size,
  };
};
