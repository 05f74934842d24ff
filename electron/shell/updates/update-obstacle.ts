import { isAbsolute, relative } from 'node:path';
import type { UpdateObstacle } from '../../contract/index.ts';

/** How this copy of the app came to this machine, as far as it can be known. */
export type CopyFacts = {
  readonly isPackaged: boolean;
  readonly isDemo: boolean;
  readonly platform: NodeJS.Platform;
  readonly executable: string;
  /** What electron-builder’s package says of itself in resources/package-type: deb, rpm or pacman; null without that file. */
  readonly packageType: string | null;
  /** Whether the package has app-update.yml, which electron-builder writes where it knows of a place for releases. */
  readonly hasFeed: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
};

/**
 * Whether this is the AppImage that APPIMAGE names: a program that an AppImage starts inherits both variables, and must not
 * replace it (https://docs.appimage.org/packaging-guide/environment-variables.html).
 */
const isAppImage = ({ environment, executable }: CopyFacts): boolean => {
  const { APPIMAGE: file = '', APPDIR: mounted = '' } = environment;
  return isAbsolute(file) && isAbsolute(mounted) && isInside(executable, mounted);
};

/** Why this copy does not update itself; null where it does. */
export const updateObstacle = (facts: CopyFacts): UpdateObstacle | null => {
  const { isPackaged, isDemo, platform, packageType, hasFeed, environment } = facts;
  if (isDemo) return 'demo';
  if (!isPackaged) return 'development';
  const isManaged =
    packageType !== null || environment['SNAP'] !== undefined || environment['FLATPAK_ID'] !== undefined;
  if (platform === 'linux' && isManaged) return 'package-manager';
  if (platform === 'linux' && !isAppImage(facts)) return 'unpacked';
  if (platform === 'win32' && environment['PORTABLE_EXECUTABLE_FILE'] !== undefined) return 'unpacked';
  return hasFeed ? null : 'no-feed';
};
