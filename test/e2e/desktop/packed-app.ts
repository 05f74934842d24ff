import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from '../../fakes/directory.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The built app as it is when it is packed, but for the package. */
export type PackedApp = {
  /** What Electron is started with. */
  readonly path: string;
  /** The AppImage it was “started” from. */
  readonly appImage: string;
  readonly environment: Readonly<Record<string, string>>;
};

export type PackedAppOptions = {
  /** Where its releases are. */
  readonly feed: string;
  readonly electron: string;
  /** What the package says of itself. */
  readonly packageType?: string;
};

/** Tells the app that it is packed, which only a package’s own Electron knows, and where that has its resources. */
const start = (resources: string): string => `
const { app } = require('electron');
Object.defineProperty(app, 'isPackaged', { value: true });
Object.defineProperty(process, 'resourcesPath', { value: ${JSON.stringify(resources)} });
require('./dist/main.cjs');
`;

/** Lays out the built app in a directory of its own, as an AppImage has it. */
export const layOutPackedApp = ({ feed, electron, packageType }: PackedAppOptions): PackedApp => {
  const path = temporaryDirectory();
  const resources = join(path, 'resources');
  mkdirSync(resources);
  cpSync(join(root, 'dist'), join(path, 'dist'), { recursive: true, filter: (file) => !file.endsWith('.map') });
  symlinkSync(join(root, 'assets'), join(path, 'assets'));
  const described: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ ...Object(described), type: 'commonjs', main: 'start.cjs' }),
  );
  writeFileSync(join(path, 'start.cjs'), start(resources));
  const update = { provider: 'generic', url: feed, updaterCacheDirName: 'redbooth-notifier-updater' };
  writeFileSync(join(resources, 'app-update.yml'), JSON.stringify(update));
  if (packageType !== undefined) writeFileSync(join(resources, 'package-type'), packageType);
  const appImage = join(temporaryDirectory(), 'Redbooth Notifier.AppImage');
  writeFileSync(appImage, 'this version', { mode: 0o755 });
  return {
    path,
    appImage,
    environment: {
      APPIMAGE: appImage,
      // Where the executable of an AppImage is mounted.
      APPDIR: join(electron, '..', '..'),
      XDG_CACHE_HOME: temporaryDirectory(),
      XDG_DATA_HOME: temporaryDirectory(),
    },
  };
};
