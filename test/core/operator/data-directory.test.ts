import { statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  historyFile,
  prepareDataDirectory,
  usualDataDirectory,
} from '../../../electron/core/operator/data-directory.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

const name = 'Redbooth Notifier';

describe('the usual data directory', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', name)],
    ['win32', { APPDATA: join('C:', 'Roaming') }, join('C:', 'Roaming', name)],
    ['win32', { APPDATA: '' }, join(homedir(), 'AppData', 'Roaming', name)],
    ['linux', { XDG_CONFIG_HOME: '/config' }, join('/config', name)],
    ['linux', { XDG_CONFIG_HOME: '' }, join(homedir(), '.config', name)],
    ['linux', {}, join(homedir(), '.config', name)],
  ])('is where the platform keeps state: %s %o', (platform, environment, directory) => {
    expect(usualDataDirectory(platform, environment)).toBe(directory);
  });
});

describe('preparing a data directory', () => {
  it('makes it for its user alone, parents included', () => {
    const directory = join(temporaryDirectory(), 'a', 'b');
    expect(prepareDataDirectory(directory)).toEqual({ ok: true, value: directory });
    expect(statSync(directory).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700);
  });

  it('takes one that is there', () => {
    expect(prepareDataDirectory(temporaryDirectory()).ok).toBe(true);
  });

  it('says in one line why it cannot be used, and what to do', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    const prepared = prepareDataDirectory(file);
    expect(prepared.ok).toBe(false);
    if (prepared.ok) return;
    expect(prepared.failure).toContain(file);
    expect(prepared.failure).toContain('--data-dir DIR');
    expect(prepared.failure).not.toContain('\n');
  });
});

it('the history is in history.sqlite', () => {
  expect(historyFile('/state')).toBe(join('/state', 'history.sqlite'));
});
