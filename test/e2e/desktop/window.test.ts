import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { idsIn } from '../headless/host.ts';
import { createWorld, startRelay } from '../headless/world.ts';
import { chooseTrayEntry, closeWindow, daemon, electronPath, eventually, trayMenu, untilTooltip } from './desktop.ts';
import { driveApp } from './driven-app.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop with a tray and a notification daemon (OPENED_URLS)');

/** Runs the app with its window open, reachable through a relay. */
const start = async (settings: Readonly<Record<string, unknown>> = {}) => {
  await daemon.closeAll();
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  // Stored, so that the page may change them.
  writeFileSync(join(dataDirectory, 'settings.json'), JSON.stringify({ version: 1, welcomed: true, ...settings }));
  const flags = world.flags.filter((flag) => flag !== '--no-ui');
  const { url: relay } = await startRelay();
  const driven = await driveApp(
    [...flags, '--tunnel', 'localtunnel', '--tunnel-host', relay, '--data-dir', dataDirectory],
    world.environment,
  );
  await driven.page.getByText('Signed in as Ada Lovell').waitFor();
  await world.caughtUp(1);
  world.simulator.attachHook(driven.hookUrl);
  return { ...world, ...driven };
};

describe.skipIf(!hasDesktop)('the window of a desktop', () => {
  test('opens with what a summary told, when that is clicked', async () => {
    const { simulator, electron, host, page } = await start();
    const assign = (name: string) =>
      simulator.createTask({ name, by: 'bo', assignedTo: 'ada', project: 'Autumn summit' });
    simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'chi' });
    await page.getByText('Book venue').first().waitFor();
    await closeWindow();
    await eventually(() => (electron.windows().length === 0 ? true : null));

    const names = [
      'Order badges',
      'Print signs',
      'Hire caterers',
      'Invite speakers',
      'Rent chairs',
      'Test microphones',
    ];
    for (const name of names) assign(name);
    const told = (): readonly string[] => host.all('notification').flatMap((line) => idsIn(line, 'changeIds'));
    await eventually(() => (told().length === names.length ? true : null));
    await eventually(async () => ((await daemon.displayed()) === 1 ? true : null));
    const [opened] = await Promise.all([electron.waitForEvent('window'), daemon.clickNewest()]);
    await opened.getByRole('button', { name: 'From a notification' }).waitFor();
    await expect.poll(() => opened.locator('.change').count()).toBe(names.length);
    expect(await opened.getByText('Book venue').count()).toBe(0);
    await daemon.closeAll();
  });

  test('and the tray say the same of a pause, wherever it began', async () => {
    const { simulator, host, page } = await start();
    await chooseTrayEntry('30 minutes');
    await page
      .getByText(/Paused until/)
      .first()
      .waitFor();
    simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
    expect(await host.line('skipped')).toMatchObject({ reason: 'paused' });
    expect(await daemon.displayed()).toBe(0);

    await page.getByRole('button', { name: 'Pause notifications' }).click();
    await page.getByRole('button', { name: 'Resume now' }).click();
    await untilTooltip((words) => words !== '' && !words.includes('Paused'));
    expect((await trayMenu()).map(({ label }) => label)).not.toContain('Resume');

    await page.getByRole('button', { name: 'Pause notifications' }).click();
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    await untilTooltip((words) => words.includes('Paused until'));
    await chooseTrayEntry('Resume');
    await expect.poll(() => page.getByText(/Paused until/).count()).toBe(0);
    await daemon.closeAll();
  });

  test('is in the theme of the settings for Chromium, too', async () => {
    const { page } = await start({ theme: 'dark' });
    const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(true);
    await page.evaluate(() => Reflect.get(globalThis, 'notifier').request('change-preferences', { theme: 'light' }));
    await expect.poll(isDark).toBe(false);
  });
});
