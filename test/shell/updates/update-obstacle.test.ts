import { expect, test } from 'vitest';
import { type CopyFacts, updateObstacle } from '../../../electron/shell/updates/update-obstacle.ts';

const mounted = '/tmp/.mount_RedbooAbc';
const appImage: CopyFacts = {
  isPackaged: true,
  isDemo: false,
  platform: 'linux',
  executable: `${mounted}/redbooth-notifier`,
  packageType: null,
  hasFeed: true,
  environment: { APPIMAGE: '/home/ada/Redbooth.AppImage', APPDIR: mounted },
};
const installed: CopyFacts = {
  ...appImage,
  platform: 'win32',
  executable: String.raw`C:\Users\Ada\Redbooth Notifier.exe`,
  environment: {},
};

test.each<[string, CopyFacts, ReturnType<typeof updateObstacle>]>([
  ['an AppImage updates itself', appImage, null],
  ['an installed app on Windows does', installed, null],
  ['one on macOS does', { ...installed, platform: 'darwin' }, null],
  ['the demo does not', { ...appImage, isDemo: true }, 'demo'],
  ['a checkout does not', { ...appImage, isPackaged: false }, 'development'],
  ...(['deb', 'rpm', 'pacman'] as const).map((packageType): [string, CopyFacts, 'package-manager'] => [
    `a package of the system does not: ${packageType}`,
    { ...appImage, packageType, environment: {} },
    'package-manager',
  ]),
  [
    'a package does not, even when an AppImage started it',
    { ...appImage, packageType: 'deb', executable: '/opt/Redbooth/redbooth-notifier' },
    'package-manager',
  ],
  ['a snap does not', { ...appImage, environment: { SNAP: '/snap/x' } }, 'package-manager'],
  ['a flatpak does not', { ...appImage, environment: { FLATPAK_ID: 'x' } }, 'package-manager'],
  ['an unpacked archive does not', { ...appImage, environment: {} }, 'unpacked'],
  [
    'an unpacked archive that another AppImage started does not replace that one',
    { ...appImage, executable: '/home/ada/redbooth/redbooth-notifier' },
    'unpacked',
  ],
  [
    'one whose folder only begins alike does not',
    { ...appImage, executable: `${mounted}-other/redbooth-notifier` },
    'unpacked',
  ],
  [
    'an AppImage named by no whole path does not',
    { ...appImage, environment: { APPIMAGE: 'Redbooth.AppImage', APPDIR: mounted } },
    'unpacked',
  ],
  [
    'a portable app on Windows does not',
    { ...installed, environment: { PORTABLE_EXECUTABLE_FILE: String.raw`D:\x.exe` } },
    'unpacked',
  ],
  ['a build that knows no place of releases does not', { ...appImage, hasFeed: false }, 'no-feed'],
])('%s', (_words, facts, obstacle) => {
  expect(updateObstacle(facts)).toBe(obstacle);
});
