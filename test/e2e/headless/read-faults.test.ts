import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Host, exportLines, followHost, idsIn, startHost } from './host.ts';
import { openPage } from './page.ts';
import { createWorld, postHook } from './world.ts';

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));
const readFault = fileURLToPath(new URL('read-fault.ts', import.meta.url));
const isLinux = process.platform === 'linux';

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

type World = Awaited<ReturnType<typeof createWorld>>;
const flagsOf = (world: World, dataDirectory: string): readonly string[] =>
  // What runs by itself meets the disk, too.
  world.flags
    .filter((flag) => !['--no-ui', '--catch-up', '0'].includes(flag))
    .concat('--catch-up', '1', '--ui-port', '0', '--tunnel', 'off', '--data-dir', dataDirectory);

/** A host whose disk can be made to give nothing back. */
const startOnFaultyDisk = (world: World, dataDirectory: string): Host =>
  followHost(
    spawn(process.execPath, ['--import', readFault, entry, '--json', ...flagsOf(world, dataDirectory)], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...world.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

const ready = async (host: Host) => {
  const { localUrl, uiUrl, pid } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  return { localUrl: String(localUrl), pid: Number(pid), page: await openPage(uiUrl) };
};

const createTask = ({ simulator }: World, name = 'Book venue'): string =>
  simulator.createTask({ name, by: 'bo', assignedTo: 'ada', silently: true }).taskId;

const settledIn = (host: Host): number => host.all('settled').flatMap((line) => idsIn(line, 'hookIds')).length;

test.skipIf(!isLinux)(
  'a disk that gives nothing back: no hook is taken, it is said in plain words, and all goes on by itself',
  async () => {
    const world = await createWorld();
    const dataDirectory = temporaryDirectory();
    const taskId = createTask(world);
    const host = startOnFaultyDisk(world, dataDirectory);
    const { localUrl, pid, page } = await ready(host);
    const comment = async (text: string): Promise<number | null> => {
      world.simulator.comment(taskId, text, 'bo', { silently: true });
      return postHook(localUrl, taskId);
    };
    let accepted = 0;
    const count = (status: number | null): number | null => {
      if (status === 200) accepted += 1;
      return status;
    };
    expect(count(await comment('Before.'))).toBe(200);
    await host.line('notification');

    process.kill(pid, 'SIGUSR2');
    const statuses: (number | null)[] = [];
    for (let hook = 0; hook < 5; hook += 1) statuses.push(count(await comment(`Meanwhile ${hook}.`)));
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const listed = await page.ask('changes', { before: null, limit: 20, filter: noFilter });
    expect(listed).toMatchObject({ ok: false, failure: { code: 'database-unreadable' } });
    expect(JSON.stringify(listed)).toContain('cannot be read');
    expect(await page.ask('read-changes', { which: 'all' })).toMatchObject({
      ok: false,
      failure: { code: 'database-unreadable' },
    });
    const told = await host.line('error', (line) => line['code'] === 'database-unreadable');
    expect(String(told['message'])).toContain('cannot be read');
    const overview = await page.get('overview', null);
    expect(overview.notices).toMatchObject([{ id: 'storage', tone: 'bad' }]);
    expect(JSON.stringify(overview.notices)).toContain('cannot be read');
    // Time for whatever runs by itself to meet the disk.
    await wait(3_000);

    process.kill(pid, 'SIGHUP');
    expect(count(await comment('Afterwards.'))).toBe(200);
    await host.line('change', (line) => JSON.stringify(line).includes('Afterwards.'));
    while ((await page.get('overview', null)).notices.some(({ id }) => id === 'storage')) await wait(20);
    while (settledIn(host) < accepted) await wait(20);
    expect(host.all('error').filter(({ code }) => code === 'database-unreadable')).toHaveLength(1);
    expect(host.errors()).not.toMatch(/^\s+at /m);
    expect(await host.stop('SIGTERM')).toBe(0);
    const lines = await exportLines(dataDirectory);
    expect(lines.filter(({ event }) => event === 'hook').length).toBeGreaterThanOrEqual(accepted);
    const recorded = lines
      .filter(({ event }) => event === 'change')
      .flatMap((line) => JSON.stringify(line).match(/Meanwhile \d\./g) ?? []);
    expect(recorded.toSorted()).toEqual([0, 1, 2, 3, 4].map((hook) => `Meanwhile ${hook}.`));
  },
);

test.skipIf(!isLinux)('a disk that gives nothing back does not keep the app from being stopped', async () => {
  const world = await createWorld();
  const host = startOnFaultyDisk(world, temporaryDirectory());
  const { pid, localUrl } = await ready(host);
  process.kill(pid, 'SIGUSR2');
  await postHook(localUrl, createTask(world));
  expect(await host.stop('SIGTERM')).toBe(0);
});

test.skipIf(!isLinux)(
  'a history file that is cut off while the app runs: said, nothing is taken, and the next start goes on with a new one',
  async () => {
    const world = await createWorld();
    const dataDirectory = temporaryDirectory();
    const file = join(dataDirectory, 'history.sqlite');
    const taskId = createTask(world);
    const host = startOnFaultyDisk(world, dataDirectory);
    const { localUrl, pid, page } = await ready(host);
    world.simulator.comment(taskId, 'Ready?', 'bo', { silently: true });
    expect(await postHook(localUrl, taskId)).toBe(200);
    await host.line('notification');
    await host.line('settled');

    const other = new DatabaseSync(file);
    other.exec('PRAGMA busy_timeout = 5000; PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    truncateSync(file, 8_192);
    // What it still has in memory is forgotten.
    process.kill(pid, 'SIGHUP');
    const answers = [];
    while (host.all('error').length === 0) answers.push(await postHook(localUrl, taskId));
    answers.push(await postHook(localUrl, taskId));
    expect(answers.at(-1)).toBe(503);
    const told = await host.line('error');
    expect(told).toMatchObject({ code: 'database-unreadable', message: expect.stringContaining('is damaged') });
    expect((await page.get('overview', null)).notices).toMatchObject([
      { id: 'storage', title: 'The history is damaged' },
    ]);
    expect(await page.ask('mute-change', { changeId: '1', kind: 'task', minutes: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'database-unreadable' },
    });
    expect(await host.stop('SIGTERM')).toBe(0);
    expect(host.errors()).not.toMatch(/^\s+at /m);

    const next = startHost(flagsOf(world, dataDirectory), world.environment);
    const begun = await next.line('error', (line) => line['code'] === 'database-unreadable');
    expect(begun['message']).toContain('history.sqlite.broken-');
    const { localUrl: nextUrl } = await ready(next);
    await world.caughtUp(2);
    world.simulator.comment(taskId, 'And now?', 'bo', { silently: true });
    expect(await postHook(nextUrl, taskId)).toBe(200);
    expect((await next.line('notification'))['body']).toContain('And now?');
    expect(await next.stop('SIGTERM')).toBe(0);
  },
);

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** A host that is not root, for whom there are files it may not read. */
const startAsAnybody = (world: World, dataDirectory: string, environment: Readonly<Record<string, string>>): Host => {
  if (isRoot) {
    chownSync(dataDirectory, nobody, nobody);
    for (const name of readdirSync(dataDirectory)) chownSync(join(dataDirectory, name), nobody, nobody);
  }
  return followHost(
    spawn(process.execPath, [entry, '--json', ...flagsOf(world, dataDirectory)], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isRoot && { uid: nobody, gid: nobody }),
    }),
  );
};

const waysToBeUnreadable = [
  { name: 'may not be read', make: (path: string) => writeFileSync(path, '{"theme":"dark"}', { mode: 0o000 }) },
  { name: 'is a directory', make: (path: string) => mkdirSync(path, { mode: 0o700 }) },
];

describe.skipIf(process.platform === 'win32')('at the start', () => {
  test.each(waysToBeUnreadable)(
    'a settings file that $name is kept aside and said, and the app runs',
    async ({ make }) => {
      const world = await createWorld();
      const dataDirectory = temporaryDirectory();
      make(join(dataDirectory, 'settings.json'));
      const host = startAsAnybody(world, dataDirectory, world.environment);
      const told = await host.line('error');
      expect(told).toMatchObject({
        code: 'settings-invalid',
        message: expect.stringContaining('settings.json.broken-'),
      });
      const { page } = await ready(host);
      expect(await page.get('preferences', null)).toMatchObject({ theme: 'system' });
      expect(await page.ask('change-preferences', { theme: 'light' })).toMatchObject({ ok: true });
      expect(await host.stop('SIGTERM')).toBe(0);
      expect(readdirSync(dataDirectory).filter((name) => name.startsWith('settings.json.broken-'))).toHaveLength(1);
    },
  );

  test.each(waysToBeUnreadable)('a kept sign-in that $name asks to sign in again, and says why', async ({ make }) => {
    const world = await createWorld();
    const dataDirectory = temporaryDirectory();
    make(join(dataDirectory, 'secrets.json'));
    const host = startAsAnybody(world, dataDirectory, {});
    const told = await host.line('error');
    expect(told).toMatchObject({ code: 'secrets-unreadable', message: expect.stringMatching(/EACCES|EISDIR/) });
    expect(await host.line('account', (line) => line['state'] === 'expired')).toBeDefined();
    expect(await host.stop('SIGTERM')).toBe(0);
    // It is not deleted by an app that only could not read it.
    expect(existsSync(join(dataDirectory, 'secrets.json'))).toBe(true);
    expect(host.errors()).not.toMatch(/^\s+at /m);
  });
});
