import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { SettingsFile } from '../core/settings/settings.ts';

/** Settings in `settings.json` of the data directory, the same file the desktop's electron-store writes. */
export const openSettingsFile = (dataDirectory: string, onBroken: (keptAs: string) => void): SettingsFile => {
  const open = () =>
    new Conf<Record<string, unknown>>({
      cwd: dataDirectory,
      configName: 'settings',
      projectName: 'redbooth-notifier',
      clearInvalidConfig: false,
      configFileMode: 0o600,
    });
  const file = join(dataDirectory, 'settings.json');
  let store: ReturnType<typeof open>;
  try {
    store = open();
  } catch {
    // A broken file is never wiped: what the user wrote may still be read by a person.
    const keptAs = `${file}.broken-${Date.now()}`;
    renameSync(file, keptAs);
    onBroken(keptAs);
    store = open();
  }
  return {
    read: () => store.store,
    write: (value) => {
      store.store = { ...value };
    },
  };
};
