import type { Clock } from '../core/clock.ts';

/** Slows down who guesses: after `most` failures within `window` ms, no attempt is allowed until that window is over. */
export type AttemptLimit = {
  /** Milliseconds to wait before the next attempt; 0 when it is allowed now. */
  wait(): number;
  failed(): void;
};

export const createAttemptLimit = ({
  clock,
  most,
  window,
}: {
  clock: Clock;
  most: number;
  window: number;
}): AttemptLimit => {
  let started = 0;
  let failures = 0;
  const elapsed = (): number => clock.now() - started;
  // A clock that was set back would otherwise lock everyone out for as long.
  const isOver = (): boolean => elapsed() >= window || elapsed() < 0;
  return {
    wait: () => (failures < most || isOver() ? 0 : window - elapsed()),
    failed: () => {
      if (failures === 0 || isOver()) {
        started = clock.now();
        failures = 0;
      }
      failures += 1;
    },
  };
};
