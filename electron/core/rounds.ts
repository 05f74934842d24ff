import type { Clock } from './clock.ts';

/** When to catch up: at start, after wake, when the tunnel is back, and every `interval` ms (0: not on a schedule). */
export type Rounds = {
  start(): void;
  now(): void;
  disconnected(): void;
  reconnected(): void;
  dispose(): void;
};

/** Runs `run` at these moments, never twice at once: a moment that comes while it runs has it run once more. `run` must not reject. */
export const createRounds = ({
  clock,
  interval,
  run,
}: {
  readonly clock: Clock;
  readonly interval: number;
  readonly run: () => Promise<void>;
}): Rounds => {
  let cancel = (): void => undefined;
  let wasConnected = false;
  let isMissing = false;
  let isRunning = false;
  let isDueAgain = false;
  let isDisposed = false;

  const round = (): void => {
    if (isDisposed) return;
    if (isRunning) {
      // What is read already may be older than this moment.
      isDueAgain = true;
      return;
    }
    cancel();
    cancel = interval > 0 ? clock.schedule(interval, round) : () => undefined;
    isRunning = true;
    void run().finally(() => {
      isRunning = false;
      if (!isDueAgain) return;
      isDueAgain = false;
      round();
    });
  };
  return {
    start: round,
    now: round,
    disconnected: () => {
      isMissing = wasConnected;
    },
    reconnected: () => {
      wasConnected = true;
      // The proof is repeated every 45 s; only coming back from trouble is a reason to look.
      if (!isMissing) return;
      isMissing = false;
      round();
    },
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
};
