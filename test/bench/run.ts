/** `npm run bench`: measures, and prints a table, or with `--json` one JSON object. */
import { acknowledgements } from './acknowledgements.ts';
import { hookToNotification } from './hook-to-notification.ts';
import { relay } from './relay.ts';
import type { Benchmark, Figure } from './figure.ts';

const benchmarks: readonly Benchmark[] = [acknowledgements, hookToNotification, relay];

const asJson = process.argv.includes('--json');
const measured: Record<string, readonly Figure[]> = {};
for (const benchmark of benchmarks) {
  const figures = await benchmark.run();
  measured[benchmark.name] = figures;
  if (asJson) continue;
  console.log(benchmark.name);
  for (const { name, value, unit } of figures)
    console.log(`  ${name.padEnd(42)} ${value.toFixed(value < 100 ? 3 : 0).padStart(10)} ${unit}`);
}
if (asJson) console.log(JSON.stringify(measured));
