import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Result, fail, succeed } from '../../contract/index.ts';

const folder = 'Redbooth Notifier';

/** Where the platform keeps an app's state; the same place for both hosts. */
export const usualDataDirectory = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string => {
  const home = homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folder);
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), folder);
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), folder);
};

/** Makes the data directory (mode 0700) if it is not there; a failure is one line saying why it cannot be used. */
export const prepareDataDirectory = (directory: string): Result<string, string> => {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return succeed(directory);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The data directory ${directory} cannot be used (${why}). Choose another with --data-dir DIR.`);
  }
};

/** The file with journal and history. */
export const historyFile = (dataDirectory: string): string => join(dataDirectory, 'history.sqlite');
