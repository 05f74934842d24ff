import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { closeWindow, electronPath, eventually, windowOwners } from '../e2e/desktop/desktop.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { runsByItself } from './packed-app.ts';

const packed = inject('packed');
/** It changes the machine, so it has to be asked for. */
const isAsked = process.env['INSTALL_DEB'] === 'yes' && process.getuid?.() === 0;
const canInstall =
  packed !== null &&
  packed.deb !== null &&
  isAsked &&
  process.env['OPENED_URLS'] !== undefined &&
  (runsByItself(packed) || electronPath() !== null);
if (!canInstall) console.log('skipped: the deb is not installed, unless INSTALL_DEB=yes, as root, on a test’s desktop');

const run = promisify(execFile);
const app = '/opt/Redbooth Notifier';
const menuEntry = '/usr/share/applications/redbooth-notifier.desktop';

/** All that a package might leave behind. */
const places = [
  '/opt',
  '/usr/bin',
  '/usr/share/applications',
  '/usr/share/icons/hicolor',
  '/etc/alternatives',
  '/etc/apparmor.d',
];
const traces = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(({ name }) => /redbooth/i.test(name))
        .map(({ parentPath, name }) => join(parentPath, name));
const allTraces = (): readonly string[] => places.flatMap(traces);

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const apt = (...given: readonly string[]) =>
  run('apt-get', ['--yes', '--quiet', '--no-install-recommends', ...given], { env: environment });

/** Has the desktop start something, as a click in its menu does; the app keeps whatever output it is given. */
const askDesktop = (given: readonly string[], env: NodeJS.ProcessEnv): void => {
  expect(spawnSync('gio', given, { env, stdio: 'ignore' }).status).toBe(0);
};

const windowOwner = async (): Promise<number | null> => (await windowOwners())[0] ?? null;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(!canInstall)('the deb', () => {
  test('installs, starts from its menu entry, follows its links, and is removed without a trace', async () => {
    expect(allTraces()).toEqual([]);
    onTestFinished(async () => void (await apt('purge', 'redbooth-notifier')));
    await apt('install', packed?.deb ?? '');
    expect(realpathSync('/usr/bin/redbooth-notifier')).toBe(join(app, 'redbooth-notifier'));
    if (packed !== null && !runsByItself(packed)) {
      // The Electron of this desktop is older than the app needs: its own executable brings what lacks.
      writeFileSync(
        join(app, 'redbooth-notifier'),
        `#!/bin/sh\nexec '${electronPath()}' '${app}/resources/app.asar' "$@"\n`,
      );
      chmodSync(join(app, 'redbooth-notifier'), 0o755);
    }
    const configuration = temporaryDirectory();
    mkdirSync(join(configuration, 'Redbooth Notifier'));
    const settings = { tunnel: 'off', redbooth: 'http://127.0.0.1:9', welcomed: true };
    writeFileSync(join(configuration, 'Redbooth Notifier', 'settings.json'), JSON.stringify(settings));
    const env = { ...process.env, XDG_CONFIG_HOME: configuration };
    askDesktop(['launch', menuEntry], env);
    const pid = await eventually(windowOwner);
    onTestFinished(() => {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    });
    await closeWindow();
    await eventually(async () => ((await windowOwners()).length === 0 ? true : null));
    askDesktop(['open', 'redbooth-notifier://settings'], env);
    expect(await eventually(windowOwner)).toBe(pid);

    process.kill(pid, 'SIGTERM');
    await eventually(() => (isAlive(pid) ? null : true));
    await apt('remove', 'redbooth-notifier');
    expect(allTraces()).toEqual([]);
  });
});
