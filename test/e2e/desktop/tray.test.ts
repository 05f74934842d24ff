import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDesktopEntry } from '../../../electron/shell/login/desktop-entry.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createWorld, startRelay } from '../headless/world.ts';
import {
  chooseTrayEntry,
  daemon,
  electronPath,
  eventually,
  openedUrls,
  startDesktop,
  trayMenu,
  untilTooltip,
  windowTitles,
} from './desktop.ts';
import { startPage } from './start-page.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop with a tray that a test may drive (OPENED_URLS)');

const createFlags = (flags: readonly string[], tunnel = 'off'): readonly string[] => [
  ...flags.filter((flag) => flag !== '--no-ui'),
  '--tunnel',
  tunnel,
  '--data-dir',
  temporaryDirectory(),
];

/** Runs the app in the tray, reachable through a relay. */
const start = async () => {
  const world = await createWorld();
  const { url } = await startRelay();
  const flags = [...createFlags(world.flags, 'localtunnel'), '--tunnel-host', url, '--hidden'];
  const host = startDesktop(flags, world.environment);
  const { hookUrl } = await host.line('tunnel', (line) => line['state'] === 'online');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);
  world.simulator.attachHook(String(hookUrl));
  return { ...world, host, flags };
};

describe.skipIf(!hasDesktop)('the tray of a desktop', () => {
  test('pauses, resumes, sends a test, opens the window and quits from its menu', async () => {
    await daemon.closeAll();
    const { host } = await start();
    await chooseTrayEntry('30 minutes');
    await untilTooltip((words) => words.includes('Paused until'));
    await chooseTrayEntry('Resume');
    await untilTooltip((words) => words.endsWith('No unread changes'));
    expect((await trayMenu()).map(({ label }) => label)).not.toContain('Resume');

    await chooseTrayEntry('Send a test notification');
    expect(await host.line('notification')).toMatchObject({ title: 'This is a test', changeIds: [] });
    await eventually(async () => ((await daemon.displayed()) === 1 ? true : null));
    const [shown] = await daemon.closeAll();
    expect(shown?.title).toBe('This is a test');

    expect(await windowTitles()).toEqual([]);
    await chooseTrayEntry('Open');
    await eventually(async () => ((await windowTitles()).length === 1 ? true : null));
    await chooseTrayEntry('Quit');
    expect(await host.ended).toBe(0);
  });

  test('lists the latest changes; a click opens the task and marks it read', async () => {
    const { host, simulator } = await start();
    const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
    await host.line('notification');
    await untilTooltip((words) => words.includes('1 unread'));
    const before = openedUrls().length;
    await chooseTrayEntry('● Bo created “Book venue”');
    expect(await eventually(() => openedUrls()[before] ?? null)).toContain(`/tasks/${taskId}`);
    await untilTooltip((words) => words.endsWith('No unread changes'));
    await eventually(async () =>
      (await trayMenu()).some(({ label, isEnabled }) => label === 'Bo created “Book venue”' && isEnabled) ? true : null,
    );
    await daemon.closeAll();
    expect(await host.stop('SIGTERM')).toBe(0);
  });

  test('is answered by the window at start, and a notice, where the desktop shows none', async () => {
    const world = await createWorld();
    const { ask } = await startPage([...createFlags(world.flags), '--hidden'], {
      ...world.environment,
      XDG_CURRENT_DESKTOP: 'GNOME',
    });
    const { notices } = await ask('overview', null);
    expect(notices.map(({ id }) => id)).toContain('no-tray');
  });
});

describe.skipIf(!hasDesktop)('a link to the app', () => {
  test('opens the window of the running app; one that is none of its own does nothing', async () => {
    const { host, flags, environment } = await start();
    const evil = startDesktop([...flags, 'redbooth-notifier://open?redbooth=https://evil.example'], environment);
    expect(await evil.ended).toBe(1);
    await eventually(() => (host.errors().includes('was ignored') ? true : null));
    expect(host.errors()).not.toContain('evil');
    expect(await windowTitles()).toEqual([]);
    const second = startDesktop([...flags, '--', 'redbooth-notifier://open', '--no-such-flag'], environment);
    expect(await second.ended).toBe(1);
    await eventually(async () => ((await windowTitles()).length === 1 ? true : null));
    expect(await host.stop('SIGTERM')).toBe(0);
  });

  test('that starts the app opens the window, though it was to start hidden', async () => {
    const world = await createWorld();
    const host = startDesktop(
      [...createFlags(world.flags), '--hidden', '--', 'redbooth-notifier://settings'],
      world.environment,
    );
    await host.line('ready');
    await eventually(async () => ((await windowTitles()).length === 1 ? true : null));
    expect(await host.stop('SIGTERM')).toBe(0);
  });
});

describe.skipIf(!hasDesktop || process.platform !== 'linux')('starting with the desktop', () => {
  test('is a valid autostart file that appears and goes as asked, and is what others made of it', async () => {
    const world = await createWorld();
    const configHome = temporaryDirectory();
    const path = join(configHome, 'autostart', 'redbooth-notifier.desktop');
    const { ask } = await startPage(createFlags(world.flags), { ...world.environment, XDG_CONFIG_HOME: configHome });
    expect(await ask('system-settings', null)).toMatchObject({ startsAtLogin: false, trayIcon: 'auto' });
    expect(await ask('change-system-settings', { startsAtLogin: true })).toMatchObject({ startsAtLogin: true });
    const entry = readDesktopEntry(readFileSync(path, 'utf8'));
    expect(entry.get('Exec')).toContain(' --hidden --data-dir ');
    const validated = spawnSync('desktop-file-validate', [path], { encoding: 'utf8' });
    if (validated.error === undefined) expect(`${validated.stdout}${validated.stderr}`).toBe('');
    expect(await ask('change-system-settings', { startsAtLogin: false })).toMatchObject({ startsAtLogin: false });
    expect(existsSync(path)).toBe(false);
  });
});
