import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Line, exportLines, idsIn, runHost, startHost } from './host.ts';
import { openPage } from './page.ts';
import { createWorld, postHook } from './world.ts';

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

/** A host with its page, on a data directory of the test’s. */
const start = async (dataDirectory: string, world: Awaited<ReturnType<typeof createWorld>>) => {
  const flags = world.flags.filter((flag) => flag !== '--no-ui');
  const host = startHost(
    [...flags, '--ui-port', '0', '--tunnel', 'off', '--data-dir', dataDirectory],
    world.environment,
  );
  const { localUrl, uiUrl, pid } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  const page = await openPage(uiUrl);
  const notices = async () => (await page.get('overview', null)).notices;
  /** Once a notice is taken off. */
  const gone = async (id: string): Promise<void> => {
    while ((await notices()).some((notice) => notice.id === id))
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { host, localUrl: String(localUrl), pid: Number(pid), page: { ...page, notices, gone } };
};

const post = async (url: string, taskId: string) => {
  const body = JSON.stringify({ type: 'task', id: taskId, action: 'update' });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await response.arrayBuffer();
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
};

/** A small disk of its own; only root can have one. */
const mountDisk = () => {
  const directory = temporaryDirectory();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory]);
  onTestFinished(() => void spawnSync('umount', ['-l', directory]));
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill: () => {
      try {
        writeFileSync(ballast, Buffer.alloc(4 * 1024 * 1024));
      } catch {
        // More than there is room for: what fits is written.
      }
    },
    free: () => rmSync(ballast),
  };
};

/** A limit on the size of every file that the host writes. */
const limitFiles = () => ({
  directory: temporaryDirectory(),
  fill: (pid: number) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=4096:']),
  free: (pid: number) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:']),
});

/** Tried where nobody else sees it. */
const canMount =
  isRoot &&
  process.platform === 'linux' &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

const waysToFill = [
  { name: 'a disk without room', canRun: canMount, make: mountDisk, words: 'The disk is full' },
  { name: 'a limit on files', canRun: canLimit, make: limitFiles, words: 'cannot be stored' },
];
for (const given of waysToFill) {
  test.skipIf(!given.canRun)(
    `${given.name}: hooks are refused with 503 and said so, what was taken is settled, and it goes on by itself`,
    async () => {
      const world = await createWorld();
      const disk = given.make();
      const taskId = world.simulator.createTask({
        name: 'Book venue',
        by: 'bo',
        assignedTo: 'ada',
        silently: true,
      }).taskId;
      const { host, localUrl, pid, page } = await start(disk.directory, world);
      let accepted = 0;
      const comment = async (): Promise<{ readonly status: number; readonly retryAfter: string | null }> => {
        world.simulator.comment(taskId, 'Ready?', 'bo', { silently: true });
        const answer = await post(localUrl, taskId);
        if (answer.status === 200) accepted += 1;
        return answer;
      };
      expect(await comment()).toEqual({ status: 200, retryAfter: null });
      await host.line('notification');

      disk.fill(pid);
      let refused = await comment();
      // A log of commits is written over from its start while there is room in it.
      for (let tries = 0; tries < 500 && refused.status === 200; tries += 1) refused = await comment();
      expect(refused).toEqual({ status: 503, retryAfter: '30' });
      const told = await host.line('error', (line) => line['code'] === 'journal-unwritable');
      expect(told['message']).toContain('cannot be stored');
      expect(await page.notices()).toMatchObject([{ id: 'storage', tone: 'bad' }]);
      expect(JSON.stringify(await page.get('overview', null))).toContain(given.words);

      // What the page wants written is answered with what is wrong, too.
      const mute = { changeId: '1', kind: 'task', minutes: 1 } as const;
      let written = await page.ask('mute-change', mute);
      for (let tries = 0; tries < 500 && written.ok; tries += 1) written = await page.ask('mute-change', mute);
      expect(written).toMatchObject({ ok: false, failure: { code: 'journal-unwritable' } });

      disk.free(pid);
      expect((await comment()).status).toBe(200);
      await page.gone('storage');
      const settled = (): number => host.all('settled').flatMap((line) => idsIn(line, 'hookIds')).length;
      for (let seen = settled(); seen < accepted; seen = settled()) {
        const known = host.all('settled').length;
        await host.line('settled', (line) => host.all('settled').indexOf(line) >= known);
      }
      expect(await host.stop('SIGTERM')).toBe(0);
      const hooks = (await exportLines(disk.directory)).filter(({ event }) => event === 'hook');
      expect(hooks).toHaveLength(accepted);
    },
  );
}

test('another program that holds the history for long: 503, and a start that says so in one line', async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  const { host, localUrl, page } = await start(dataDirectory, world);
  const other = new DatabaseSync(join(dataDirectory, 'history.sqlite'));
  onTestFinished(() => other.close());
  other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  expect((await post(localUrl, taskId)).status).toBe(503);
  expect(await page.notices()).toMatchObject([{ id: 'storage' }]);
  other.exec('ROLLBACK');
  expect((await post(localUrl, taskId)).status).toBe(200);
  await page.gone('storage');
  expect(await host.stop('SIGTERM')).toBe(0);

  other.exec('BEGIN IMMEDIATE');
  const { exitCode, stderr } = await runHost([...world.flags, '--tunnel', 'off', '--data-dir', dataDirectory]);
  expect({ exitCode, lines: stderr.trim().split('\n').length }).toEqual({ exitCode: 1, lines: 1 });
  expect(stderr).toContain('quit that program');
});

test('a history damaged in the middle is kept aside, and the app goes on with the same hook URL', async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const file = join(dataDirectory, 'history.sqlite');
  const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  const first = await start(dataDirectory, world);
  for (let hook = 0; hook < 3; hook += 1) {
    world.simulator.comment(taskId, `Ready ${hook}?`, 'bo', { silently: true });
    await postHook(first.localUrl, taskId);
  }
  await first.host.line('notification');
  expect(await first.host.stop('SIGTERM')).toBe(0);

  const database = new DatabaseSync(file);
  const pages = database.prepare(`SELECT pageno FROM dbstat WHERE name IN ('change', 'hook')`).all();
  database.close();
  const handle = openSync(file, 'r+');
  for (const { pageno } of pages) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (Number(pageno) - 1) * 4096);
  closeSync(handle);

  const { host, localUrl, page } = await start(dataDirectory, world);
  const told: Line = await host.line('error', (line) => line['code'] === 'database-unreadable');
  expect(told['message']).toContain('history.sqlite.broken-');
  expect(host.errors()).toContain('history.sqlite.broken-');
  expect(localUrl).toBe(first.localUrl);
  expect(await page.notices()).toMatchObject([{ id: 'new-history', tone: 'warn' }]);
  expect(readdirSync(dataDirectory).filter((name) => name.includes('.broken-'))).toHaveLength(1);

  // The first catch-up takes the tasks in without a word; what happens later is told.
  await world.caughtUp(2);
  world.simulator.comment(taskId, 'And now?', 'bo', { silently: true });
  expect(await postHook(localUrl, taskId)).toBe(200);
  const notification = await host.line('notification');
  expect(String(notification['body'])).toContain('And now?');
  expect(host.all('notification')).toHaveLength(1);
  await page.get('delete-history-now', null);
  expect(readdirSync(dataDirectory).filter((name) => name.includes('.broken-'))).toEqual([]);
});

test('a data directory that cannot be written: one line, exit 1', async () => {
  const dataDirectory = temporaryDirectory();
  chmodSync(dataDirectory, 0o555);
  onTestFinished(() => chmodSync(dataDirectory, 0o755));
  const child = spawn(process.execPath, [entry, '--no-ui', '--data-dir', dataDirectory], {
    env: { PATH: process.env['PATH'] },
    // Nothing is read-only for root.
    ...(isRoot && { uid: 65_534 }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  expect({ exitCode, lines: stderr.trim().split('\n').length }).toEqual({ exitCode: 1, lines: 1 });
  expect(stderr).toContain('--data-dir');
});
