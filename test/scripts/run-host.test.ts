import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runHost } from '../../scripts/run-host.ts';
import { createStopRequest } from '../../scripts/stop-request.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { hangs } from './fake-project.ts';

/** Runs `source` as a host under a clock that is turned by hand, and tells once it has printed its first line. */
const start = (source: string, readyLimit: number | null = null) => {
  const file = join(temporaryDirectory(), 'host.cjs');
  writeFileSync(file, source);
  const clock = createFakeClock();
  const stop = createStopRequest();
  const lines: string[] = [];
  let ended: ReturnType<typeof runHost> | null = null;
  const spoken = new Promise<void>((resolve) => {
    ended = runHost({
      command: process.execPath,
      args: [file],
      env: process.env,
      readyLimit,
      onLine: (line) => {
        lines.push(line);
        resolve();
      },
      stop,
      clock,
    });
  });
  return { clock, stop, lines, spoken, ended: () => ended };
};

it('kills a host that hangs at start and does not listen, 3 s after its time is over', async () => {
  const { clock, spoken, ended } = start(`${hangs}console.log('hanging');`, 20_000);
  await spoken;
  await clock.advance(20_000);
  await clock.advance(3_000);
  expect(await ended()).toEqual({ kind: 'late' });
});

it('kills a host that does not stop, 10 s after it was asked to', async () => {
  const { clock, stop, spoken, ended } = start(`${hangs}console.log('hanging');`);
  await spoken;
  stop.request('SIGTERM');
  await clock.advance(10_000);
  expect(await ended()).toEqual({ kind: 'exited', exitCode: 137, hasSpoken: false });
});

it('leaves a host alone once it was ready', async () => {
  const { clock, stop, spoken, ended } = start(
    `console.log('{"event":"ready"}'); setInterval(() => {}, 1000);`,
    20_000,
  );
  await spoken;
  await clock.advance(60_000);
  stop.request('SIGTERM');
  expect(await ended()).toEqual({ kind: 'exited', exitCode: 143, hasSpoken: true });
});

it('leaves no timer behind', async () => {
  const { clock, ended } = start(`console.log('{"event":"ready"}');`, 20_000);
  expect(await ended()).toEqual({ kind: 'exited', exitCode: 0, hasSpoken: true });
  expect(clock.waiting()).toBe(0);
});

it('takes a line whole though it comes in pieces, and the last one without an end', async () => {
  const { lines, ended } = start(
    `process.stdout.write('{"event":', () => setTimeout(() => process.stdout.write('"hook"}\\nlast\u2028line'), 20));`,
  );
  await ended();
  expect(lines).toEqual(['{"event":"hook"}', 'last\u2028line']);
});

it('says so when there is nothing to run', async () => {
  const end = await runHost({
    command: join(temporaryDirectory(), 'nothing'),
    args: [],
    env: process.env,
    readyLimit: null,
    onLine: () => undefined,
    stop: createStopRequest(),
    clock: createFakeClock(),
  });
  expect(end).toMatchObject({ kind: 'not-started', cause: expect.stringContaining('ENOENT') });
});
