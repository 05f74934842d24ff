/**
 * `npm run month -- [--seed 1] [--days 30] [--actions 5000] [--other-way]`: a month of a simulated organization through the
 * whole app, held against what really happened; exit 1 with what is wrong. `--other-way`: a Redbooth in which the working
 * assumptions that matter here are the other way round.
 */
import { parseArgs } from 'node:util';
import { playMonth } from './play.ts';
import { judgeMonth } from './verdict.ts';
import { otherWay } from './ways.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '30' },
    actions: { type: 'string', default: '5000' },
    'other-way': { type: 'boolean', default: false },
  },
});
const [seed, days, actions] = [Number(values.seed), Number(values.days), Number(values.actions)];
if (![seed, days, actions].every(Number.isInteger) || days < 3 || actions < 1) {
  console.error('month: --seed, --days (from 3) and --actions take whole numbers');
  process.exit(2);
}

const began = performance.now();
const played = await playMonth({ seed, days, actions, quirks: values['other-way'] ? otherWay : {} });
const problems = judgeMonth(played);
const count = (kind: string): number => played.changes.filter((change) => change.kind === kind).length;
const bySource = (source: string): number => played.changes.filter((change) => change.source === source).length;
const notifications = played.lines.filter(({ event }) => event === 'notification').length;
console.log(`seed ${seed}: ${played.truth.length} things happened, ${played.requests} requests were made`);
console.log(
  `told: ${played.changes.length} changes, ${bySource('hook')} by hook and ${bySource('catch-up')} by catching up;`,
  `${count('created')} created, ${count('first-seen')} first seen, ${count('updated')} updated, ${count('gone')} gone;`,
  `${notifications} notifications`,
);
console.log(`took ${((performance.now() - began) / 1_000).toFixed(1)} s`);
for (const problem of problems.slice(0, 50)) console.log(`  ${problem}`);
console.log(problems.length === 0 ? 'TRUE' : `WRONG, in ${problems.length} points; play it again with --seed ${seed}`);
process.exitCode = problems.length === 0 ? 0 : 1;
