import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RequestName, readReply } from '../../../electron/contract/index.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { electronPath, eventually } from './desktop.ts';
import { layOutPackedApp } from './packed-app.ts';
import { startUpdateServer } from './update-server.ts';

const hasElectron = electronPath() !== null;
if (!hasElectron) console.log('skipped: no Electron here (npx install-electron fetches one)');
const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;

type Ask = (name: RequestName, payload: unknown) => Promise<unknown>;

/** The built app as an AppImage beside a place with releases, and its window. */
const startPacked = async (packageType?: string) => {
  const electron = electronPath() ?? '';
  const server = await startUpdateServer();
  const packed = layOutPackedApp({ feed: server.url, electron, ...(packageType !== undefined && { packageType }) });
  const dataDirectory = temporaryDirectory();
  const { ELECTRON_RUN_AS_NODE: _, REDBOOTH_ACCESS_TOKEN: __, ...inherited } = process.env;
  const env = Object.fromEntries(
    Object.entries({ ...inherited, ...packed.environment }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  // Nothing answers at the discard port: the app stays signed out.
  const flags = ['--redbooth', 'http://127.0.0.1:9', '--tunnel', 'off', '--catch-up', '0', '--data-dir', dataDirectory];
  const app: ElectronApplication = await _electron.launch({
    executablePath: electron,
    args: [...(needsNoSandbox ? ['--no-sandbox'] : []), packed.path, ...flags],
    env,
  });
  onTestFinished(() => app.close().catch(() => undefined));
  const window: Page = await app.firstWindow();
  await window.waitForLoadState();
  const ask: Ask = async (name, payload) => {
    const wire: unknown = await window.evaluate(
      ([name, payload]) => {
        const request: unknown = Reflect.get(Reflect.get(globalThis, 'notifier'), 'request');
        return typeof request === 'function' ? request(name, payload) : null;
      },
      [name, payload] as const,
    );
    return wire;
  };
  const overview = async () => {
    const reply = readReply('overview', await ask('overview', null));
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.value;
  };
  /** Settles once updates stand there. */
  const reached = (state: string) =>
    eventually(async () => {
      const { status } = (await overview()).updates;
      return status.state === state ? status : null;
    });
  // The welcome of the first run stands before everything.
  await ask('finish-welcome', null);
  await window.reload();
  return { ...packed, app, window, server, ask, overview, reached, dataDirectory };
};

/** The process that said it is ready; null before it did. */
const readyPid = (lines: string): number | null => {
  const [, pid] = existsSync(lines) ? (/"event":"ready".*"pid":(\d+)/.exec(readFileSync(lines, 'utf8')) ?? []) : [];
  return pid === undefined ? null : Number(pid);
};
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const end = async (pid: number): Promise<void> => {
  if (isRunning(pid)) process.kill(pid, 'SIGTERM');
  await eventually(() => (isRunning(pid) ? null : true));
};

/** What the app has downloaded and may install. */
const pending = (cache: string | undefined): string => join(cache ?? '', 'redbooth-notifier-updater', 'pending');

describe.skipIf(!hasElectron)('an AppImage and its releases, in the real Electron', () => {
  test('a good release is told once, downloaded and installed when the user says so, and started', async () => {
    const { app, path, window, server, ask, reached, appImage } = await startPacked();
    const lines = join(temporaryDirectory(), 'lines');
    // The new version is this one again: it finds out whether everything of the old one is closed.
    const command = [electronPath() ?? '', ...(needsNoSandbox ? ['--no-sandbox'] : []), path];
    const file = `#!/bin/sh\nexec ${command.map((each) => `'${each}'`).join(' ')} "$@" --json > '${lines}'\n`;
    server.publish({ version: '99.0.0', file, notes: '<h2>99</h2><img src=x onerror="document.title=1">Less noise' });

    expect(await ask('check-for-updates', null)).toMatchObject({ ok: true });
    await reached('available');
    // Nobody is named to the server.
    expect(new Set(server.asked().map(({ stagingId }) => stagingId))).toEqual(
      new Set(['00000000-0000-0000-0000-000000000000']),
    );
    expect(server.asked().some(({ path }) => path.endsWith('.AppImage'))).toBe(false);

    const notice = window.getByRole('group', { name: 'Version 99.0.0 is available' });
    await notice.getByRole('button', { name: 'What is new' }).click();
    await expect.poll(() => window.locator('.release-notes-text').textContent()).toBe('99\nLess noise');
    await window.keyboard.press('Escape');
    await notice.getByRole('button', { name: 'Download' }).click();
    await reached('ready');
    expect(readFileSync(appImage, 'utf8')).toBe('this version');
    expect(existsSync(lines)).toBe(false);

    const closed = new Promise((resolve) => app.process().once('exit', resolve));
    await window
      .getByRole('group', { name: 'Version 99.0.0 is downloaded' })
      .getByRole('button', { name: 'Restart now' })
      .click();
    expect(await closed).toBe(0);
    const pid = await eventually(() => readyPid(lines));
    onTestFinished(() => end(pid));
    expect(readFileSync(appImage, 'utf8')).toBe(file);
    expect(statSync(appImage).mode & 0o111).toBe(0o111);
    expect(readdirSync(dirname(appImage))).toEqual(['Redbooth Notifier.AppImage']);
  });

  test('a release whose checksum does not fit is refused, and nothing is replaced', async () => {
    const { window, server, ask, reached, appImage, environment } = await startPacked();
    server.publish({ version: '99.0.0', file: 'something else', checksumOf: 'what was published' });
    await ask('check-for-updates', null);
    await reached('available');
    await ask('download-update', null);
    expect(await reached('failed')).toMatchObject({ version: '99.0.0', failure: { code: 'update-damaged' } });
    await window.getByRole('group', { name: 'You do not have version 99.0.0 yet' }).waitFor();
    expect(await ask('install-update', null)).toMatchObject({ ok: true });
    expect(await reached('failed')).toMatchObject({ version: '99.0.0' });
    expect(readFileSync(appImage, 'utf8')).toBe('this version');
    expect(readdirSync(pending(environment['XDG_CACHE_HOME']))).toEqual([]);
  });

  test('a download that is altered before it is installed is refused, and the app goes on', async () => {
    const { server, ask, reached, appImage, environment, overview } = await startPacked();
    server.publish({ version: '99.0.0', file: 'the new version' });
    await ask('check-for-updates', null);
    await reached('available');
    await ask('download-update', null);
    await reached('ready');
    const downloaded = join(pending(environment['XDG_CACHE_HOME']), 'Redbooth-Notifier-99.0.0.AppImage');
    writeFileSync(downloaded, 'something else');
    await ask('install-update', null);
    expect(await reached('failed')).toMatchObject({ failure: { code: 'update-damaged' } });
    expect(readFileSync(appImage, 'utf8')).toBe('this version');
    expect((await overview()).account.state).toBe('signed-out');
  });

  test('an older release is not offered, and neither is the same one', async () => {
    const { server, ask, reached, overview } = await startPacked();
    const { version } = await overview();
    for (const published of ['0.0.1', version]) {
      server.publish({ version: published, file: 'an older version' });
      await ask('check-for-updates', null);
      await eventually(async () => ((await overview()).updates.status.state === 'idle' ? true : null));
      expect((await overview()).notices.filter(({ id }) => id.startsWith('update'))).toEqual([]);
    }
    expect(server.asked().length).toBeGreaterThanOrEqual(2);
    expect(await reached('idle')).toEqual({ state: 'idle' });
  });

  test('a server without a release is told to whoever asked', async () => {
    const { ask, reached } = await startPacked();
    await ask('check-for-updates', null);
    expect(await reached('failed')).toMatchObject({ version: null, failure: { code: 'update-check-failed' } });
  });

  test('a package of the system never asks, and says how to update', async () => {
    const { server, ask, window, overview } = await startPacked('deb');
    expect((await overview()).updates.status).toEqual({ state: 'unsupported', obstacle: 'package-manager' });
    expect(await ask('check-for-updates', null)).toMatchObject({ ok: false, failure: { code: 'update-unsupported' } });
    await window.keyboard.press(',');
    await window.getByText('This copy was installed by your package manager').waitFor();
    expect(server.asked()).toEqual([]);
  });
});
