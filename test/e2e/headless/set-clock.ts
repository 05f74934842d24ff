/**
 * Loaded into the built host before its own code (`node --import`): at SIGUSR2 its clock is set to differ from the machine’s by
 * as many ms as the file named by CLOCK_FILE says. Its timers run on, as they do on a machine whose clock is set.
 */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'] ?? '';
const now = Date.now.bind(Date);
let ahead = 0;
Date.now = () => now() + ahead;
process.on('SIGUSR2', () => {
  ahead = Number(readFileSync(file, 'utf8'));
});
