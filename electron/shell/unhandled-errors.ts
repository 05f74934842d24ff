import type { Log } from '../core/log.ts';

type ErrorEvents = Pick<NodeJS.Process, 'on' | 'off'>;

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Writes bugs to the log and goes on: Electron would put up a dialog with a stack, and an app in the tray must not die of one. */
export const logUnhandledErrors = (process: ErrorEvents, log: Log): { dispose(): void } => {
  const onException = (error: unknown): void => log.error(`Unhandled error: ${describe(error)}`);
  const onRejection = (reason: unknown): void => log.error(`Unhandled rejection: ${describe(reason)}`);
  process.on('uncaughtException', onException);
  process.on('unhandledRejection', onRejection);
  return {
    dispose: () => {
      process.off('uncaughtException', onException);
      process.off('unhandledRejection', onRejection);
    },
  };
};
