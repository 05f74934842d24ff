import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, runProgram, startProgram } from '../../electron/shell/programs.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

describe.skipIf(process.platform === 'win32')('another program', () => {
  it('is run without a shell, and its output read', async () => {
    expect(await runProgram(process.execPath, ['-e', 'console.log(process.argv[1])', '$HOME; exit 1'])).toBe(
      '$HOME; exit 1\n',
    );
  });

  it.each<[string, string, readonly string[]]>([
    ['is not there', 'no-such-program-here', []],
    ['fails', process.execPath, ['-e', 'process.exit(3)']],
  ])('that %s is a failure', async (_name, program, args) => {
    await expect(runProgram(program, args)).rejects.toThrow();
  });

  it('is started and left alone', async () => {
    await expect(startProgram(process.execPath, ['-e', ''])).resolves.toBeUndefined();
    await expect(startProgram('no-such-program-here', [])).rejects.toThrow('ENOENT');
  });

  it('says when it has ended', async () => {
    await new Promise<void>((ended) => void startProgram(process.execPath, ['-e', ''], ended));
  });

  it('is installed where a folder of PATH has it, and it can be run', () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'a-folder'));
    for (const name of ['plain', 'runnable']) writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, 'plain'), 0o644);
    chmodSync(join(folder, 'runnable'), 0o755);
    const path = `/nowhere:${folder}`;
    expect(['runnable', 'plain', 'a-folder', 'missing'].filter((name) => isInstalled(name, path))).toEqual([
      'runnable',
    ]);
    expect(isInstalled('runnable', undefined)).toBe(false);
  });
});
