/**
 * `node electron/simulator/relay/run.ts [--port N] [--fault KIND] [--every SECONDS] [--seed N]`: a relay on loopback that does
 * wrong as told, to play with by hand. With `--every`, it alternates between well and ill, and without `--fault` each spell
 * is another fault, by the seed.
 */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createRandom } from '../random.ts';
import { type RelayFault, relayFaults } from './fault.ts';
import { createRelay } from './relay.ts';

const wholeNumber = (most: number) => v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(most));

const flagsSchema = v.object({
  port: v.optional(wholeNumber(65_535), '0'),
  fault: v.optional(v.picklist(relayFaults)),
  every: v.optional(v.pipe(wholeNumber(86_400), v.minValue(1))),
  seed: v.optional(wholeNumber(999_999_999), '1'),
});

const readFlags = (): v.InferOutput<typeof flagsSchema> | null => {
  try {
    const flag = { type: 'string' } as const;
    const { values } = parseArgs({ options: { port: flag, fault: flag, every: flag, seed: flag } });
    const flags = v.safeParse(flagsSchema, values);
    return flags.success ? flags.output : null;
  } catch {
    return null;
  }
};

const say = (words: string): void => void process.stdout.write(`${new Date().toISOString()} ${words}\n`);

const run = async ({ port, fault, every, seed }: v.InferOutput<typeof flagsSchema>): Promise<void> => {
  const random = createRandom(seed);
  const relay = createRelay();
  const { url } = await relay.listen(port);
  say(`listening at ${url}; start the app with --tunnel-host ${url}`);
  const apply = (kind: RelayFault | null): void => {
    relay.fault(kind);
    say(kind ?? 'well');
  };
  if (every === undefined) {
    if (fault !== undefined) apply(fault);
  } else {
    let isIll = false;
    // Half of each period it is ill, so that a whole one shows the way back too.
    setInterval(() => {
      isIll = !isIll;
      apply(isIll ? (fault ?? random.pick(relayFaults) ?? null) : null);
    }, every * 500);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
};

const flags = readFlags();
if (flags === null) {
  process.stderr.write(
    `Usage: [--port N] [--fault KIND] [--every SECONDS] [--seed N]\nKIND: ${relayFaults.join(', ')}\n`,
  );
  process.exitCode = 2;
} else await run(flags);
