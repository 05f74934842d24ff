import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Host, exportLines, followHost } from './host.ts';
import { createWorld } from './world.ts';

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));
const killPoint = fileURLToPath(new URL('kill-point.ts', import.meta.url));

/** Two tasks are due. The points are those of kill-point.ts; `isClaimed`: the reminder under way counts as told by then. */
const kills = [
  { point: 'write-reminder@1', isClaimed: false, before: 0 },
  { point: 'before-commit-of-reminder@1', isClaimed: false, before: 0 },
  { point: 'after-commit-of-reminder@1', isClaimed: true, before: 0 },
  { point: 'line-notification@1', isClaimed: true, before: 0 },
  { point: 'write-reminder@2', isClaimed: false, before: 1 },
  { point: 'before-commit-of-reminder@2', isClaimed: false, before: 1 },
  { point: 'after-commit-of-reminder@2', isClaimed: true, before: 1 },
] as const;

test.each(kills)(
  'killed at $point, a reminder is told once or known to be interrupted, and none is lost',
  async ({ point, isClaimed, before }) => {
    const world = await createWorld();
    const directory = temporaryDirectory();
    const settings = join(temporaryDirectory(), 'settings.json');
    writeFileSync(settings, JSON.stringify({ dueReminderHour: 0, timeZone: 'UTC' }));
    // A task that may be new is left to its hook, and told as new.
    const createdAt = Date.now() - 2 * 86_400_000;
    const dueOn = new Date().toISOString().slice(0, 10);
    for (const name of ['Book venue', 'Send invoice'])
      world.simulator.createTask({ name, by: 'bo', assignedTo: 'ada', silently: true, dueOn, createdAt });
    const flags = ['--tunnel', 'off', '--settings', settings, '--data-dir', directory];
    const start = (at: string | null): Host =>
      followHost(
        spawn(process.execPath, ['--import', killPoint, entry, '--json', ...world.flags, ...flags], {
          env: { PATH: process.env['PATH'], TZ: 'UTC', ...world.environment, ...(at !== null && { KILL_POINT: at }) },
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      );
    const titles = (host: Host): readonly string[] => host.all('notification').map((line) => String(line['title']));

    const killed = start(point);
    expect(await killed.ended).toBe('SIGKILL');
    expect(titles(killed)).toHaveLength(before);

    const next = start(null);
    const left = 2 - before - (isClaimed ? 1 : 0);
    if (isClaimed) expect(await next.line('error')).toMatchObject({ code: 'notifications-interrupted' });
    for (let seen = titles(next).length; seen < left; seen = titles(next).length)
      await next.line('notification', (line) => next.all('notification').indexOf(line) >= seen);
    await world.caughtUp(2);
    expect(await next.stop('SIGTERM')).toBe(0);

    const told = [...titles(killed), ...titles(next)];
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(before + left);
    expect(told.every((title) => title.includes('due today'))).toBe(true);
    expect((await exportLines(directory)).filter(({ event }) => event === 'notification')).toHaveLength(2);
  },
);
