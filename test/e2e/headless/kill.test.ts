import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSecrets } from '../../../electron/core/account/secrets.ts';
import { createRandom } from '../../../electron/simulator/random.ts';
import { createFileSecrets } from '../../../electron/start/secret-file.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { someSecrets } from '../../fakes/secrets.ts';
import { type Host, type Line, exportLines, followHost, idsIn } from './host.ts';
import { load } from './kill-load.ts';
import { createWorld } from './world.ts';

const kills = Number(process.env['KILLS'] ?? 20);
const seed = Number(process.env['SEED'] ?? 1);

/**
 * Where the host is killed, as kill-point.ts passes them; those first that are passed only once in a history. Reminders are
 * told once no hook waits, and looked at again only after 30 s, so theirs comes before there is any.
 */
const points = [
  'write-reminder',
  'before-secrets',
  'after-commit',
  'line-notification',
  'write-notification',
  'line-change',
  'write-snapshot',
  'before-commit',
  'line-hook',
  'line-settled',
  'write-own_write',
  'write-change',
  'line-skipped',
  'write-mute',
  'write-snooze',
  'before-settings',
  'write-notification_change',
  'after-secrets',
  'write-hook',
  'after-settings',
  'write-kept',
] as const;
/** Of so many kills, this many are at a moment of chance. */
const everyOther = 3;

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));
const killPoint = fileURLToPath(new URL('kill-point.ts', import.meta.url));

const startAt = (flags: readonly string[], point: string | null): Host =>
  followHost(
    spawn(process.execPath, ['--import', killPoint, entry, '--json', ...flags], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...(point !== null && { KILL_POINT: point }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

test(
  `${kills} kills at named points and at random (seed ${seed}) lose no acknowledged hook and show nothing twice`,
  async () => {
    const world = await createWorld();
    const { simulator } = world;
    const random = createRandom(seed);
    const dataDirectory = temporaryDirectory();
    const settings = join(temporaryDirectory(), 'settings.json');
    writeFileSync(settings, JSON.stringify({ dueReminderHour: 0 }));
    const withPage = world.flags.filter((flag) => flag !== '--no-ui');
    const flags = [
      ...withPage,
      '--ui-port',
      '0',
      '--tunnel',
      'off',
      '--settings',
      settings,
      '--data-dir',
      dataDirectory,
    ];
    // Signed in by tokens that have to be renewed again and again.
    simulator.setQuirks({ refreshRotation: 'on-use', expiresIn: 2 });
    const { accessToken, refreshToken } = simulator.signIn('ada', { expiresIn: 2 });
    const { clientId: id, clientSecret: secret } = simulator.client;
    const grant = { accessToken, refreshToken, refreshAt: 1, expiresAt: 1, previousRefreshToken: null };
    await createFileSecrets({ dataDirectory, log: createFakeLog() }).write(
      someSecrets({ origin: world.origin, application: { id, secret }, grant }),
    );

    const today = new Date().toISOString().slice(0, 10);
    const createTask = (index: number): string => {
      // A task that may be new is left to its hook, and told as new instead of due.
      const due = index < 2 ? { dueOn: today, createdAt: Date.now() - 2 * 86_400_000 } : {};
      return simulator.createTask({ name: `Task ${index}`, by: 'bo', assignedTo: 'ada', silently: true, ...due })
        .taskId;
    };
    const taskIds = [createTask(0), ...[1, 2, 3, 4, 5, 6, 7].map(createTask)] as const;
    const acknowledged = new Map<string, number>();
    const printed: Line[] = [];
    const complaints: string[] = [];
    const hits = new Map<string, number>();
    let comments = 0;

    for (let round = 0; round <= kills; round += 1) {
      const isLast = round === kills;
      const isRandom = isLast || round % everyOther === everyOther - 1;
      const named = points[(round - Math.floor(round / everyOther)) % points.length] ?? points[0];
      const lap = Math.floor(round / points.length);
      const host = startAt(flags, isRandom ? null : `${named}@${1 + (lap % 5)}`);
      const ready = await Promise.race([host.line('ready').catch(() => null), host.ended.then(() => null)]);
      const loading =
        // Tasks that are due are told once no hook waits.
        ready === null || (!isRandom && named === 'write-reminder')
          ? Promise.resolve()
          : load({
              simulator,
              random,
              taskIds,
              localUrl: String(ready['localUrl']),
              uiUrl: String(ready['uiUrl']),
              nextComment: () => (comments += 1),
              onAcknowledged: (taskId) => void acknowledged.set(taskId, (acknowledged.get(taskId) ?? 0) + 1),
            });
      if (isLast) {
        await loading;
        await host.line('account', (line) => line['state'] === 'signed-in');
        const isSettled = async (): Promise<boolean> => {
          const lines = await exportLines(dataDirectory);
          const settled = lines.filter(({ event }) => event === 'settled').flatMap((line) => idsIn(line, 'hookIds'));
          return settled.length === lines.filter(({ event }) => event === 'hook').length;
        };
        while (!(await isSettled())) await wait(500);
        expect(await host.stop('SIGTERM')).toBe(0);
      } else {
        const limit = isRandom ? random.fraction() * 500 : named === 'write-reminder' ? 6_000 : 1_500;
        await Promise.race([host.ended, isRandom ? loading.then(() => wait(50)) : wait(limit), wait(limit)]);
        const isHit = !isRandom && (await Promise.race([host.ended, wait(0).then(() => null)])) === 'SIGKILL';
        if (isHit) hits.set(named, (hits.get(named) ?? 0) + 1);
        await host.stop('SIGKILL');
        await loading;
      }
      printed.push(...host.lines);
      complaints.push(host.errors());
    }

    const lines = await exportLines(dataDirectory);
    const hooks = lines.filter(({ event }) => event === 'hook');
    for (const [taskId, count] of acknowledged)
      expect(hooks.filter((line) => line['taskId'] === taskId).length).toBeGreaterThanOrEqual(count);
    const settled = lines.filter(({ event }) => event === 'settled').flatMap((line) => idsIn(line, 'hookIds'));
    expect(settled.toSorted()).toEqual(hooks.map((line) => String(line['id'])).toSorted());

    const changes = lines.filter(({ event }) => event === 'change');
    const recorded = changes.flatMap((line) => JSON.stringify(line['changes']).match(/Comment \d+\./g) ?? []);
    expect(twice(recorded)).toEqual([]);
    expect(changes.length).toBeGreaterThan(kills);

    const notifications = printed.filter(({ event }) => event === 'notification');
    expect(twice(notifications.map((line) => String(line['id'])))).toEqual([]);
    expect(twice(notifications.flatMap((line) => idsIn(line, 'changeIds')))).toEqual([]);
    expect(
      twice(lines.filter(({ event }) => event === 'notification').flatMap((line) => idsIn(line, 'changeIds'))),
    ).toEqual([]);
    expect(notifications.filter((line) => String(line['title']).includes('due today')).length).toBeLessThanOrEqual(2);

    expect(
      printed.filter((line) =>
        ['settings-invalid', 'secrets-unreadable', 'database-unreadable'].includes(String(line['code'])),
      ),
    ).toEqual([]);
    expect(complaints.filter((text) => /^\s+at /m.test(text))).toEqual([]);
    expect(readSecrets(readFileSync(join(dataDirectory, 'secrets.json'), 'utf8'))?.grant).not.toBeNull();

    const atPoints = [...hits.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      `kills: ${kills}, ${atPoints} of them at named points (${[...hits].map(([name, count]) => `${name} ${count}`).join(', ')}); ` +
        `${[...acknowledged.values()].reduce((sum, count) => sum + count, 0)} hooks acknowledged, ${hooks.length} settled; ` +
        `${changes.length} changes; ${notifications.length} notifications\n`,
    );
    expect(atPoints).toBeGreaterThan(kills / everyOther);
    // Each point comes round about ten times in 300 kills.
    if (kills >= 300) expect(points.filter((point) => !hits.has(point))).toEqual([]);
  },
  180_000 + kills * 5_000,
);
