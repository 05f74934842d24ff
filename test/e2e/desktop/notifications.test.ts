import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createWorld } from '../headless/world.ts';
import {
  chooseTrayEntry,
  daemon,
  electronPath,
  eventually,
  startDesktop,
  trayMenu,
  trayTooltip,
  untilTooltip,
  windowTitles,
} from './desktop.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop with a notification daemon that a test may drive (OPENED_URLS)');

/** Runs the app in the tray, with hooks that come straight to its port. */
const start = async (settings: Readonly<Record<string, unknown>> = {}) => {
  await daemon.closeAll();
  const world = await createWorld();
  const overlay = join(temporaryDirectory(), 'settings.json');
  writeFileSync(overlay, JSON.stringify(settings));
  const flags = world.flags.filter((flag) => flag !== '--no-ui');
  const host = startDesktop(
    [...flags, '--tunnel', 'off', '--data-dir', temporaryDirectory(), '--settings', overlay, '--hidden'],
    world.environment,
  );
  const { localUrl } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);
  world.simulator.attachHook(String(localUrl));
  const assign = (name: string) => world.simulator.createTask({ name, by: 'bo', assignedTo: 'ada' });
  return { ...world, host, assign };
};

const untilDisplayed = (count: number): Promise<true> =>
  eventually(async () => ((await daemon.displayed()) === count ? true : null));

describe.skipIf(!hasDesktop)('notifications on a desktop', () => {
  test('say nothing of the task while their content is private; the line for programs says it all', async () => {
    const { host, assign } = await start({ notificationContent: 'private' });
    assign('Sell Acme');
    expect(await host.line('notification')).toMatchObject({ title: 'Bo created “Sell Acme”' });
    await untilDisplayed(1);
    // The newest first; what other tests left in the daemon's history comes after it.
    const [newest] = await daemon.closeAll();
    expect(newest).toMatchObject({ title: 'A task changed', body: 'Click to see what changed' });
  });

  test('are taken down when their change is read elsewhere', async () => {
    const { host, assign } = await start();
    assign('Book venue');
    await host.line('notification', (line) => line['title'] === 'Bo created “Book venue”');
    assign('Order badges');
    await untilDisplayed(2);
    await chooseTrayEntry('● Bo created “Book venue”');
    await untilDisplayed(1);
    expect((await daemon.closeAll())[0]?.title).toBe('Bo created “Order badges”');
  });

  test('take the place of the last one of their task', async () => {
    const { simulator, host, assign } = await start();
    const { taskId } = assign('Book venue');
    const { id } = await host.line('notification');
    await untilDisplayed(1);
    simulator.editTask(taskId, { status: 'resolved' }, 'chi');
    const next = await host.line('notification', (line) => line['id'] !== id);
    expect(next).toMatchObject({ replaces: id });
    await untilDisplayed(1);
    expect((await daemon.closeAll())[0]?.title).toBe(next['title']);
  });

  test('show the window when they lead to no task', async () => {
    const { host } = await start();
    await chooseTrayEntry('Send a test notification');
    await host.line('notification');
    await untilDisplayed(1);
    expect(await windowTitles()).toEqual([]);
    await daemon.clickNewest();
    await eventually(async () => ((await windowTitles()).length === 1 ? true : null));
    await untilDisplayed(0);
  });

  test('that the system does not show are said by the tray, until one is shown', async () => {
    const { host, assign } = await start();
    onTestFinished(() => daemon.allow());
    await daemon.stop();
    assign('Book venue');
    expect(await host.line('error')).toMatchObject({ code: 'notification-failed' });
    expect(await trayTooltip()).not.toContain('Notifications are not shown');
    assign('Order badges');
    await untilTooltip((words) => words.includes('Notifications are not shown'));
    expect((await trayMenu()).map(({ label }) => label)).toContain('Notifications are not shown…');

    await daemon.allow();
    await chooseTrayEntry('Send a test notification');
    await untilTooltip((words) => !words.includes('Notifications are not shown'));
    await untilDisplayed(1);
    expect((await daemon.closeAll())[0]?.title).toBe('This is a test');
  });

  test('are held back while the user asked the desktop not to be disturbed', async () => {
    await daemon.pause(true);
    onTestFinished(() => daemon.pause(false));
    const { host, assign } = await start();
    assign('Book venue');
    expect(await host.line('skipped')).toMatchObject({ reason: 'do-not-disturb' });
    await untilTooltip((words) => words.includes('1 unread'));
  });
});
