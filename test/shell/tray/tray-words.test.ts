import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ChangeRow, Overview } from '../../../electron/contract/index.ts';
import { canAssumeTray } from '../../../electron/shell/tray/can-assume-tray.ts';
import { type Panel, trayIconFile } from '../../../electron/shell/tray/icon-file.ts';
import { type TrayEntry, trayMenu } from '../../../electron/shell/tray/menu.ts';
import { trayStateOf } from '../../../electron/shell/tray/state.ts';
import { summaryOf } from '../../../electron/shell/tray/summary.ts';
import { trayViewOf } from '../../../electron/shell/tray/view.ts';
import { aRow } from '../sample-row.ts';
import { offline, restingOverview, signedOut } from '../sample-overview.ts';

const now = Date.UTC(2026, 10, 23, 9, 0);
const hour = 3_600_000;
const paused = (until: number | null): Partial<Overview> => ({ pause: { state: 'paused', until } });
const reachable = (state: Overview['reachability']['state']): Partial<Overview> => ({
  reachability: { ...restingOverview.reachability, state },
});

const notice = (id: string, tone: Overview['notices'][number]['tone'], title: string): Partial<Overview> => ({
  notices: [{ id, tone, title, body: '', actions: [] }],
});
const urlChanged = notice('hook-url-changed', 'bad', 'Your hook URL changed');
const notSignedIn = notice('signed-out', 'warn', 'Not signed in');
const apiFailing = notice('api-failing', 'warn', 'Redbooth does not answer');

describe('the icon', () => {
  it.each<[string, string, Partial<Overview>]>([
    ['nothing is new', 'idle', {}],
    ['something is unread', 'unread', { unread: 1 }],
    ['notifications are paused, whatever is unread', 'paused', { ...paused(null), unread: 3 }],
    ['Redbooth cannot reach the app', 'offline', { reachability: offline }],
    ['Redbooth does not answer, also while paused', 'offline', { ...apiFailing, ...paused(null) }],
    ['the address is lost', 'offline', reachable('name-lost')],
    ['Redbooth has yet to say who is signed in', 'offline', { account: signedOut }],
    ['the address changed, and nobody has given the new one to Redbooth', 'error', urlChanged],
    ['nobody is signed in', 'error', { account: signedOut, unread: 3, ...notSignedIn }],
    ['a person is needed, also while unreachable', 'error', { reachability: offline, ...urlChanged }],
    ['something is worth a look, no more', 'idle', notice('interrupted', 'info', '')],
    ['the tunnel is still connecting', 'idle', reachable('connecting')],
    ['the tunnel is being checked', 'unread', { ...reachable('degraded'), unread: 1 }],
    ['the user turned the tunnel off', 'idle', reachable('off')],
    ['the app asks Redbooth instead of waiting for hooks', 'idle', reachable('polling')],
  ])('when %s, says %s', (_name, expected, change) => {
    expect(trayStateOf({ ...restingOverview, ...change })).toBe(expected);
  });

  it.each<[Partial<Panel>, string]>([
    [{ platform: 'darwin' }, 'tray-unreadTemplate.png'],
    [{ platform: 'darwin', isDark: true, choice: 'light', scale: 2 }, 'tray-unreadTemplate.png'],
    [{ platform: 'win32' }, 'tray-unread-on-light.png'],
    [{ platform: 'win32', isDark: true, scale: 1.5 }, 'tray-unread-on-dark.png'],
    [{}, 'tray-unread-tile-32.png'],
    [{ isDark: true }, 'tray-unread-tile-32.png'],
    [{ scale: 2 }, 'tray-unread-tile-64.png'],
    [{ choice: 'light' }, 'tray-unread-light-32.png'],
    [{ choice: 'dark', scale: 1.25 }, 'tray-unread-dark-64.png'],
  ])('on a panel %j is %s', (panel, expected) => {
    expect(trayIconFile('unread', { platform: 'linux', isDark: false, choice: 'auto', scale: 1, ...panel })).toBe(
      expected,
    );
  });

  it.each(['idle', 'unread', 'paused', 'offline', 'error'] as const)('is drawn for every panel when %s', (state) => {
    const drawn = readdirSync(fileURLToPath(new URL('../../../assets/icons', import.meta.url)));
    const platforms = ['darwin', 'win32', 'linux'] as const;
    const files = platforms.flatMap((platform) =>
      [true, false].flatMap((isDark) =>
        (['auto', 'light', 'dark'] as const).flatMap((choice) =>
          [1, 2].map((scale) => trayIconFile(state, { platform, isDark, choice, scale })),
        ),
      ),
    );
    expect(files.filter((file) => !drawn.includes(file))).toEqual([]);
    expect(drawn).toContain(`tray-${state}Template@2x.png`);
    expect(drawn).toContain(`tray-${state}-on-dark@1.5x.png`);
  });
});

describe('the words', () => {
  it.each<[Partial<Overview>, string]>([
    [{}, 'No unread changes'],
    [{ unread: 1 }, '1 unread change'],
    [{ unread: 12 }, '12 unread changes'],
    [paused(null), 'Paused'],
    [paused(now + hour / 2), 'Paused until 09:30'],
    [paused(now + 24 * hour), 'Paused until Tue 09:00'],
    [{ ...paused(null), unread: 2 }, 'Paused · 2 unread changes'],
    [{ reachability: offline }, 'Not reachable'],
    [{ ...urlChanged, unread: 1 }, 'Your hook URL changed · 1 unread change'],
    [
      { account: signedOut, ...notSignedIn, reachability: offline, unread: 2 },
      'Not signed in · Not reachable · 2 unread changes',
    ],
    [apiFailing, 'Redbooth does not answer'],
  ])('for %j are “%s”', (change, expected) => {
    expect(summaryOf({ ...restingOverview, ...change }, now, 'en-GB')).toBe(expected);
  });

  it('fit into the tooltip of Windows', () => {
    const long = notice('name-lost', 'bad', 'word '.repeat(60));
    expect(trayViewOf({ ...restingOverview, ...long }, [], now).toolTip.length).toBeLessThanOrEqual(127);
  });

  it.each([
    [0, ''],
    [7, '7'],
    [100, '99+'],
  ])('beside the icon, for %i unread changes, are “%s”', (unread, expected) => {
    const view = trayViewOf({ ...restingOverview, unread }, [], now);
    expect(view.title).toBe(expected);
    expect(view.badge).toBe(unread);
  });
});

describe('the menu', () => {
  const labels = (entries: readonly TrayEntry[]): unknown[] =>
    entries.map((entry) => {
      if (entry.kind === 'separator') return '-';
      return entry.kind === 'submenu' ? [entry.label, labels(entry.entries)] : entry.label;
    });
  const find = (entries: readonly TrayEntry[], label: string): TrayEntry | undefined =>
    entries.find((entry) => entry.kind !== 'separator' && entry.label === label);

  const menuOf = (change: Partial<Overview> = {}, latest: readonly ChangeRow[] = []): readonly TrayEntry[] =>
    trayMenu({ ...restingOverview, ...change }, latest, 'No unread changes');

  it('has everything, for panels on which the icon cannot be clicked', () => {
    expect(
      labels(menuOf({}, [aRow({ id: '9', sentence: 'Chi resolved “Q & A”', unread: true }), aRow({ id: '8' })])),
    ).toEqual([
      'No unread changes',
      'Reachable',
      '-',
      'Open',
      '-',
      '● Chi resolved “Q && A”',
      'Bo created “Book venue”',
      '-',
      ['Pause', ['30 minutes', '1 hour', 'Until tomorrow morning', 'Until I resume']],
      'Copy hook URL',
      'Send a test notification',
      'Settings',
      '-',
      'Quit',
    ]);
  });

  it('has the latest five changes, long ones cut at a word', () => {
    const rows = Array.from({ length: 7 }, (_, index) =>
      aRow({ id: String(index), sentence: 'Bo created a task '.repeat(9) }),
    );
    const changes = menuOf({}, rows).flatMap((each) =>
      each.kind === 'entry' && each.action?.kind === 'open-change' ? [each] : [],
    );
    expect(changes.map(({ action }) => action)).toEqual(
      ['0', '1', '2', '3', '4'].map((id) => ({ kind: 'open-change', id })),
    );
    expect(changes.every(({ label }) => label.length <= 64 && label.endsWith('…'))).toBe(true);
  });

  it.each<[string, Partial<Overview>, TrayEntry]>([
    [
      'signing in',
      notSignedIn,
      { kind: 'entry', label: 'Not signed in…', action: { kind: 'show-view', view: 'account' } },
    ],
    ['a new address', urlChanged, { kind: 'entry', label: 'Your hook URL changed…', action: { kind: 'open' } }],
  ])('leads to what needs a person: %s', (_name, change, expected) => {
    expect(menuOf(change)).toContainEqual(expected);
  });

  it('offers to resume in place of pausing while paused', () => {
    const menu = menuOf(paused(null));
    expect(find(menu, 'Resume')).toEqual({ kind: 'entry', label: 'Resume', action: { kind: 'resume' } });
    expect(find(menu, 'Pause')).toBeUndefined();
  });

  it('pauses for as long as the entry says', () => {
    const pause = find(menuOf(), 'Pause');
    const actions = pause?.kind === 'submenu' ? pause.entries.map((entry) => 'action' in entry && entry.action) : [];
    expect(actions).toEqual([
      { kind: 'pause', minutes: 30 },
      { kind: 'pause', minutes: 60 },
      { kind: 'pause-until-morning' },
      { kind: 'pause', minutes: null },
    ]);
  });

  it('copies the one hook URL', () => {
    expect(find(menuOf(), 'Copy hook URL')).toMatchObject({
      action: { kind: 'copy-hook-url', id: '1' },
    });
  });

  it('cannot copy a hook URL while there is none', () => {
    const [first] = restingOverview.hookUrls;
    const hookUrls = first === undefined ? [] : [{ ...first, url: null }];
    expect(find(menuOf({ hookUrls }), 'Copy hook URL')).toMatchObject({ action: null });
  });

  it('lets one choose among several hook URLs by name, and shows the name as it is', () => {
    const [first] = restingOverview.hookUrls;
    const hookUrls = first === undefined ? [] : [first, { ...first, id: '2', name: 'Sales & support' }];
    expect(labels(menuOf({ hookUrls }))).toContainEqual(['Copy hook URL', ['My organisation', 'Sales && support']]);
  });
});

it.each<[NodeJS.Platform, string | undefined, boolean]>([
  ['darwin', undefined, true],
  ['win32', undefined, true],
  ['linux', 'XFCE', true],
  ['linux', 'KDE', true],
  ['linux', 'GNOME', false],
  ['linux', 'GNOME-Classic:GNOME', false],
  ['linux', 'ubuntu:GNOME', true],
  ['linux', '', false],
  ['linux', undefined, false],
])('on %s with the desktop %s a tray can be assumed: %s', (platform, desktop, expected) => {
  expect(canAssumeTray(platform, desktop)).toBe(expected);
});
