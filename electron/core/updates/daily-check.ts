import type { Clock } from '../clock.ts';

export type DailyCheckPorts = {
  readonly clock: Clock;
  readonly random: () => number;
  /** When it was last checked, in ms since 1970; null when it never was. */
  readonly lastAt: () => number | null;
  readonly isOn: () => boolean;
  readonly check: () => void;
};

/** Checks once a day, soon after a start that missed its day. */
export type DailyCheck = {
  /** `isDue`: whether it checks soon though it is not a day since. */
  start(isDue: boolean): void;
  dispose(): void;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The start has better to do. */
const afterStart = minute;

/** Makes the daily check; nothing happens before `start`. */
export const createDailyCheck = ({ clock, random, lastAt, isOn, check }: DailyCheckPorts): DailyCheck => {
  let cancel = (): void => undefined;
  // Not all copies of the app ask in the same minute.
  const jitter = random() * hour;
  const isDayGone = (): boolean => {
    const last = lastAt();
    const now = clock.now();
    return last === null || now - last >= day + jitter || last > now;
  };
  const look = (isDue: boolean): void => {
    if (isOn() && (isDue || isDayGone())) check();
    // A timer over a whole day would not notice that the machine slept or its clock was set.
    cancel = clock.schedule(hour, () => look(false));
  };
  return {
    start: (isDue) => {
      cancel();
      cancel = clock.schedule(afterStart, () => look(isDue));
    },
    dispose: () => cancel(),
  };
};
