import type { Clock } from '../clock.ts';

const tick = 10_000;
const sleptGap = 25_000;

/**
 * Notices that the machine slept, where the system does not say so: timers stand still in sleep, the wall clock does
 * not. Calls `onSlept` when a tick of 10 s took more than 25 s. A clock set by hand looks the same, and costs one proof.
 */
export const createDriftWatch = (clock: Clock, onSlept: () => void): { dispose(): void } => {
  let cancel = (): void => {};
  const watch = (): void => {
    const before = clock.now();
    cancel = clock.schedule(tick, () => {
      watch();
      if (clock.now() - before > sleptGap) onSlept();
    });
  };
  watch();
  return { dispose: () => cancel() };
};
