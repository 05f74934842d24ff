/** Time as the core sees it, so that tests can turn it by hand. */
export type Clock = {
  /** Wall-clock time in milliseconds since 1970; it may jump, also back. */
  now(): number;
  /** Runs `task` once after `delay` milliseconds, unless the returned function is called before. */
  schedule(delay: number, task: () => void): () => void;
};

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `delay` milliseconds of `clock`; false when `signal` aborted first. */
export const pause = (clock: Clock, delay: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const onAbort = (): void => {
      cancel();
      resolve(false);
    };
    const cancel = clock.schedule(delay, () => {
      signal.removeEventListener('abort', onAbort);
      resolve(true);
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
