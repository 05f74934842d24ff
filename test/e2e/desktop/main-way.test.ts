import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { exportLines } from '../headless/host.ts';
import { createWorld, postHook, startRelay } from '../headless/world.ts';
import {
  closeWindow,
  daemon,
  electronPath,
  eventually,
  openedUrls,
  startDesktop,
  trayTooltip,
  windowTitles,
} from './desktop.ts';

const hasElectron = electronPath() !== null;
if (!hasElectron) console.log('skipped: no Electron here (npx install-electron fetches one)');
const hasDesktop = hasElectron && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop)
  console.log('skipped in part: no desktop with a notification daemon that a test may drive (OPENED_URLS)');

const start = async (more: readonly string[] = []) => {
  const world = await createWorld();
  const { url, relay } = await startRelay();
  const dataDirectory = temporaryDirectory();
  const flags = [
    ...world.flags.filter((flag) => flag !== '--no-ui'),
    '--tunnel',
    'localtunnel',
    '--tunnel-host',
    url,
    '--data-dir',
    dataDirectory,
    ...more,
  ];
  const host = startDesktop(flags, world.environment);
  const { hookUrl } = await host.line('tunnel', (line) => line['state'] === 'online');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);
  return { ...world, relay, relayUrl: url, host, flags, dataDirectory, hookUrl: String(hookUrl) };
};

/** A relay is reached by a name under .localhost, which a test’s resolver may not know. */
const throughRelay = (hookUrl: string): { readonly url: string; readonly host: string } => {
  const { host, port, pathname } = new URL(hookUrl);
  return { url: `http://127.0.0.1:${port}${pathname}`, host };
};

describe.skipIf(!hasElectron)('the desktop app', () => {
  test('takes a hook through the public URL and tells of it', async () => {
    const { simulator, host, hookUrl } = await start(['--hidden']);
    simulator.attachHook(hookUrl);
    simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', project: 'Autumn summit' });
    expect(await host.line('notification')).toMatchObject({ title: 'Bo created “Book venue”' });
    expect(await host.stop('SIGTERM')).toBe(process.platform === 'win32' ? 'SIGTERM' : 0);
  });

  describe.skipIf(!hasDesktop)('on a desktop', () => {
    test('a notification is shown natively; a click opens the task, marks it read and quiets the tray', async () => {
      await daemon.closeAll();
      const { simulator, host, hookUrl } = await start(['--hidden']);
      simulator.attachHook(hookUrl);
      await eventually(async () => ((await trayTooltip())?.endsWith('No unread changes') === true ? true : null));
      const { taskId } = simulator.createTask({ name: 'Book <b>venue</b> & more', by: 'bo', assignedTo: 'ada' });
      const line = await host.line('notification');
      await eventually(async () => ((await daemon.displayed()) === 1 ? true : null));
      await eventually(async () => ((await trayTooltip())?.includes('1 unread') === true ? true : null));
      const before = openedUrls().length;
      await daemon.clickNewest();
      const opened = await eventually(() => openedUrls()[before] ?? null);
      expect(opened).toBe(line['url']);
      expect(opened).toContain(`/tasks/${taskId}`);
      await eventually(async () => ((await trayTooltip())?.endsWith('No unread changes') === true ? true : null));
      await eventually(async () => ((await daemon.displayed()) === 0 ? true : null));
      const [shown] = await daemon.closeAll();
      expect(shown?.title).toBe('Bo created “Book <b>venue</b> & more”');
    });

    test('the window shows the change, is destroyed on close, and comes back when started again', async () => {
      const { simulator, host, hookUrl, flags, environment } = await start();
      simulator.attachHook(hookUrl);
      simulator.createTask({ name: 'Pricing page', by: 'bo', assignedTo: 'ada' });
      await host.line('notification');
      await eventually(async () => ((await windowTitles()).some((title) => title.includes('(1)')) ? true : null));
      await closeWindow();
      await eventually(async () => ((await windowTitles()).length === 0 ? true : null));

      const second = startDesktop(flags, environment);
      expect(await second.ended).toBe(1);
      expect(second.errors()).toContain('already running');
      await eventually(async () => ((await windowTitles()).length === 1 ? true : null));
      await daemon.closeAll();
      expect(await host.stop('SIGTERM')).toBe(0);
    });

    test('kill -9 while hooks arrive: all are settled after the next start, and nothing is shown twice', async () => {
      const world = await start(['--hidden']);
      const { url } = throughRelay(world.hookUrl);
      const { localUrl } = await world.host.line('ready');
      expect(url).toContain(new URL(String(localUrl)).pathname);
      const tasks = Array.from({ length: 5 }, (_, index) =>
        world.simulator.createTask({ name: `Task ${index}`, by: 'bo', assignedTo: 'ada', silently: true }),
      );
      const answers = await Promise.all(tasks.map(({ taskId }) => postHook(String(localUrl), taskId, 'create')));
      expect(answers).toEqual([200, 200, 200, 200, 200]);
      await world.host.stop('SIGKILL');
      const again = startDesktop(world.flags, world.environment);
      await again.line('ready');
      const settled = async (): Promise<true | null> => {
        const lines = await exportLines(world.dataDirectory);
        return lines.filter((line) => line.event === 'settled').length >= 5 ? true : null;
      };
      await eventually(settled);
      const told = [...world.host.all('notification'), ...again.all('notification')].map((line) => line['id']);
      expect(new Set(told).size).toBe(told.length);
      await daemon.closeAll();
    });
  });
});
