import { fail, succeed } from '../../contract/index.ts';
import type { Log } from '../../core/log.ts';
import type { InstallDownload } from './electron-updater.ts';
import { replaceAppImage } from './replace-app-image.ts';

/** Ends the app in order and calls `last` when everything of its is closed; `last` must see to it that the process ends. */
export type Restart = (last: (exit: () => void) => void) => void;

export type AppImagePorts = {
  /** APPIMAGE: the file that was started. */
  readonly appImage: string;
  /** Starts the new one, once nothing of this one is left that it could meet. */
  readonly start: (appImage: string) => Promise<void>;
  readonly restart: Restart;
  readonly log: Log;
};

/** On Linux: replaces the AppImage while the app still runs, so that what fails leaves it running; then starts the new one. */
export const installAppImage =
  ({ appImage, start, restart, log }: AppImagePorts): InstallDownload =>
  async ({ file, checksums }) => {
    try {
      if ((await replaceAppImage(file, appImage, checksums)) === 'damaged') return fail('update-damaged');
    } catch (error) {
      log.error(`The new version could not take the place of this one: ${String(error)}`);
      return fail('update-not-installed');
    }
    restart((exit) => {
      start(appImage)
        .catch((error: unknown) => log.error(`The new version could not be started: ${String(error)}`))
        .finally(exit);
    });
    return succeed(null);
  };

/** The part of Electron’s own `autoUpdater`, which is Squirrel.Mac, that is used. */
export type Squirrel = {
  once(event: 'update-downloaded' | 'error', listener: (error?: unknown) => void): unknown;
  checkForUpdates(): void;
};

export type InstallerPorts = {
  /** electron-updater’s last step: it starts the installer and quits. */
  readonly quitAndInstall: () => void;
  /** Is told when that step failed, after the app has ended all it did. */
  readonly onError: (listener: () => void) => void;
  /** Starts the app as it was, once this process has ended. */
  readonly relaunch: () => void;
  /** On macOS. It takes the download over and proves its signature before the app gives way to it. */
  readonly squirrel: Squirrel | null;
  readonly restart: Restart;
  readonly log: Log;
};

const takenOver = (squirrel: Squirrel): Promise<void> =>
  new Promise((resolve, reject) => {
    squirrel.once('update-downloaded', () => resolve());
    squirrel.once('error', (error) => reject(error instanceof Error ? error : new Error(String(error))));
    squirrel.checkForUpdates();
  });

/** On Windows and macOS: an installer replaces the app once it has ended, and starts the new one. */
export const installByInstaller =
  ({ quitAndInstall, onError, relaunch, squirrel, restart, log }: InstallerPorts): InstallDownload =>
  async () => {
    try {
      if (squirrel !== null) await takenOver(squirrel);
    } catch (error) {
      log.error(`macOS did not take the new version: ${String(error)}`);
      return fail('update-not-installed');
    }
    restart((exit) => {
      onError(() => {
        relaunch();
        exit();
      });
      quitAndInstall();
    });
    return succeed(null);
  };
