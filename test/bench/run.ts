/**
 * `npm run bench`: measures, and prints a table, or with `--json` one JSON object. A word of its name chooses a benchmark:
 * `npm run bench -- history`. `--write` puts what was measured into docs/benchmarks.md as well. Build before, as some measure what was built.
 * `npm run bench -- team` takes half an hour and is run only when it is named; `npm run bench -- team --members 50 --hooks 2000` makes the team another size; `--rate` is how many hooks a second are posted.
 */
import { parseArgs } from 'node:util';
import { acknowledgements } from './acknowledgements.ts';
import { burst } from './burst.ts';
import { desktop } from './desktop.ts';
import type { Benchmark, Measured } from './figure.ts';
import { headless } from './headless.ts';
import { history } from './history.ts';
import { hookToNotification } from './hook-to-notification.ts';
import { isBusy, loadWords } from './machine.ts';
import { others } from './others.ts';
import { pageAndSize } from './page-and-size.ts';
import { writeSection } from './page.ts';
import { relay } from './relay.ts';
import { markdownTable, plainTable } from './table.ts';
import { capacity } from './team/capacity.ts';
import { team, usualTeam } from './team/team.ts';
import { windowOnHistory } from './window-on-history.ts';

const text = { type: 'string' } as const;
const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, members: text, hooks: text, rate: text },
});
const teamSize = {
  members: Number(values.members ?? usualTeam.members),
  hooks: Number(values.hooks ?? usualTeam.hooks),
  rate: values.rate === undefined ? usualTeam.rate : Number(values.rate),
};

const benchmarks: readonly Benchmark[] = [
  acknowledgements,
  others,
  burst,
  hookToNotification,
  desktop,
  headless,
  history,
  windowOnHistory,
  pageAndSize,
  relay,
  capacity,
  team(teamSize),
];

const asJson = values.json === true;
const asPage = values.write === true;
const measured: Record<string, readonly Measured[]> = {};
// The team takes half an hour, so it is measured only when it is named.
const everyday = (name: string): boolean => !name.includes('team');
const chosen = benchmarks.filter(({ name }) =>
  words.length === 0 ? everyday(name) : words.some((word) => name.includes(word)),
);
if (chosen.length === 0) {
  console.error(`bench: no part has this in its name. There are: ${benchmarks.map(({ name }) => name).join('; ')}`);
  process.exitCode = 2;
}
for (const benchmark of chosen) {
  const { name } = benchmark;
  const before = loadWords();
  // Busy at either end: what others do comes and goes.
  const wasBusyBefore = await isBusy();
  const figures = await benchmark.run();
  const wasBusy = (await isBusy()) || wasBusyBefore;
  measured[name] = figures;
  if (!asJson) console.log(`${name}\n${plainTable(figures, wasBusy)}`);
  if (asPage) await writeSection(name, `${before} before, ${loadWords()} after`, markdownTable(figures, wasBusy));
}
if (asJson) console.log(JSON.stringify(measured));
