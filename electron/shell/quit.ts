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
  /** What has to end before the process does. Asked to quit before it holds anything, the app ends at once. */
  holds(dispose: () => Promise<void>): void;
};

/** Finishing a write takes milliseconds; what takes longer hangs, and everything acknowledged is on disk already. */
const disposeLimit = 5_000;

/** Ends the app in order and with exit code 0, once. */
export const createQuit = ({ app, process, exit, clock, onTrouble }: QuitPorts): Quit => {
  let isQuitting = false;
  let held: () => Promise<void> = async () => undefined;
  const request = (): void => {
    if (isQuitting) return;
    isQuitting = true;
    const cancelLimit = clock.schedule(disposeLimit, () => {
      onTrouble('Stopping took too long and was cut short.');
      exit(0);
    });
    const finish = (): void => {
      cancelLimit();
      exit(0);
    };
    held().then(finish, (error: unknown) => {
      onTrouble(`Stopping failed: ${String(error)}`);
      finish();
    });
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    request();
  });
  process.on('SIGTERM', request);
  process.on('SIGINT', request);
  return {
    request,
    holds: (dispose) => {
      held = dispose;
    },
  };
};
