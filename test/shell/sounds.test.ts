import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ownSounds } from '../../electron/contract/index.ts';
import { isInstalled, runProgram } from '../../electron/shell/programs.ts';
import { createSounds } from '../../electron/shell/sounds.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createMemoryLog } from './memory-log.ts';

type Options = {
  readonly platform?: NodeJS.Platform;
  readonly installed?: readonly string[];
  readonly failing?: string;
};

const open = ({ platform = 'linux', installed = [], failing = '' }: Options = {}) => {
  const run: (readonly [string, readonly string[]])[] = [];
  const log = createMemoryLog();
  const sounds = createSounds({
    platform,
    folder: '/app/sounds',
    isInstalled: (program) => installed.includes(program),
    run: async (program, args) => {
      run.push([program, args]);
      if (program === failing) throw new Error('Connection refused');
    },
    log,
  });
  return { sounds, run, log };
};

describe('a sound of the app’s', () => {
  it.each<[readonly string[], string, readonly string[]]>([
    [['aplay', 'pw-play', 'paplay'], 'paplay', ['/app/sounds/drop.wav']],
    [['aplay', 'pw-play'], 'pw-play', ['/app/sounds/drop.wav']],
    [['aplay', 'canberra-gtk-play'], 'canberra-gtk-play', ['-f', '/app/sounds/drop.wav']],
    [['aplay'], 'aplay', ['-q', '/app/sounds/drop.wav']],
  ])('is played on Linux, where there are %o, by %s', async (installed, program, args) => {
    const { sounds, run } = open({ installed });
    expect(sounds.canPlay).toBe(true);
    sounds.play('drop');
    await vi.waitFor(() => expect(run).toEqual([[program, args]]));
  });

  it('is played by macOS’s own program', () => {
    const { sounds, run } = open({ platform: 'darwin' });
    expect(sounds.canPlay).toBe(true);
    sounds.play('chime');
    expect(run).toEqual([['/usr/bin/afplay', ['/app/sounds/chime.wav']]]);
  });

  it.each<NodeJS.Platform>(['linux', 'win32'])('cannot be played on %s without a program for it', (platform) => {
    const { sounds, run } = open({ platform, installed: platform === 'linux' ? [] : ['paplay'] });
    expect(sounds.canPlay).toBe(false);
    sounds.play('chime');
    expect(run).toEqual([]);
  });

  it('is played by the next program when one fails', async () => {
    const { sounds, run, log } = open({ installed: ['paplay', 'aplay'], failing: 'paplay' });
    sounds.play('knock');
    await vi.waitFor(() => expect(run.map(([program]) => program)).toEqual(['paplay', 'aplay']));
    expect(log.lines).toEqual([]);
  });

  it('that no program plays is only a line of the log', async () => {
    const { sounds, log } = open({ installed: ['aplay'], failing: 'aplay' });
    sounds.play('knock');
    await vi.waitFor(() => expect(log.lines.join()).toContain('aplay: Error: Connection refused'));
  });

  it.skipIf(process.platform === 'win32')(
    'reaches a real program as one argument, whatever its folder is called',
    async () => {
      const folder = temporaryDirectory();
      const heard = join(folder, 'heard');
      writeFileSync(
        join(folder, 'paplay'),
        `#!/bin/sh\nprintf '%s|' "$#" "$@" > '${heard}.new'; mv '${heard}.new' '${heard}'\n`,
      );
      chmodSync(join(folder, 'paplay'), 0o755);
      const sounds = createSounds({
        platform: 'linux',
        folder: '/app of $HOME; true/sounds',
        isInstalled: (program) => isInstalled(program, folder),
        run: (program, args) => runProgram(join(folder, program), args),
        log: createMemoryLog(),
      });
      sounds.play('chime');
      await vi.waitFor(() => expect(existsSync(heard)).toBe(true), 5_000);
      expect(readFileSync(heard, 'utf8')).toBe('1|/app of $HOME; true/sounds/chime.wav|');
    },
  );
});

describe.each(ownSounds)('the file of “%s”', (sound) => {
  const file = readFileSync(join(import.meta.dirname, `../../assets/sounds/${sound}.wav`));

  it('is a short WAV of 16-bit PCM in one channel', () => {
    expect(file.subarray(0, 4).toString()).toBe('RIFF');
    expect(file.readUInt32LE(4)).toBe(file.length - 8);
    expect(file.subarray(8, 16).toString()).toBe('WAVEfmt ');
    expect([file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt16LE(34)]).toEqual([1, 1, 16]);
    expect(file.subarray(36, 40).toString()).toBe('data');
    expect(file.readUInt32LE(40)).toBe(file.length - 44);
    expect(file.readUInt32LE(40) / file.readUInt32LE(28)).toBeLessThan(1);
    expect(file.length).toBeLessThan(30_000);
  });

  it('can be heard, is not cut off, and begins and ends in silence', () => {
    const samples = Array.from({ length: (file.length - 44) / 2 }, (_, index) => file.readInt16LE(44 + index * 2));
    const loudest = Math.max(...samples.map(Math.abs));
    expect(loudest).toBeGreaterThan(6_000);
    expect(loudest).toBeLessThan(32_000);
    expect([Math.abs(samples[0] ?? 1) < 50, Math.abs(samples.at(-1) ?? 1_000) < 50]).toEqual([true, true]);
  });
});
