import { describe, expect, it } from 'vitest';
import {
  type NotificationSettingsPorts,
  createNotificationSettings,
  waysToSettings,
} from '../../../electron/shell/notifications/system-settings.ts';
import { createMemoryLog } from '../memory-log.ts';

const open = (part: Partial<NotificationSettingsPorts> = {}) => {
  const opened: string[] = [];
  const settings = createNotificationSettings({
    platform: 'linux',
    desktop: 'KDE',
    openExternal: async (address) => void opened.push(address),
    isInstalled: () => true,
    start: async (program, args) => void opened.push([program, ...args].join(' ')),
    log: createMemoryLog(),
    ...part,
  });
  return { settings, opened };
};

describe('the system’s settings', () => {
  it.each<[NodeJS.Platform, string | undefined, readonly string[]]>([
    ['win32', undefined, ['ms-settings:notifications']],
    ['darwin', undefined, ['x-apple.systempreferences:com.apple.Notifications-Settings.extension']],
    ['linux', 'ubuntu:GNOME', ['gnome-control-center notifications']],
    ['linux', 'KDE', ['systemsettings kcm_notifications']],
    ['linux', 'XFCE', ['xfce4-notifyd-config']],
    ['linux', 'X-Cinnamon', ['cinnamon-settings notifications']],
    ['linux', 'MATE', ['mate-notification-properties']],
  ])('are opened on %s %s by %j', async (platform, desktop, expected) => {
    const { settings, opened } = open({ platform, desktop });
    expect(settings.canOpen).toBe(true);
    expect(await settings.open()).toEqual({ kind: 'opened' });
    expect(opened).toEqual(expected);
  });

  it('are opened by the program that is there', async () => {
    const { settings, opened } = open({ isInstalled: (name) => name === 'systemsettings5' });
    await settings.open();
    expect(opened).toEqual(['systemsettings5 kcm_notifications']);
  });

  it.each<[string, Partial<NotificationSettingsPorts>]>([
    ['a desktop that has none', { desktop: 'i3' }],
    ['a name that is none of a desktop', { desktop: 'constructor:toString' }],
    ['an unnamed desktop', { desktop: undefined }],
    ['a desktop whose program is missing', { isInstalled: () => false }],
    ['another system', { platform: 'freebsd' }],
  ])('cannot be opened on %s', async (_name, part) => {
    const { settings, opened } = open(part);
    expect(settings.canOpen).toBe(false);
    expect(await settings.open()).toEqual({ kind: 'nothing' });
    expect(opened).toEqual([]);
  });

  it('that do not open are no more than that', async () => {
    const { settings } = open({ start: () => Promise.reject(new Error('ENOENT')) });
    expect(await settings.open()).toEqual({ kind: 'nothing' });
  });
});

it('nothing but this table is ever opened', () => {
  const all = (['win32', 'darwin', 'linux'] as const).flatMap((platform) =>
    waysToSettings(platform, 'GNOME:Unity:KDE:XFCE:X-Cinnamon:MATE:LXQt'),
  );
  expect(all.flatMap((way) => (way.kind === 'address' ? [way.address] : []))).toEqual([
    'ms-settings:notifications',
    'x-apple.systempreferences:com.apple.Notifications-Settings.extension',
  ]);
});
