import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownSounds } from '../../electron/contract/index.ts';
import { samplesOf } from '../../scripts/sounds/notes.ts';
import { packWave } from '../../scripts/sounds/wave.ts';

test.each(ownSounds)('the file of “%s” is what the script makes of its notes', (sound) => {
  const file = readFileSync(join(import.meta.dirname, `../../assets/sounds/${sound}.wav`));
  expect(packWave(samplesOf(sound)).equals(file)).toBe(true);
});
