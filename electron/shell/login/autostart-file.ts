import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, succeed } from '../../contract/index.ts';
import type { Log } from '../../core/log.ts';
import { appName } from '../app-identity.ts';
import { type DesktopEntry, programOf, readDesktopEntry, writeDesktopEntry, writeExec } from './desktop-entry.ts';
import type { StartAtLogin } from './start-at-login.ts';

export type AutostartPorts = {
  /** The user’s configuration directory, XDG_CONFIG_HOME. */
  readonly configDirectory: string;
  /** How the app is started, program first. */
  readonly command: readonly string[];
  readonly log: Log;
};

/** Where desktops look for what to start (Desktop Application Autostart Specification). */
export const autostartPath = (configDirectory: string): string =>
  join(configDirectory, 'autostart', 'redbooth-notifier.desktop');

/** Two ways in which people and their desktops’ settings switch off what they start. */
const isOff = (entry: DesktopEntry): boolean =>
  entry.get('Hidden') === 'true' || entry.get('X-GNOME-Autostart-enabled') === 'false' || !entry.has('Exec');

/**
 * Starts the app with the desktop by a file that desktops read. What others have made of the file is respected: switched off
 * in it is off, and a file that is on is left as it is, unless what it starts is gone (an AppImage that was moved).
 */
export const createAutostartFile = ({ configDirectory, command, log }: AutostartPorts): StartAtLogin => {
  const path = autostartPath(configDirectory);
  const [program = ''] = command;

  const read = (): DesktopEntry | null => (existsSync(path) ? readDesktopEntry(readFileSync(path, 'utf8')) : null);
  const isOn = (): boolean => {
    try {
      const entry = read();
      return entry !== null && !isOff(entry);
    } catch (error) {
      log.warn(`The autostart file could not be read: ${String(error)}`);
      return false;
    }
  };
  const write = (): void => {
    const text = writeDesktopEntry({
      Type: 'Application',
      Name: appName,
      Comment: 'Tells you what changes in your tasks',
      // Where the program is gone, desktops start nothing.
      ...(program.startsWith('/') && { TryExec: program }),
      Exec: writeExec(command),
      Icon: 'redbooth-notifier',
      Terminal: 'false',
      StartupNotify: 'false',
      'X-GNOME-Autostart-enabled': 'true',
    });
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.new`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  };
  const repair = (): void => {
    try {
      const entry = read();
      if (entry === null || isOff(entry)) return;
      const started = programOf(entry.get('Exec') ?? '');
      if (started !== null && started.startsWith('/') && !existsSync(started)) write();
    } catch (error) {
      log.warn(`The autostart file could not be repaired: ${String(error)}`);
    }
  };
  repair();

  return {
    isOn,
    set: (wanted) => {
      if (wanted === isOn()) return succeed(null);
      try {
        if (wanted) write();
        else rmSync(path, { force: true });
        return succeed(null);
      } catch (error) {
        log.error(`The autostart file: ${String(error)}`);
        return fail({ kind: 'file', path });
      }
    },
  };
};
