import { join } from 'node:path';
import type { OwnSound } from '../contract/index.ts';
import type { Log } from '../core/log.ts';
import type { SoundPort } from '../core/system-port.ts';

export type SoundsPorts = {
  readonly platform: NodeJS.Platform;
  /** Where the files of the sounds are. */
  readonly folder: string;
  readonly isInstalled: (program: string) => boolean;
  /** Rejects when the program fails, or takes too long. */
  readonly run: (program: string, args: readonly string[]) => Promise<unknown>;
  readonly log: Log;
};

type Player = { readonly program: string; readonly args: (file: string) => readonly string[] };

const alone = (file: string): readonly string[] => [file];

/**
 * PulseAudio’s first, as it reaches PipeWire, too, while PipeWire’s is often there without having the speakers. Desktops
 * without either may still have libcanberra’s; ALSA’s is the last resort.
 */
const linuxPlayers: readonly Player[] = [
  { program: 'paplay', args: alone },
  { program: 'pw-play', args: alone },
  { program: 'canberra-gtk-play', args: (file) => ['-f', file] },
  { program: 'aplay', args: (file) => ['-q', file] },
];

/** Windows brings no program that plays a file without a window, but for a shell. */
const playersOf = ({ platform, isInstalled }: SoundsPorts): readonly Player[] => {
  if (platform === 'darwin') return [{ program: '/usr/bin/afplay', args: alone }];
  return platform === 'linux' ? linuxPlayers.filter(({ program }) => isInstalled(program)) : [];
};

/** The name of a sound’s file. */
export const soundFile = (sound: OwnSound): string => `${sound}.wav`;

/** Plays the app’s sounds by a program of the computer; the next one is asked when one fails. */
export const createSounds = (ports: SoundsPorts): SoundPort => {
  const players = playersOf(ports);
  const play = async (file: string): Promise<void> => {
    const failures: string[] = [];
    for (const { program, args } of players) {
      try {
        await ports.run(program, args(file));
        return;
      } catch (error) {
        failures.push(`${program}: ${String(error)}`);
      }
    }
    ports.log.warn(`No sound was played. ${failures.join(' ')}`);
  };
  return { canPlay: players.length > 0, play: (sound) => void play(join(ports.folder, soundFile(sound))) };
};
