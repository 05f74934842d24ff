import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownSounds } from '../electron/contract/index.ts';
import { samplesOf } from './sounds/notes.ts';
import { packWave } from './sounds/wave.ts';

// Writes the app’s own sounds into assets/sounds. Run by hand after a change of the notes:
//   node scripts/draw-sounds.ts

const folder = fileURLToPath(new URL('../assets/sounds', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const sound of ownSounds) writeFileSync(join(folder, `${sound}.wav`), packWave(samplesOf(sound)));
