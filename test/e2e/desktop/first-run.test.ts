import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { electronPath, eventually, windowOwners } from './desktop.ts';
import { startPage } from './start-page.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop that a test may drive (OPENED_URLS)');

describe.skipIf(!hasDesktop)('the first run on a desktop', () => {
  test('welcomes, once', async () => {
    const flags = ['--tunnel', 'off', '--data-dir', temporaryDirectory()];
    const first = await startPage(flags);
    expect((await first.ask('overview', null)).welcomed).toBe(false);
    await first.ask('finish-welcome', null);
    await first.app.close();
    const second = await startPage(flags);
    expect((await second.ask('overview', null)).welcomed).toBe(true);
  });

  test('starts a demo beside the app, with a window of its own; the app goes on', async () => {
    const { app, ask } = await startPage(['--tunnel', 'off', '--data-dir', temporaryDirectory()]);
    const own = app.process().pid;
    await eventually(async () => ((await windowOwners()).length === 1 ? true : null));
    expect(await ask('start-demo', null)).toEqual({ kind: 'started' });
    const demo = await eventually(async () => {
      const owners = await windowOwners();
      return owners.length === 2 ? (owners.find((pid) => pid !== own) ?? null) : null;
    });
    onTestFinished(() => {
      try {
        process.kill(demo, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    });
    // While it runs, asking again starts no other.
    expect(await ask('start-demo', null)).toEqual({ kind: 'started' });
    process.kill(demo, 'SIGTERM');
    await eventually(async () => ((await windowOwners()).length === 1 ? true : null));
    expect((await ask('overview', null)).demo).toBe(false);
  });
});
