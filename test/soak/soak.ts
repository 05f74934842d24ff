/** `npm run soak -- [--minutes 20] [--write]`: exit 1 if anything grows, or if the app does not come back to rest. `--write` puts it into docs/benchmarks.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMet } from '../bench/figure.ts';
import { loadWords } from '../bench/machine.ts';
import { writeSection } from '../bench/page.ts';
import { markdownTable, plainTable } from '../bench/table.ts';
import { judgeSoak } from './soak-verdict.ts';
import { soak } from './soak-rounds.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '20' }, write: { type: 'boolean', default: false } },
});
const minutes = Number(values.minutes);
if (!(minutes >= 4)) {
  console.error('soak: --minutes takes a number from 4');
  process.exit(2);
}

const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-soak-'));
const before = loadWords();
try {
  const samples = await soak(directory, minutes, (sample, after) =>
    console.log(
      `minute ${after.toFixed(1)}: sockets ${sample.sockets}, timers ${sample.timers}, files ${sample.files}, memory ${(sample.memory / 2 ** 20).toFixed(2)} MiB, history ${(sample.database / 2 ** 20).toFixed(2)} MiB of ${sample.rows} rows, changes ${sample.recorded}, errors ${sample.errors}`,
    ),
  );
  const figures = judgeSoak(samples);
  if (figures === null) throw new Error('too few rests to compare: give it more minutes');
  console.log(plainTable(figures, false));
  const isSteady = figures.every((figure) => isMet(figure) !== false);
  console.log(isSteady ? 'STEADY' : 'GROWING');
  if (values.write)
    await writeSection(
      'soak',
      `${before} before, ${loadWords()} after`,
      `${minutes} minutes. In every round the relay does wrong and the token expires; in every third Redbooth fails, or the process is stopped as by sleep.\n\n${markdownTable(figures, false)}`,
    );
  process.exitCode = isSteady ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
