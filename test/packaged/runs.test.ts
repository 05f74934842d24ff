import { describe, expect, inject, test } from 'vitest';
import { daemon, electronPath, eventually, trayTooltip } from '../e2e/desktop/desktop.ts';
import { createWorld } from '../e2e/headless/world.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { runsByItself, startPacked } from './packed-app.ts';

const packed = inject('packed');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const canRun = packed !== null && hasDisplay && (runsByItself(packed) || electronPath() !== null);
if (packed !== null && !canRun) console.log('skipped: the packed app is not started, as there is no display here');
const hasDaemon = process.env['OPENED_URLS'] !== undefined;

describe.skipIf(!canRun)('the packed app', () => {
  test('starts, takes a hook, notifies, and quits', async () => {
    if (packed === null) throw new Error('nothing was packed');
    if (hasDaemon) await daemon.closeAll();
    const world = await createWorld();
    const flags = world.flags.filter((flag) => flag !== '--no-ui');
    const own = ['--tunnel', 'off', '--data-dir', temporaryDirectory(), '--hidden'];
    const app = startPacked(packed, [...flags, ...own], world.environment);
    const { localUrl } = await app.line('ready');
    await app.line('account', (line) => line['state'] === 'signed-in');
    await world.caughtUp(1);
    world.simulator.attachHook(String(localUrl));
    world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', project: 'Autumn summit' });
    expect(await app.line('notification')).toMatchObject({ title: 'Bo created “Book venue”' });
    if (hasDaemon) {
      await eventually(async () => ((await daemon.displayed()) === 1 ? true : null));
      // The icon was found in the archive, or there would be none to point at.
      await eventually(async () => ((await trayTooltip())?.includes('1 unread') === true ? true : null));
      const [shown] = await daemon.closeAll();
      expect(shown?.title).toBe('Bo created “Book venue”');
    }
    expect(await app.stop('SIGTERM')).toBe(process.platform === 'win32' ? 'SIGTERM' : 0);
  });

  test('plays its demo, whose pretend Redbooth is in the archive', async () => {
    if (packed === null) throw new Error('nothing was packed');
    const app = startPacked(packed, ['--demo', '--hidden']);
    expect(await app.line('notification')).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/a\//),
    });
    await app.stop('SIGTERM');
    if (hasDaemon) await daemon.closeAll();
  });
});
