import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { describe, expect, it } from 'vitest';
import { createLoginItem, wasOpenedAtLogin } from '../../../electron/shell/login/login-item.ts';

/** The system’s list; `obeys` says whether it does as asked. */
const createSystemList = (first: Partial<LoginItemSettings>, obeys = true) => {
  const asked: Settings[] = [];
  const compared: (LoginItemSettingsOptions | undefined)[] = [];
  let settings = first;
  const app = {
    getLoginItemSettings: (options?: LoginItemSettingsOptions) => {
      compared.push(options);
      return settings;
    },
    setLoginItemSettings: (wanted: Settings) => {
      asked.push(wanted);
      if (!obeys) return;
      const openAtLogin = wanted.openAtLogin === true;
      settings = {
        ...settings,
        openAtLogin,
        ...(settings.status !== undefined && { status: openAtLogin ? 'enabled' : 'not-registered' }),
      };
    },
  };
  return { app, asked, compared };
};
const options = { path: 'C:\\app.exe', args: ['--hidden'] };

describe('on the system’s own list of login items', () => {
  it.each<[string, NodeJS.Platform, Partial<LoginItemSettings>, boolean]>([
    ['macOS has it', 'darwin', { openAtLogin: true, status: 'enabled' }, true],
    ['macOS waits for the user to allow it', 'darwin', { openAtLogin: true, status: 'requires-approval' }, false],
    ['macOS does not have it', 'darwin', { openAtLogin: false, status: 'not-registered' }, false],
    ['Windows has it', 'win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, true],
    [
      'it is switched off in the task manager',
      'win32',
      { openAtLogin: true, executableWillLaunchAtLogin: false },
      false,
    ],
    ['Windows does not have it', 'win32', { openAtLogin: false, executableWillLaunchAtLogin: false }, false],
  ])('is read as it is: %s', (_name, platform, settings, expected) => {
    expect(createLoginItem(createSystemList(settings).app, platform, options).isOn()).toBe(expected);
  });

  it('the app is put hidden on Windows, and found by the same words', () => {
    const { app, asked, compared } = createSystemList({ openAtLogin: false });
    expect(createLoginItem(app, 'win32', options).set(true)).toEqual({ ok: true, value: null });
    expect(asked).toEqual([{ ...options, openAtLogin: true }]);
    expect(compared.every((each) => each?.path === options.path && each.args?.join() === '--hidden')).toBe(true);
  });

  it.each<[NodeJS.Platform, string]>([
    ['darwin', 'macos'],
    ['win32', 'windows'],
  ])('a refusal on %s says by whom, so that the user can be told where to allow it', (platform, kind) => {
    const { app } = createSystemList({ openAtLogin: false }, false);
    const asked = createLoginItem(app, platform, options).set(true);
    expect(asked).toEqual({ ok: false, failure: { kind } });
  });
});

it.each<[NodeJS.Platform, boolean | undefined, boolean]>([
  ['darwin', true, true],
  ['darwin', false, false],
  ['win32', true, false],
  ['linux', undefined, false],
])('on %s, opened at login %s, the app starts hidden without a flag: %s', (platform, wasOpened, expected) => {
  const { app } = createSystemList(wasOpened === undefined ? {} : { wasOpenedAtLogin: wasOpened });
  expect(wasOpenedAtLogin(app, platform)).toBe(expected);
});
