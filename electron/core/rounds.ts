import type { Clock } from './clock.ts';

/** When to catch up: at start, after wake, when the tunnel comes up, and at intervals. */
export type Rounds = {
  start(): void;
  now(): void;
  disconnected(): void;
  /** The tunnel is up. Call again at every proof of it, some 45 s apart. */
  connected(): void;
  /** The interval is another one now: it counts from the last round. */
  intervalChanged(): void;
  dispose(): void;
};

const retryAfter = 60_000;
const longestGap = 3 * 60_000;

/** Runs `run` at these moments, never twice at once: a moment that comes while it runs has it run once more. `run` must not reject. */
export const createRounds = ({
  clock,
  interval,
  run,
}: {
  readonly clock: Clock;
  /** In ms, asked when a round has begun; 0 for none on a schedule. */
  readonly interval: () => number;
  /** Whether it came to its end; if not, it is run again after a minute. Must not reject. */
  readonly run: () => Promise<boolean>;
}): Rounds => {
  let cancel = (): void => undefined;
  let lastAt: number | null = null;
  let isConnected = false;
  let connectedAt = 0;
  let isRunning = false;
  let isDueAgain = false;
  let isDisposed = false;

  const scheduleNext = (): void => {
    cancel();
    const wait = interval();
    const gone = lastAt === null ? 0 : Math.max(0, clock.now() - lastAt);
    cancel = wait > 0 ? clock.schedule(Math.max(0, wait - gone), round) : () => undefined;
  };

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
    lastAt = clock.now();
    isRunning = true;
    void finish();
    scheduleNext();
  };
  return {
    start: round,
    now: round,
    disconnected: () => {
      isConnected = false;
    },
    connected: () => {
      // The proof is repeated every 45 s; only coming up is a reason to look, or a gap: the machine slept.
      const gap = clock.now() - connectedAt;
      connectedAt = clock.now();
      if (isConnected && gap <= longestGap) return;
      isConnected = true;
      round();
    },
    intervalChanged: () => {
      if (lastAt !== null && !isDisposed) scheduleNext();
    },
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
};
