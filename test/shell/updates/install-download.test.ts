import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Squirrel,
  installAppImage,
  installByInstaller,
} from '../../../electron/shell/updates/install-download.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createFakeLog } from '../../fakes/log.ts';

const steps = () => {
  const done: string[] = [];
  const lasts: ((exit: () => void) => void)[] = [];
  return {
    done,
    restart: (last: (exit: () => void) => void) => {
      done.push('restart');
      lasts.push(last);
    },
    /** The app has ended all it did. */
    end: async () => {
      for (const last of lasts) last(() => done.push('exit'));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

describe('an AppImage', () => {
  const world = () => {
    const folder = temporaryDirectory();
    const appImage = join(folder, 'Redbooth.AppImage');
    const file = join(folder, 'download');
    writeFileSync(appImage, 'old');
    writeFileSync(file, 'new');
    const checksums = [createHash('sha512').update('new').digest('base64')];
    return { ...steps(), appImage, download: { file, checksums }, log: createFakeLog() };
  };

  it('is replaced first, then the app ends, then the new one starts', async () => {
    const { done, restart, end, appImage, download, log } = world();
    const start = async (started: string): Promise<void> =>
      void done.push(`start ${started === appImage ? readFileSync(started, 'utf8') : started}`);
    expect(await installAppImage({ appImage, start, restart, log })(download)).toEqual({ ok: true, value: null });
    expect(done).toEqual(['restart']);
    await end();
    expect(done).toEqual(['restart', 'start new', 'exit']);
  });

  it.each([
    ['was altered since', { checksums: [] }, 'update-damaged'],
    ['cannot be read', { file: '/nowhere' }, 'update-not-installed'],
  ])('goes on running when the download %s', async (_words, part, failure) => {
    const { done, restart, appImage, download, log } = world();
    const install = installAppImage({ appImage, start: async () => undefined, restart, log });
    expect(await install({ ...download, ...part })).toEqual({ ok: false, failure });
    expect(done).toEqual([]);
    expect(readFileSync(appImage, 'utf8')).toBe('old');
  });

  it('ends all the same when the new one does not start', async () => {
    const { done, restart, end, appImage, download, log } = world();
    const start = () => Promise.reject(new Error('no such loader'));
    await installAppImage({ appImage, start, restart, log })(download);
    await end();
    expect(done).toEqual(['restart', 'exit']);
    expect(log.lines.join()).toContain('no such loader');
  });
});

describe('an installer', () => {
  const world = (squirrel: Squirrel | null = null) => {
    const made = steps();
    const errors: (() => void)[] = [];
    const install = installByInstaller({
      quitAndInstall: () => void made.done.push('install'),
      onError: (listener) => void errors.push(listener),
      relaunch: () => void made.done.push('relaunch'),
      squirrel,
      restart: made.restart,
      log: createFakeLog(),
    });
    return { ...made, errors, install: () => install({ file: 'x', checksums: [] }) };
  };

  it('takes over once the app has ended what it did', async () => {
    const { done, end, install } = world();
    await install();
    expect(done).toEqual(['restart']);
    await end();
    expect(done).toEqual(['restart', 'install']);
  });

  it('that fails brings this version back', async () => {
    const { done, end, errors, install } = world();
    await install();
    await end();
    for (const fail of errors) fail();
    expect(done).toEqual(['restart', 'install', 'relaunch', 'exit']);
  });

  const squirrelThat = (event: 'update-downloaded' | 'error'): Squirrel => {
    const emitter = new EventEmitter();
    return {
      once: (name, listener) => emitter.once(name, listener),
      checkForUpdates: () => void emitter.emit(event, new Error('the signature does not fit')),
    };
  };

  it('of macOS proves the signature before the app gives way', async () => {
    const refused = world(squirrelThat('error'));
    expect(await refused.install()).toEqual({ ok: false, failure: 'update-not-installed' });
    expect(refused.done).toEqual([]);
    const taken = world(squirrelThat('update-downloaded'));
    expect(await taken.install()).toEqual({ ok: true, value: null });
    expect(taken.done).toEqual(['restart']);
  });
});
