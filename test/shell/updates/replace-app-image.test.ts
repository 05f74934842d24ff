import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceAppImage } from '../../../electron/shell/updates/replace-app-image.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

const checksum = (text: string): string => createHash('sha512').update(text).digest('base64');

const world = () => {
  const folder = temporaryDirectory();
  const file = join(temporaryDirectory(), 'download');
  const target = join(folder, 'Redbooth-1.0.0.AppImage');
  writeFileSync(file, 'new');
  writeFileSync(target, 'old');
  chmodSync(target, 0o755);
  return { folder, file, target };
};

describe('an AppImage', () => {
  it('is replaced under its own name, and can be run', async () => {
    const { folder, file, target } = world();
    expect(await replaceAppImage(file, target, [checksum('other'), checksum('new')])).toBe('replaced');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(statSync(target).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toEqual(['Redbooth-1.0.0.AppImage']);
  });

  it('stays when the download is not what was published', async () => {
    const { folder, file, target } = world();
    expect(await replaceAppImage(file, target, [checksum('other')])).toBe('damaged');
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['Redbooth-1.0.0.AppImage']);
  });

  it('stays when the download is gone', async () => {
    const { folder, target } = world();
    await expect(replaceAppImage(join(folder, 'gone'), target, [])).rejects.toThrow('ENOENT');
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['Redbooth-1.0.0.AppImage']);
  });

  it('that was deleted is not put back somewhere', async () => {
    const { folder, file } = world();
    await expect(replaceAppImage(file, join(folder, 'moved.AppImage'), [checksum('new')])).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['Redbooth-1.0.0.AppImage']);
  });

  it('that is started by a link is replaced behind it', async () => {
    const { file, target } = world();
    const link = join(temporaryDirectory(), 'redbooth');
    symlinkSync(target, link);
    expect(await replaceAppImage(file, link, [checksum('new')])).toBe('replaced');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readFileSync(link, 'utf8')).toBe('new');
  });
});
