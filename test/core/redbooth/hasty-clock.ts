import type { Clock } from '../../../electron/core/clock.ts';
import { exchangeTimeout } from '../../../electron/core/redbooth/exchange.ts';

/** A clock for talks with a real server: every wait passes at once and is noted, and no exchange ever times out. */
export const createHastyClock = (): Clock & { readonly waits: readonly number[]; advance(delay: number): void } => {
  let now = Date.UTC(2026, 10, 23, 9, 0, 0);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    advance: (delay) => {
      now += delay;
    },
    schedule: (delay, task) => {
      if (delay === exchangeTimeout) return () => undefined;
      waits.push(delay);
      const handle = setImmediate(() => {
        now += delay;
        task();
      });
      return () => clearImmediate(handle);
    },
  };
};
