import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../core/log.ts';
import { linkScheme } from './app-link.ts';
import { appName } from './app-identity.ts';
import { writeDesktopEntry, writeExec } from './login/desktop-entry.ts';

export type LinkRegistrationPorts = {
  readonly app: { setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean };
  readonly platform: NodeJS.Platform;
  /** Only an installed app takes links: a checkout would take them from it. */
  readonly isPackaged: boolean;
  readonly executable: string;
  /** APPIMAGE: no installer has told the desktop of this app. */
  readonly appImage: string | undefined;
  /** The user’s data directory, XDG_DATA_HOME. */
  readonly dataHome: string;
  readonly log: Log;
};

/** Tells the desktop of an AppImage; the entry is passed over once the file is gone (TryExec). */
const writeAppImageEntry = (appImage: string, dataHome: string): void => {
  const folder = join(dataHome, 'applications');
  const path = join(folder, 'redbooth-notifier.desktop');
  const text = writeDesktopEntry({
    Type: 'Application',
    Name: appName,
    TryExec: appImage,
    Exec: `${writeExec([appImage])} -- %u`,
    Icon: 'redbooth-notifier',
    Terminal: 'false',
    Categories: 'Office;',
    MimeType: `x-scheme-handler/${linkScheme};`,
  });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
};

/**
 * Makes the app the one that opens its links. They are handed over behind a “--”, so that nothing in one can be a flag. On
 * macOS the app’s own list of schemes does it, on Linux the desktop entry of the package.
 */
export const registerLinks = (ports: LinkRegistrationPorts): void => {
  const { app, platform, isPackaged, executable, appImage, dataHome, log } = ports;
  if (!isPackaged) return;
  try {
    if (platform === 'linux' && appImage !== undefined && appImage !== '') writeAppImageEntry(appImage, dataHome);
    const isRegistered =
      platform === 'win32'
        ? app.setAsDefaultProtocolClient(linkScheme, executable, ['--'])
        : app.setAsDefaultProtocolClient(linkScheme);
    if (!isRegistered) log.warn('The system did not take the app for its links.');
  } catch (error) {
    log.warn(`The app could not be registered for its links: ${String(error)}`);
  }
};
