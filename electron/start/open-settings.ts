import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsFile } from '../core/settings/settings.ts';
import { systemCode } from '../core/system-error.ts';

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
  const file = join(dataDirectory, 'settings.json');
  const store = openOrSetAside(open, file, onBroken);
  return {
    read: () => store.store,
    write: (value, keepAs) => {
      if (keepAs !== null) copyIfThere(file, `${file}.${keepAs}-${Date.now()}`);
      store.store = { ...value };
    },
  };
};

const openOrSetAside = (open: () => Store, file: string, onBroken: (keptAs: string) => void): Store => {
  try {
    // The stores take any JSON, and would write over what is no object.
    if (isSomethingElse(file)) throw new Error('The settings are not a JSON object.');
    const store = open();
    // Reading tells whether it can be read: opening alone may not look at it.
    void store.store;
    return store;
  } catch {
    const keptAs = `${file}.broken-${Date.now()}`;
    renameSync(file, keptAs);
    onBroken(keptAs);
    return open();
  }
};

const isMissing = (error: unknown): boolean => systemCode(error) === 'ENOENT';

const isSomethingElse = (file: string): boolean => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value !== 'object' || value === null || Array.isArray(value);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

const copyIfThere = (file: string, copy: string): void => {
  try {
    copyFileSync(file, copy);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};
