import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ElectronPlace = {
  /** The directory of the npm package `electron`. */
  readonly packageDirectory: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
};

/** The executable of an Electron that is here already, or null. Follows the package's own index.js (electron 45.4.1). */
export const findElectron = ({ packageDirectory, platform, env }: ElectronPlace): string | null => {
  // The package writes path.txt last, so without it an unpacking was cut short.
  const written = readText(join(packageDirectory, 'path.txt'));
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!override && written === null) return null;
  const executable = join(override || join(packageDirectory, 'dist'), written ?? executableOf(platform));
  return existsSync(executable) ? executable : null;
};

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

const executableOf = (platform: NodeJS.Platform): string => {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
};
