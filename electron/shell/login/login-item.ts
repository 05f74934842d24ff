import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { fail, succeed } from '../../contract/index.ts';
import type { LoginRefusal } from '../../core/system-port.ts';
import type { StartAtLogin } from './start-at-login.ts';

/** The part of Electron’s `app` that is used. */
export type LoginItemApp = {
  getLoginItemSettings(options?: LoginItemSettingsOptions): Partial<LoginItemSettings>;
  setLoginItemSettings(settings: Settings): void;
};

const refusals: Readonly<Partial<Record<NodeJS.Platform, LoginRefusal>>> = {
  darwin: { kind: 'macos' },
  win32: { kind: 'windows' },
};

/** Starts the app with the system by its own list of login items: macOS and Windows. */
export const createLoginItem = (
  app: LoginItemApp,
  platform: NodeJS.Platform,
  options: { readonly path: string; readonly args: readonly string[] },
): StartAtLogin => {
  // Windows compares both with what it has on its list; macOS knows the app itself, and no arguments.
  const item = platform === 'win32' ? { path: options.path, args: [...options.args] } : {};
  const isOn = (): boolean => {
    const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings(item);
    if (platform === 'darwin' && status !== undefined) return status === 'enabled';
    // On the list, but switched off in the task manager.
    if (platform === 'win32' && executableWillLaunchAtLogin === false) return false;
    return openAtLogin === true;
  };
  return {
    isOn,
    set: (wanted) => {
      app.setLoginItemSettings({ ...item, openAtLogin: wanted });
      return isOn() === wanted ? succeed(null) : fail(refusals[platform] ?? { kind: 'system' });
    },
  };
};

/** Whether the system started the app at login: macOS passes no arguments, so that it has to be asked. */
export const wasOpenedAtLogin = (app: LoginItemApp, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin === true;
