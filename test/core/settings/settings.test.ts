import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../../electron/contract/default-rules.ts';
import { type Settings, createSettings, readSettings } from '../../../electron/core/settings/settings.ts';

const defaults: Settings = {
  tunnel: 'localtunnel',
  tunnelHost: 'https://localtunnel.me',
  publicUrl: null,
  redbooth: 'https://redbooth.com',
  catchUpSeconds: 900,
  hookSource: 'tunnel',
  teamServers: null,
  teamCredentialsFile: null,
  teamCertificatesFile: null,
  dueReminderHour: 9,
  timeZone: null,
  historyDays: 90,
  historyChanges: 50_000,
  signInPort: 8767,
  allowsWeakStorage: false,
  pause: { state: 'running' },
  rules: defaultRules(),
  chosenProjects: [],
  quietHours: [],
  notificationContent: 'full',
  notificationSound: 'system',
  theme: 'system',
  language: 'system',
  trayIcon: 'auto',
  checksForUpdates: true,
  welcomed: false,
  windowBounds: null,
};

const openSettings = (stored: unknown, overlay: unknown = {}, overrides: Partial<Settings> = {}) => {
  const written: unknown[] = [];
  const repaired: string[] = [];
  const file = { read: () => stored, write: (value: unknown) => written.push(value) };
  const opened = createSettings(file, overlay, overrides, (key) => repaired.push(key));
  if (!opened.ok) throw new Error(opened.failure);
  return { settings: opened.value, written, repaired };
};

describe('settings in force', () => {
  it('are the defaults at first', () => {
    expect(openSettings({}).settings.current()).toEqual(defaults);
  });

  it('are the stored ones, under the overlay, under the flags', () => {
    const stored = { tunnel: 'off', catchUpSeconds: 60, redbooth: 'https://stored.example' };
    const overlay = { catchUpSeconds: 120, redbooth: 'https://overlay.example' };
    const { settings } = openSettings(stored, overlay, { redbooth: 'https://flag.example' });
    expect(settings.current()).toEqual({
      ...defaults,
      tunnel: 'off',
      catchUpSeconds: 120,
      redbooth: 'https://flag.example',
    });
  });

  it('may be laid over with a default', () => {
    const { settings } = openSettings({ catchUpSeconds: 60 }, { catchUpSeconds: 900 });
    expect(settings.current().catchUpSeconds).toBe(900);
  });

  it('are stored when changed, without what an overlay or a flag says', () => {
    const { settings, written } = openSettings({}, { catchUpSeconds: 120 }, { tunnel: 'off' });
    settings.change({ pause: { state: 'paused', until: null } });
    expect(settings.current()).toMatchObject({
      pause: { state: 'paused', until: null },
      catchUpSeconds: 120,
      tunnel: 'off',
    });
    expect(written).toEqual([{ version: 1, pause: { state: 'paused', until: null } }]);
  });

  it('stay as an overlay or a flag fixed them for this run', () => {
    const { settings } = openSettings({}, { catchUpSeconds: 120 }, { tunnel: 'off' });
    settings.change({ catchUpSeconds: 60, tunnel: 'url' });
    expect(settings.current()).toMatchObject({ catchUpSeconds: 120, tunnel: 'off' });
  });

  it('have rules of which each cell may be given by itself', () => {
    const { settings } = openSettings({ rules: { comment: { other: 'notify' }, deleted: { mine: 'ignore' } } });
    const rules = defaultRules();
    rules.comment.other = 'notify';
    rules.deleted.mine = 'ignore';
    expect(settings.current().rules).toEqual(rules);
  });

  it('have addresses without a slash at the end', () => {
    expect(openSettings({ redbooth: 'https://my.example/' }).settings.current().redbooth).toBe('https://my.example');
  });
});

describe('stored settings that are broken', () => {
  it.each<[string, unknown]>([
    ['tunnel', 'ngrok'],
    ['catchUpSeconds', -1],
    ['catchUpSeconds', '900'],
    ['redbooth', 'http://redbooth.com'],
    ['pause', { state: 'paused' }],
    ['windowBounds', { x: 1 }],
    ['rules', { comment: { other: 'shout' } }],
    ['rules', { comments: { other: 'list' } }],
    ['rules', { comment: { others: 'list' } }],
    ['quietHours', [{ days: [], from: '18:00', to: '08:00' }]],
    ['chosenProjects', ['Website relaunch']],
    ['fromTheFuture', true],
  ])('fall back to the default key by key: %s %o', (key, value) => {
    const { settings, repaired } = openSettings({ publicUrl: 'https://me.example', [key]: value });
    expect(settings.current()).toEqual({ ...defaults, publicUrl: 'https://me.example' });
    expect(repaired).toEqual([key]);
  });

  it.each([null, 'text', [1], 7])('are as good as none when they are no object: %o', (stored) => {
    expect(openSettings(stored).settings.current()).toEqual(defaults);
  });
});

describe('settings from a file of --settings', () => {
  it.each<[unknown, string]>([
    [null, 'the settings are not a JSON object'],
    [[], 'the settings are not a JSON object'],
    ['x', 'the settings are not a JSON object'],
    [{ tunel: 'off' }, '“tunel” is not a setting'],
    [{ constructor: 1 }, '“constructor” is not a setting'],
    [JSON.parse('{"__proto__":1}'), '“__proto__” is not a setting'],
  ])('that cannot be used are refused: %o', (overlay, failure) => {
    expect(readSettings(overlay)).toEqual({ ok: false, failure });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ tunnel: 'ngrok' }, '“tunnel”'],
    [{ catchUpSeconds: 1.5 }, '“catchUpSeconds”'],
    [{ redbooth: 'nowhere' }, '“redbooth”: must be an https address (http only on this machine)'],
    [{ pause: { state: 'paused', until: 'noon' } }, '“pause.until”'],
    [{ rules: { comment: { other: 'shout' } } }, '“rules.comment.other”'],
    [{ rules: { comments: { other: 'list' } } }, '“rules.comments”'],
    [
      { quietHours: [{ days: ['mon'], from: '8:00', to: '10:00' }] },
      '“quietHours.0.from”: must be a time of day, like 18:30',
    ],
  ])('name the key that is wrong: %o', (overlay, name) => {
    const read = readSettings(overlay);
    expect(read).toMatchObject({ ok: false, failure: expect.stringContaining(name) });
    expect(createSettings({ read: () => ({}), write: () => undefined }, overlay, {}, () => undefined)).toEqual(read);
  });
});
