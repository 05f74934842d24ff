import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrivateFile } from '../../../electron/core/account/private-file.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

const setUp = () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'secrets.json');
  return { directory, path, file: createPrivateFile(path) };
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('a private file', () => {
  it('is nothing until it is written, and then what was written last', async () => {
    const { file } = setUp();
    expect(await file.read()).toBeNull();
    await file.write('one');
    await file.write(Buffer.from('two'));
    expect(String(await file.read())).toBe('two');
  });

  it.skipIf(process.platform === 'win32')('is for its owner only, whatever was there before', async () => {
    const { file, path } = setUp();
    writeFileSync(path, 'old', { mode: 0o644 });
    chmodSync(path, 0o644);
    await file.read();
    expect(modeOf(path)).toBe(0o600);
    await file.write('new');
    expect(modeOf(path)).toBe(0o600);
  });

  it('leaves nothing beside it, and removes what a kill left', async () => {
    const { file, directory, path } = setUp();
    await file.write('one');
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    writeFileSync(`${path}.new`, 'half a secret');
    await file.read();
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    writeFileSync(`${path}.new`, 'half a secret');
    await file.write('two');
    expect(readdirSync(directory)).toEqual(['secrets.json']);
  });

  it('is still the old one when the new one cannot be written', async () => {
    const { file, path } = setUp();
    await file.write('old');
    mkdirSync(`${path}.new`);
    await expect(file.write('new')).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('is out of the way once set aside, and goes altogether when removed', async () => {
    const { file, directory } = setUp();
    await file.write('broken');
    const aside = await file.setAside();
    expect(readFileSync(aside, 'utf8')).toBe('broken');
    expect(await file.read()).toBeNull();
    await file.write('good');
    await file.remove();
    expect(readdirSync(directory)).toEqual([]);
    expect(existsSync(aside)).toBe(false);
  });
});
