import type { Clock } from '../clock.ts';

/** A limit on something that takes a signal. */
export type Deadline = {
  /** Aborts when the time is over or the parent aborts. */
  readonly signal: AbortSignal;
  /** Settles with `signal`, for work that does not heed signals. */
  readonly over: Promise<void>;
  /** Must be called when the work is done. */
  dispose(): void;
};

/** Starts a limit of `delay` milliseconds that also ends with `parent`. (`AbortSignal.any` is too new for Node 16.) */
export const createDeadline = (clock: Clock, delay: number, parent: AbortSignal): Deadline => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const over = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const cancel = clock.schedule(delay, abort);
  parent.addEventListener('abort', abort, { once: true });
  if (parent.aborted) abort();
  return {
    signal: controller.signal,
    over,
    dispose: () => {
      cancel();
      parent.removeEventListener('abort', abort);
    },
  };
};
