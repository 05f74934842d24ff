import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../electron/start/headless-settings.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

const open = (put: (file: string) => void) => {
  const directory = temporaryDirectory();
  const place = join(directory, 'settings.json');
  put(place);
  const broken: string[] = [];
  const file = openSettingsFile(directory, (keptAs) => broken.push(keptAs));
  return { directory, place, file, broken };
};

describe('a file of settings', () => {
  it('that is not there is none yet', () => {
    const { file, broken } = open(() => undefined);
    expect(file.read()).toEqual({});
    expect(broken).toEqual([]);
  });

  it.each([
    ['is no JSON', '{"theme":dark}'],
    ['was written by half', '{"theme":"dark","language'],
    ['is empty', ''],
    ['is a list', '["dark"]'],
    ['is a number', '7'],
    ['is nothing', 'null'],
  ])('that %s is kept aside with all that is in it, told, and begun anew', (_what, text) => {
    const { place, file, broken } = open((path) => writeFileSync(path, text));
    expect(broken).toHaveLength(1);
    expect(broken.map((keptAs) => readFileSync(keptAs, 'utf8'))).toEqual([text]);
    expect(file.read()).toEqual({});
    file.write({ theme: 'light' }, null);
    expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual({ theme: 'light' });
  });

  it.each<[string, (path: string) => void]>([
    ['a directory', (path) => mkdirSync(path)],
    ['a link that leads to itself', (path) => symlinkSync(path, path)],
  ])('that cannot be read is kept aside and told: %s', (_what, put) => {
    const { file, broken } = open(put);
    expect(broken).toHaveLength(1);
    expect(file.read()).toEqual({});
  });

  it('is kept beside the new one where that is asked for', () => {
    const { directory, file } = open((path) => writeFileSync(path, '{"version":7,"telepathy":true}'));
    file.write({ theme: 'dark' }, 'version-7');
    const kept = readdirSync(directory).filter((name) => name.startsWith('settings.json.version-7-'));
    expect(kept.map((name) => readFileSync(join(directory, name), 'utf8'))).toEqual(['{"version":7,"telepathy":true}']);
    expect(file.read()).toEqual({ theme: 'dark' });
  });
});
