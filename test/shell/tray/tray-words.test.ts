import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../electron/contract/index.ts';
import { canAssumeTray } from '../../../electron/shell/tray/can-assume-tray.ts';
import { trayIconFile } from '../../../electron/shell/tray/icon-file.ts';
import { type TrayEntry, trayMenu } from '../../../electron/shell/tray/menu.ts';
import { trayStateOf } from '../../../electron/shell/tray/state.ts';
import { summaryOf } from '../../../electron/shell/tray/summary.ts';
import { offline, restingOverview, signedOut } from '../sample-overview.ts';

const now = Date.UTC(2026, 10, 23, 9, 0);
const hour = 3_600_000;
const paused = (until: number | null): Partial<Overview> => ({ pause: { state: 'paused', until } });
const reachable = (state: Overview['reachability']['state']): Partial<Overview> => ({
  reachability: { ...restingOverview.reachability, state },
});

const urlChanged: Partial<Overview> = {
  notices: [{ id: 'hook-url-changed', tone: 'bad', title: 'Your hook URL changed', body: '', actions: [] }],
};

describe('the icon', () => {
  it.each<[string, string, Partial<Overview>]>([
    ['nothing is new', 'idle', {}],
    ['something is unread', 'unread', { unread: 1 }],
    ['notifications are paused, whatever is unread', 'paused', { ...paused(null), unread: 3 }],
    ['Redbooth cannot reach the app', 'offline', { reachability: offline }],
    ['the address is lost, also while paused', 'offline', { ...reachable('name-lost'), ...paused(null) }],
    ['the address changed, and nobody has given the new one to Redbooth', 'offline', urlChanged],
    ['nobody is signed in', 'offline', { account: signedOut, unread: 3 }],
    ['the sign-in has ended', 'offline', { account: { ...signedOut, state: 'expired' } }],
    ['the tunnel is still connecting', 'idle', reachable('connecting')],
    ['the tunnel is being checked', 'unread', { ...reachable('degraded'), unread: 1 }],
    ['the user turned the tunnel off', 'idle', reachable('off')],
  ])('when %s, says %s', (_name, expected, change) => {
    expect(trayStateOf({ ...restingOverview, ...change })).toBe(expected);
  });

  it.each<[NodeJS.Platform, boolean, string]>([
    ['darwin', false, 'tray-unreadTemplate.png'],
    ['darwin', true, 'tray-unreadTemplate.png'],
    ['win32', false, 'tray-unread-on-light.png'],
    ['win32', true, 'tray-unread-on-dark.png'],
    ['linux', false, 'tray-unread-tile.png'],
    ['linux', true, 'tray-unread-tile.png'],
  ])('on %s with a dark panel %s is %s', (platform, isPanelDark, expected) => {
    expect(trayIconFile('unread', platform, isPanelDark)).toBe(expected);
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
    [{ account: signedOut, reachability: offline, unread: 2 }, 'Not signed in · Not reachable · 2 unread changes'],
  ])('for %j are “%s”', (change, expected) => {
    expect(summaryOf({ ...restingOverview, ...change }, now, 'en-GB')).toBe(expected);
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

  it('has everything, for panels on which the icon cannot be clicked', () => {
    expect(labels(trayMenu(restingOverview, 'No unread changes'))).toEqual([
      'No unread changes',
      '-',
      'Open',
      'Copy hook URL',
      ['Pause', ['30 minutes', '1 hour', 'Until I resume']],
      '-',
      'Quit',
    ]);
  });

  it('offers to resume in place of pausing while paused', () => {
    const menu = trayMenu({ ...restingOverview, ...paused(null) }, 'Paused');
    expect(find(menu, 'Resume')).toEqual({ kind: 'entry', label: 'Resume', action: { kind: 'resume' } });
    expect(find(menu, 'Pause')).toBeUndefined();
  });

  it('pauses for as long as the entry says', () => {
    const pause = find(trayMenu(restingOverview, ''), 'Pause');
    const actions = pause?.kind === 'submenu' ? pause.entries.map((entry) => 'action' in entry && entry.action) : [];
    expect(actions).toEqual([30, 60, null].map((minutes) => ({ kind: 'pause', minutes })));
  });

  it('copies the one hook URL', () => {
    expect(find(trayMenu(restingOverview, ''), 'Copy hook URL')).toMatchObject({
      action: { kind: 'copy-hook-url', id: '1' },
    });
  });

  it('cannot copy a hook URL while there is none', () => {
    const [first] = restingOverview.hookUrls;
    const hookUrls = first === undefined ? [] : [{ ...first, url: null }];
    expect(find(trayMenu({ ...restingOverview, hookUrls }, ''), 'Copy hook URL')).toMatchObject({ action: null });
  });

  it('lets one choose among several hook URLs by name, and shows the name as it is', () => {
    const [first] = restingOverview.hookUrls;
    const hookUrls = first === undefined ? [] : [first, { ...first, id: '2', name: 'Sales & support' }];
    expect(labels(trayMenu({ ...restingOverview, hookUrls }, ''))).toContainEqual([
      'Copy hook URL',
      ['My organisation', 'Sales && support'],
    ]);
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
