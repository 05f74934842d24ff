import { join } from 'node:path';

export const alreadyRunning = 'Redbooth Notifier is already running with this data directory; its window was opened.';

/** The part of Electron’s `app` that is used. */
export type InstanceApp = {
  setPath(name: 'userData' | 'sessionData', path: string): void;
  requestSingleInstanceLock(): boolean;
  on(event: 'second-instance', listener: (event: unknown, commandLine: readonly string[]) => void): unknown;
};

/**
 * Makes this the only desktop app on a data directory; false when another is, which then calls its `onSecond` with the
 * command line of the second: only a link in it may be looked at. Call it before the app is ready and before anything is
 * read or written there.
 */
export const takeSingleInstance = (
  app: InstanceApp,
  dataDirectory: string,
  onSecond: (commandLine: readonly string[]) => void,
): boolean => {
  // Electron keys its lock by this path; what Chromium itself keeps goes into a folder of its own.
  app.setPath('userData', dataDirectory);
  app.setPath('sessionData', join(dataDirectory, 'chromium'));
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, commandLine) => onSecond(commandLine));
  return true;
};
