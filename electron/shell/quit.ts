import type { Clock } from '../core/clock.ts';

export type QuitPorts = {
  readonly app: {
    on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  };
  readonly process: { on(event: 'SIGTERM' | 'SIGINT', listener: () => void): unknown };
  readonly exit: (exitCode: number) => void;
  readonly clock: Clock;
  readonly onTrouble: (message: string) => void;
};

/** The one way out of the app, whoever asks: the user, the system, or a signal. */
export type Quit = {
  request(): void;
  /**
   * The same, but `last` is called in place of the end: it starts what comes after this process, and sees to it that this one
   * ends. Does nothing once the app is quitting.
   */
  restart(last: (exit: () => void) => void): void;
  /** What has to end before the process does. Asked to quit before it holds anything, the app ends at once. */
  holds(dispose: () => Promise<void>): void;
};

/** Finishing a write takes milliseconds; what takes longer hangs, and everything acknowledged is on disk already. */
const disposeLimit = 5_000;
/** An installer that takes the app’s place ends it sooner. */
const handOverLimit = 15_000;

/** Ends the app in order and with exit code 0, once. */
export const createQuit = ({ app, process, exit, clock, onTrouble }: QuitPorts): Quit => {
  let isQuitting = false;
  let held: () => Promise<void> = async () => undefined;
  let isHandedOver = false;
  const end = (last: ((exit: () => void) => void) | null): void => {
    if (last === null) return exit(0);
    if (isHandedOver) return;
    isHandedOver = true;
    clock.schedule(handOverLimit, () => exit(0));
    last(() => exit(0));
  };
  const quit = (last: ((exit: () => void) => void) | null): void => {
    if (isQuitting) return;
    isQuitting = true;
    const cancelLimit = clock.schedule(disposeLimit, () => {
      onTrouble('Stopping took too long and was cut short.');
      end(last);
    });
    const finish = (): void => {
      cancelLimit();
      end(last);
    };
    held().then(finish, (error: unknown) => {
      onTrouble(`Stopping failed: ${String(error)}`);
      finish();
    });
  };
  const request = (): void => quit(null);
  app.on('before-quit', (event) => {
    // Nothing is left that has to end first.
    if (isHandedOver) return;
    event.preventDefault();
    request();
  });
  process.on('SIGTERM', request);
  process.on('SIGINT', request);
  return {
    request,
    restart: quit,
    holds: (dispose) => {
      held = dispose;
    },
  };
};
