import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { exportLines, followHost, idsIn, startHost } from './host.ts';
import { createWorld, postHook } from './world.ts';

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));
const setClock = fileURLToPath(new URL('set-clock.ts', import.meta.url));

const hour = 3_600_000;
const day = 24 * hour;

test('a history that another program locks for half a minute: 503 until then, said once, and nothing is lost', async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  const host = startHost([...world.flags, '--tunnel', 'off', '--data-dir', dataDirectory], world.environment);
  const localUrl = String((await host.line('ready'))['localUrl']);
  await host.line('account', (line) => line['state'] === 'signed-in');
  const comment = (text: string): Promise<number | null> => {
    world.simulator.comment(taskId, text, 'bo', { silently: true });
    return postHook(localUrl, taskId);
  };
  expect(await comment('Before.')).toBe(200);
  await host.line('notification');

  const other = new DatabaseSync(join(dataDirectory, 'history.sqlite'));
  onTestFinished(() => other.close());
  other.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
  const until = performance.now() + 30_000;
  const meanwhile: (number | null)[] = [];
  for (let index = 0; performance.now() < until; index += 1) meanwhile.push(await comment(`Meanwhile ${index}.`));
  other.exec('ROLLBACK');
  expect(new Set(meanwhile)).toEqual(new Set([503]));

  expect(await comment('Afterwards.')).toBe(200);
  // What was refused meanwhile is read together with what came afterwards.
  for (const text of [...meanwhile.map((_, index) => `Meanwhile ${index}.`), 'Afterwards.'])
    await host.line('change', (line) => JSON.stringify(line).includes(text));
  expect(host.all('error').map(({ code }) => code)).toEqual(['journal-unwritable']);
  expect(await host.stop('SIGTERM')).toBe(0);
  expect(host.errors()).not.toMatch(/^\s+at /m);
});

test('a clock that is set forth and back: every hook is settled, nothing is told twice, and no storm begins', async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const clockFile = join(temporaryDirectory(), 'clock');
  const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  const host = followHost(
    spawn(
      process.execPath,
      ['--import', setClock, entry, '--json', ...world.flags, '--tunnel', 'off', '--data-dir', dataDirectory],
      {
        env: { PATH: process.env['PATH'], TZ: 'UTC', CLOCK_FILE: clockFile, ...world.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ),
  );
  const { localUrl, pid } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);

  const jumps = [0, 3 * day, -5 * day, hour, 400 * day, -2 * hour, 0];
  for (const [index, jump] of jumps.entries()) {
    writeFileSync(clockFile, String(jump));
    process.kill(Number(pid), 'SIGUSR2');
    world.simulator.comment(taskId, `Comment ${index}.`, 'bo', { silently: true });
    expect(await postHook(String(localUrl), taskId)).toBe(200);
    await host.line('change', (line) => JSON.stringify(line).includes(`Comment ${index}.`));
  }
  expect(await host.stop('SIGTERM')).toBe(0);

  const lines = await exportLines(dataDirectory);
  const hooks = lines.filter(({ event }) => event === 'hook').map(({ id }) => String(id));
  const settled = lines.filter(({ event }) => event === 'settled').flatMap((line) => idsIn(line, 'hookIds'));
  expect(settled.toSorted()).toEqual(hooks.toSorted());
  const recorded = lines
    .filter(({ event }) => event === 'change')
    .flatMap((line) => JSON.stringify(line['changes']).match(/Comment \d+\./g) ?? []);
  expect(recorded.toSorted()).toEqual(jumps.map((_, index) => `Comment ${index}.`));
  const told = host.all('notification').flatMap((line) => idsIn(line, 'changeIds'));
  expect(told.filter((id, index) => told.indexOf(id) !== index)).toEqual([]);
  expect(host.all('error')).toEqual([]);
  expect(world.simulator.requests().length).toBeLessThan(jumps.length * 40);
});
