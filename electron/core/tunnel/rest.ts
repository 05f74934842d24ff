import type { Clock } from '../clock.ts';

/** Waiting that can be cut short from outside. One at a time. */
export type Rest = {
  /** Resolves after `delay` ms, when interrupted, or when `signal` aborts. */
  rest(delay: number, signal: AbortSignal): Promise<void>;
  /** Ends the rest at hand; without one, the next is skipped. */
  interrupt(): void;
  /** Takes an interruption back that no rest has used up: what it asked for is being done anyway. */
  forget(): void;
};

/** Makes a rest; whoever rests ends it by the signal, so there is nothing to dispose of. */
export const createRest = (clock: Clock): Rest => {
  let end: (() => void) | null = null;
  let skipNext = false;
  return {
    rest: (delay, signal) =>
      new Promise((resolve) => {
        if (skipNext || signal.aborted) {
          skipNext = false;
          resolve();
          return;
        }
        const finish = (): void => {
          cancel();
          signal.removeEventListener('abort', finish);
          end = null;
          resolve();
        };
        const cancel = clock.schedule(delay, finish);
        signal.addEventListener('abort', finish, { once: true });
        end = finish;
      }),
    interrupt: () => {
      if (end) end();
      else skipNext = true;
    },
    forget: () => {
      skipNext = false;
    },
  };
};
