import type { Clock } from '../clock.ts';

/** Lets requests through at a bounded rate, first come first served. */
export type Limiter = {
  /** Resolves with true when it is the caller's turn; false when `signal` aborted first or the limiter was disposed. */
  take(signal: AbortSignal): Promise<boolean>;
  /** Turns away all who wait and all who come later. */
  dispose(): void;
};

type Waiting = { readonly signal: AbortSignal; readonly onAbort: () => void; readonly settle: (turn: boolean) => void };

/**
 * A token bucket: `rate` turns a second sustained, `burst` at once after a quiet time. Redbooth's own numbers are not
 * published; 1 a second is what a client in live use settled on (redbooth-api, rate limit).
 */
export const createLimiter = (options: {
  readonly clock: Clock;
  readonly rate: number;
  readonly burst: number;
}): Limiter => {
  const { clock, rate, burst } = options;
  const queue: Waiting[] = [];
  let turns = burst;
  let countedAt = clock.now();
  let cancelTimer: (() => void) | null = null;
  let isDisposed = false;

  const refill = (): void => {
    const now = clock.now();
    // The wall clock may jump back: then nothing is gained, and counting goes on from there.
    turns = Math.min(burst, turns + (Math.max(0, now - countedAt) / 1000) * rate);
    countedAt = now;
  };

  const takeTurn = (): boolean => {
    refill();
    // A sum of fractions may miss the whole number by a hair.
    if (turns < 1 - 1e-6) return false;
    turns -= 1;
    return true;
  };

  const leave = (waiting: Waiting, turn: boolean): void => {
    waiting.signal.removeEventListener('abort', waiting.onAbort);
    waiting.settle(turn);
  };

  const stopTimer = (): void => {
    cancelTimer?.();
    cancelTimer = null;
  };

  const serve = (): void => {
    stopTimer();
    while (queue[0] && takeTurn()) {
      const first = queue.shift();
      if (first) leave(first, true);
    }
    if (queue.length > 0) cancelTimer = clock.schedule(Math.max(1, Math.ceil(((1 - turns) / rate) * 1000)), serve);
  };

  return {
    take: (signal) =>
      new Promise((resolve) => {
        if (isDisposed || signal.aborted) {
          resolve(false);
          return;
        }
        if (queue.length === 0 && takeTurn()) {
          resolve(true);
          return;
        }
        const waiting: Waiting = {
          signal,
          settle: resolve,
          onAbort: () => {
            const place = queue.indexOf(waiting);
            if (place >= 0) queue.splice(place, 1);
            if (queue.length === 0) stopTimer();
            leave(waiting, false);
          },
        };
        signal.addEventListener('abort', waiting.onAbort, { once: true });
        queue.push(waiting);
        if (!cancelTimer) serve();
      }),
    dispose: () => {
      isDisposed = true;
      stopTimer();
      for (const waiting of queue.splice(0)) leave(waiting, false);
    },
  };
};
