import type { Clock } from '../clock.ts';
import { longestWaiting } from './retry.ts';
import { type Priority, createTurnQueue } from './turn-queue.ts';

/** What came of waiting for a turn. `resting`: nobody gets one for another `left` ms, too long to wait for. */
export type Turn =
  { readonly kind: 'turn' } | { readonly kind: 'closed' } | { readonly kind: 'resting'; readonly left: number };

/** Lets requests through at a bounded rate, the more urgent first. All that go to one Redbooth share one limiter. */
export type Limiter = {
  /**
   * Settles when it is the caller’s turn. `closed` when `signal` aborted first or the limiter was disposed; `resting` as
   * soon as there is a rest of more than 20 s.
   */
  take(signal: AbortSignal, priority: Priority): Promise<Turn>;
  /** Lets nobody through for so many ms, and then one by one, without a burst. A longer rest that is on stays. */
  rest(milliseconds: number): void;
  /** For how long nobody gets a turn, in ms; 0 while there is no rest. */
  restLeft(): number;
  /** Turns away all who wait and all who come later. */
  dispose(): void;
};

type Waiting = { readonly signal: AbortSignal; readonly onAbort: () => void; readonly settle: (turn: Turn) => void };

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
  const queue = createTurnQueue<Waiting>();
  let turns = burst;
  let countedAt = clock.now();
  let restEnd = Number.NEGATIVE_INFINITY;
  let restLength = 0;
  let cancelTimer: (() => void) | null = null;
  let isDisposed = false;

  const restUntil = (end: number): void => {
    restEnd = end;
    countedAt = end;
  };

  const restLeft = (): number => {
    // The wall clock may jump back: no rest gets longer by that.
    if (restEnd - clock.now() > restLength) restUntil(clock.now() + restLength);
    return Math.max(0, restEnd - clock.now());
  };

  const refill = (): void => {
    const now = clock.now();
    // Back again: then nothing is gained, and counting goes on from there.
    turns = Math.min(burst, turns + (Math.max(0, now - countedAt) / 1000) * rate);
    countedAt = now;
  };

  const takeTurn = (): boolean => {
    if (restLeft() > 0) return false;
    refill();
    // A sum of fractions may miss the whole number by a hair.
    if (turns < 1 - 1e-6) return false;
    turns -= 1;
    return true;
  };

  const leave = (waiting: Waiting, turn: Turn): void => {
    waiting.signal.removeEventListener('abort', waiting.onAbort);
    waiting.settle(turn);
  };

  const stopTimer = (): void => {
    cancelTimer?.();
    cancelTimer = null;
  };

  const serve = (): void => {
    stopTimer();
    while (!queue.isEmpty() && takeTurn()) {
      const next = queue.next();
      if (next) leave(next, { kind: 'turn' });
    }
    if (queue.isEmpty()) return;
    const untilWhole = Math.ceil(((1 - turns) / rate) * 1000);
    cancelTimer = clock.schedule(Math.max(1, restLeft() + untilWhole), serve);
  };

  return {
    take: (signal, priority) =>
      new Promise((resolve) => {
        if (isDisposed || signal.aborted) {
          resolve({ kind: 'closed' });
          return;
        }
        const left = restLeft();
        if (left > longestWaiting) {
          resolve({ kind: 'resting', left });
          return;
        }
        if (queue.isEmpty() && takeTurn()) {
          resolve({ kind: 'turn' });
          return;
        }
        const waiting: Waiting = {
          signal,
          settle: resolve,
          onAbort: () => {
            queue.remove(waiting);
            if (queue.isEmpty()) stopTimer();
            leave(waiting, { kind: 'closed' });
          },
        };
        signal.addEventListener('abort', waiting.onAbort, { once: true });
        queue.add(priority, waiting);
        if (!cancelTimer) serve();
      }),
    rest: (milliseconds) => {
      if (isDisposed || milliseconds <= restLeft()) return;
      if (restLeft() === 0) refill();
      turns = Math.min(1, turns + (milliseconds / 1000) * rate);
      restLength = milliseconds;
      restUntil(clock.now() + milliseconds);
      if (milliseconds <= longestWaiting) return;
      stopTimer();
      for (const waiting of queue.clear()) leave(waiting, { kind: 'resting', left: milliseconds });
    },
    restLeft,
    dispose: () => {
      isDisposed = true;
      stopTimer();
      for (const waiting of queue.clear()) leave(waiting, { kind: 'closed' });
    },
  };
};
