import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { autostartPath } from '../../../electron/shell/login/autostart-file.ts';
import { type StartAtLoginPorts, chooseStartAtLogin } from '../../../electron/shell/login/choose-start-at-login.ts';
import { readDesktopEntry } from '../../../electron/shell/login/desktop-entry.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createMemoryLog } from '../memory-log.ts';

const setUp = (part: Partial<StartAtLoginPorts> = {}) => {
  const configHome = temporaryDirectory();
  const login = chooseStartAtLogin({
    app: { getLoginItemSettings: () => ({ openAtLogin: false }), setLoginItemSettings: () => undefined },
    platform: 'linux',
    configHome,
    isPackaged: true,
    executable: '/opt/app/redbooth-notifier',
    appPath: '/checkout',
    appImage: undefined,
    dataDirectory: null,
    isDemo: false,
    log: createMemoryLog(),
    ...part,
  });
  const exec = (): string | undefined => {
    login.set(true);
    return readDesktopEntry(readFileSync(autostartPath(configHome), 'utf8')).get('Exec');
  };
  return { login, exec };
};

it.each<[string, Partial<StartAtLoginPorts>, string]>([
  ['an installed app', {}, '/opt/app/redbooth-notifier --hidden'],
  [
    'an AppImage, whose executable is only mounted for a run',
    { appImage: '/home/ada/App.AppImage' },
    '/home/ada/App.AppImage --hidden',
  ],
  ['a checkout', { isPackaged: false, executable: '/electron' }, '/electron /checkout --hidden'],
  [
    'a data directory of one’s own',
    { dataDirectory: '/my state' },
    '/opt/app/redbooth-notifier --hidden --data-dir "/my state"',
  ],
])('on Linux the file starts %s as it was started', (_name, part, expected) => {
  expect(setUp(part).exec()).toBe(expected);
});

it.each<[string, Partial<StartAtLoginPorts>, boolean | null]>([
  ['a demo', { isDemo: true }, null],
  ['a checkout on macOS', { platform: 'darwin', isPackaged: false }, null],
  ['an app on macOS', { platform: 'darwin' }, false],
  ['an app on Windows', { platform: 'win32' }, false],
])('whether %s can be started at login: %s', (_name, part, expected) => {
  const { login } = setUp(part);
  expect(login.isOn()).toBe(expected);
  if (expected === null) expect(login.set(true).ok).toBe(false);
});
