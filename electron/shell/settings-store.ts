import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsFile } from '../core/settings/settings.ts';
import { openSettings } from '../start/open-settings.ts';

/** The settings by electron-store. */
export const openSettingsFile = (dataDirectory: string, onBroken: (keptAs: string) => void): SettingsFile => {
  const open = () =>
    new ElectronStore<Record<string, unknown>>({
      cwd: dataDirectory,
      name: 'settings',
      clearInvalidConfig: false,
      configFileMode: 0o600,
    });
  const file = openSettings(open, dataDirectory, onBroken);
  // The library answers every page with the path of the data directory; ours have no use for it.
  ipcMain.removeAllListeners('electron-store-get-data');
  return file;
};
