import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsFile } from '../core/settings/settings.ts';

/**
 * Settings in `settings.json` of the data directory. A file that cannot be read is never wiped: it is renamed and told to
 * `onBroken`, and the settings start anew.
 */
export const openSettingsFile = (dataDirectory: string, onBroken: (keptAs: string) => void): SettingsFile => {
  const open = (): ElectronStore =>
    new ElectronStore({
      cwd: dataDirectory,
      name: 'settings',
      clearInvalidConfig: false,
      configFileMode: 0o600,
    });
  const store = openOrSetAside(open, join(dataDirectory, 'settings.json'), onBroken);
  // The library answers every page with the path of the data directory; ours have no use for it.
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    read: () => store.store,
    write: (value) => {
      store.store = { ...value };
    },
  };
};

const openOrSetAside = <Store>(open: () => Store, file: string, onBroken: (keptAs: string) => void): Store => {
  try {
    return open();
  } catch {
    const keptAs = `${file}.broken-${Date.now()}`;
    renameSync(file, keptAs);
    onBroken(keptAs);
    return open();
  }
};
