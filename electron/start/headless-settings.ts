import Conf from 'conf';
import type { SettingsFile } from '../core/settings/settings.ts';
import { openSettings } from './open-settings.ts';

/** The settings by conf: the same file the desktop's electron-store writes. */
export const openSettingsFile = (dataDirectory: string, onBroken: (keptAs: string) => void): SettingsFile =>
  openSettings(
    () =>
      new Conf<Record<string, unknown>>({
        cwd: dataDirectory,
        configName: 'settings',
        projectName: 'redbooth-notifier',
        clearInvalidConfig: false,
        configFileMode: 0o600,
      }),
    dataDirectory,
    onBroken,
  );
