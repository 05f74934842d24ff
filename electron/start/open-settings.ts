import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsFile } from '../core/settings/settings.ts';

/** The part of conf and electron-store that is used. */
type Store = { store: Record<string, unknown> };

/**
 * Settings in `settings.json` of the data directory, by the store that `open` makes on it. A file that cannot be read is
 * never wiped, as a person may still read what was in it: it is renamed and told to `onBroken`, and the settings start anew.
 */
export const openSettings = (
  open: () => Store,
  dataDirectory: string,
  onBroken: (keptAs: string) => void,
): SettingsFile => {
  const store = openOrSetAside(open, join(dataDirectory, 'settings.json'), onBroken);
  return {
    read: () => store.store,
    write: (value) => {
      store.store = { ...value };
    },
  };
};

const openOrSetAside = (open: () => Store, file: string, onBroken: (keptAs: string) => void): Store => {
  try {
    return open();
  } catch {
    const keptAs = `${file}.broken-${Date.now()}`;
    renameSync(file, keptAs);
    onBroken(keptAs);
    return open();
  }
};
