import type { Clock } from './clock.ts';

/** When to catch up: at start, after wake, when the tunnel comes up, and every `interval` ms (0: not on a schedule). */
export type Rounds = {
  start(): void;
  now(): void;
  disconnected(): void;
  connected(): void;
  dispose(): void;
};

const retryAfter = 60_000;

/** Runs `run` at these moments, never twice at once: a moment that comes while it runs has it run once more. `run` must not reject. */
export const createRounds = ({
  clock,
  interval,
  run,
}: {
  readonly clock: Clock;
  readonly interval: number;
  /** Whether it came to its end; if not, it is run again after a minute. Must not reject. */
  readonly run: () => Promise<boolean>;
}): Rounds => {
  let cancel = (): void => undefined;
  let isConnected = false;
  let isRunning = false;
  let isDueAgain = false;
  let isDisposed = false;

  const finish = async (): Promise<void> => {
    const isDone = await run();
    isRunning = false;
    if (isDueAgain) {
      isDueAgain = false;
      round();
    } else if (!isDone && !isDisposed) {
      cancel();
      cancel = clock.schedule(retryAfter, round);
    }
  };

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
    void finish();
  };
  return {
    start: round,
    now: round,
    disconnected: () => {
      isConnected = false;
    },
    connected: () => {
      // The proof is repeated every 45 s; only coming up is a reason to look.
      if (isConnected) return;
      isConnected = true;
      round();
    },
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
};
