/** `npm run storm -- [--minutes 30] [--seed 1] [--fast]`: a storm in real time, with a verdict; exit 1 if it was not borne. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFastPassage, createRealPassage } from './passage.ts';
import { planStorm } from './plan.ts';
import { runStorm } from './storm.ts';
import { type Verdict, isPassed, judge } from './verdict.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    /** Simulated time, as in the test. */
    fast: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes >= 1) || !Number.isInteger(seed)) {
  console.error('storm: --minutes takes a number from 1, --seed a whole number');
  process.exit(2);
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

const print = (verdict: Verdict): void => {
  console.log(`sent ${verdict.sent}, acknowledged ${verdict.acknowledged}`);
  console.log(
    `sent while reachable and in no spell: ${verdict.promised}, of them not acknowledged: ${verdict.broken.length}`,
  );
  for (const { taskId, sentAt, outcome } of verdict.broken)
    console.log(`  ${taskId} at ${seconds(sentAt)}: ${outcome}`);
  console.log(`acknowledged but lost: ${verdict.lost.length}, doubled: ${verdict.doubled.length}`);
  console.log(`spells noticed: ${verdict.recoveries.length}, not noticed: ${verdict.unnoticed}`);
  console.log(
    `proven after the relay healed: median ${seconds(verdict.recoveryMedian)}, p95 ${seconds(verdict.recoveryP95)}`,
  );
  for (const [kind, recoveries] of Object.entries(Object.groupBy(verdict.recoveries, (recovery) => recovery.kind))) {
    const durations = recoveries.map(({ duration }) => (duration === null ? 'never' : seconds(duration)));
    console.log(`  ${kind.padEnd(12)} ${durations.join(', ')}`);
  }
  console.log(isPassed(verdict) ? 'BORNE' : 'NOT BORNE');
};

const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-storm-'));
let appending = 0;
const passage = values.fast ? createFastPassage(() => appending > 0) : createRealPassage();
try {
  const record = await runStorm({
    plan: planStorm(minutes, seed),
    seed,
    directory,
    passage,
    onAppending: (difference) => {
      appending += difference;
    },
    onMinute: (minute, posts, states) => {
      const acknowledged = posts.filter(({ outcome }) => outcome === 'acknowledged').length;
      console.log(
        `minute ${minute}: ${posts.length} hooks ended, ${acknowledged} acknowledged, ${states.at(-1)?.state}`,
      );
    },
  });
  const verdict = judge(record);
  print(verdict);
  process.exitCode = isPassed(verdict) ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
