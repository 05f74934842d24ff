/** `npm run fuzz -- [--cases 200000] [--seed 1] [--only NAME]`: hostile input of all kinds; exit 1 if anything fell. */
import { parseArgs } from 'node:util';
import { casesOf, describeReport, targets } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error('fuzz: --cases takes a whole number from 1, --seed a whole number');
  process.exit(2);
}

let hasFallen = false;
for (const target of targets.filter(({ name }) => name.includes(values.only))) {
  const report = await target.run(casesOf(target, cases), seed);
  console.log(describeReport(report));
  hasFallen ||= report.complaints.length > 0;
}
process.exitCode = hasFallen ? 1 : 0;
