import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Result, fail, succeed } from '../../contract/index.ts';

const folder = 'Redbooth Notifier';

/** Where the platform keeps an app's state; the same place for both hosts. */
export const usualDataDirectory = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string => {
  const home = homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folder);
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), folder);
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), folder);
};

/** Node's own recursive mkdir never comes back below a folder that cannot hold any, such as /proc. */
const makeDirectory = (directory: string): void => {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
};

/** Makes the data directory (mode 0700) if it is not there; a failure is one line saying why it cannot be used. */
export const prepareDataDirectory = (directory: string): Result<string, string> => {
  try {
    makeDirectory(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return succeed(directory);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The data directory ${directory} cannot be used (${why}). Choose another with --data-dir DIR.`);
  }
};

/** The file with journal and history. */
export const historyFile = (dataDirectory: string): string => join(dataDirectory, 'history.sqlite');
