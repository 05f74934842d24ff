import type { OwnSound } from '../../electron/contract/index.ts';
import { sampleRate } from './wave.ts';

/** A tone that is struck and dies away: times in seconds, pitches in Hz. */
type Note = {
  readonly at: number;
  readonly pitch: number;
  /** The pitch it slides to while it sounds; its own for a steady one. */
  readonly endPitch: number;
  /** The time in which it falls to a third. */
  readonly decay: number;
  readonly loudness: number;
};
type Melody = { readonly seconds: number; readonly notes: readonly Note[] };

const note = (at: number, pitch: number, decay: number, loudness: number, endPitch = pitch): Note => ({
  at,
  pitch,
  endPitch,
  decay,
  loudness,
});

/** Short and soft, to be told from each other with the eyes closed: two notes that rise, two knocks on wood, one falling drop. */
const melodies: Readonly<Record<OwnSound, Melody>> = {
  chime: { seconds: 0.9, notes: [note(0, 659.26, 0.18, 0.32), note(0.14, 987.77, 0.24, 0.32)] },
  knock: { seconds: 0.4, notes: [note(0, 300, 0.035, 0.55, 210), note(0.15, 260, 0.04, 0.45, 180)] },
  drop: { seconds: 0.45, notes: [note(0, 1250, 0.09, 0.4, 520)] },
};

/** So that nothing clicks. */
const attack = 0.005;
const fade = 0.05;

const sampleOf = ({ at, pitch, endPitch, decay, loudness }: Note, time: number, end: number): number => {
  const age = time - at;
  if (age < 0) return 0;
  const length = end - at;
  const turns = pitch * age + ((endPitch - pitch) * age * age) / (2 * length);
  const strength = loudness * Math.min(1, age / attack) * Math.exp(-age / decay);
  // The octave above makes it less of a test tone.
  return strength * (Math.sin(2 * Math.PI * turns) + 0.25 * Math.sin(4 * Math.PI * turns));
};

/** The samples of a sound, from -1 to 1; the same at each run. */
export const samplesOf = (sound: OwnSound): readonly number[] => {
  const { seconds, notes } = melodies[sound];
  return Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
    const time = index / sampleRate;
    const mixed = notes.reduce((sum, each) => sum + sampleOf(each, time, seconds), 0);
    return mixed * Math.min(1, (seconds - time) / fade);
  });
};
