import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { noteDamage, removeBrokenHistories } from '../../../electron/core/database/broken-history.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import { keptNewHistory, openHistory } from '../../../electron/core/database/open-history.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createMutes } from '../../../electron/core/notify/mutes.ts';
import { createTunnelNames } from '../../../electron/core/tunnel/tunnel-names.ts';
import { anAccount } from '../../fakes/change.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

const now = Date.UTC(2026, 10, 23, 9);
const broken = `history.sqlite.broken-${now}`;
const pageSize = 4096;

/** A history with a hook URL, a port, a tunnel’s name, a mute, and thousands of changes. */
const aHistory = () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const database = openDatabase(file);
  const clock = createFakeClock();
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const added = hookUrls.add('My organisation');
  if (!added.ok) throw new Error(added.failure.message);
  hookUrls.rotate(added.value.id);
  createKept(database, 'hook-port', v.number()).write(41_234);
  createKept(database, 'caught-up/1', v.object({ through: v.number() })).write({ through: 5 });
  const tunnelName = createTunnelNames(database, clock, createFakeLog()).current();
  database.exec(`INSERT INTO account (id, user_id, entered_at) VALUES (1, '7', 5)`);
  createMutes(database, clock, () => []).mute(
    { accountId: '1', taskId: '9', account: anAccount({ title: 'Book venue' }) },
    'task',
    null,
  );
  database.exec(`
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)
    INSERT INTO change (task_id, kind, account, source, happened_at, recorded_at)
      SELECT n, 'updated', json_object('title', 'Book venue ' || n), 'hook', n, n FROM number;`);
  const secrets = hookUrls.list().map(({ secret }) => secret);
  database.close();
  return { file, clock, secrets, tunnelName };
};

const open = (file: string) => {
  const opened = openHistory(file, now);
  onTestFinished(() => {
    if (opened.database.isOpen) opened.database.close();
  });
  return opened;
};

const overwrite = (file: string, from: number, bytes: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  closeSync(handle);
};

/** The pages on which a table has its rows. */
const pagesOf = (file: string, table: string): readonly number[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno')
      .all(table)
      .map(({ pageno }) => Number(pageno));
  } finally {
    database.close();
  }
};

test('a sound history is opened as it is', () => {
  const { file, secrets, clock } = aHistory();
  const { database, begun } = open(file);
  expect(begun).toBeNull();
  expect(createHookUrls({ database, clock, onChanged: () => undefined }).list()).toMatchObject([
    { secret: secrets[0] },
  ]);
  expect(readdirSync(dirname(file))).not.toContain(broken);
});

test('one that is not there is made', () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  expect(open(file).begun).toBeNull();
  expect(existsSync(file)).toBe(true);
});

test('bytes overwritten in the middle: the file is kept aside, and hook URLs, port, name and mutes live on', () => {
  const { file, clock, secrets, tunnelName } = aHistory();
  const [, ...pages] = pagesOf(file, 'change');
  for (const page of pages) overwrite(file, (page - 1) * pageSize, pageSize);
  const { database, begun } = open(file);
  expect(begun).toEqual({ keptAs: broken, isAddressKept: true });
  expect(keptNewHistory(database).read()).toEqual(begun);
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  expect(hookUrls.list()).toMatchObject([{ name: 'My organisation', secret: secrets[0] }]);
  expect(hookUrls.list()[0]?.previousUntil).not.toBeNull();
  expect(createKept(database, 'hook-port', v.number()).read()).toBe(41_234);
  expect(createTunnelNames(database, clock, createFakeLog()).current()).toBe(tunnelName);
  expect(createMutes(database, clock, () => []).list('1')).toMatchObject([{ kind: 'task', until: null }]);
  expect(statSync(join(dirname(file), broken)).size).toBeGreaterThan(pageSize);
});

test('a new history has seen no task yet, so that the first catch-up tells of none', () => {
  const { file } = aHistory();
  truncateSync(file, statSync(file).size - 20 * pageSize);
  const { database } = open(file);
  expect(createKept(database, 'caught-up/1', v.unknown()).read()).toBeNull();
  expect(database.prepare('SELECT count(*) AS n FROM change').get()).toEqual({ n: 0 });
});

test.each<[string, (file: string) => void]>([
  ['of no length', (file) => truncateSync(file, 0)],
  ['that is a letter to somebody', (file) => writeFileSync(file, 'not a database at all')],
  ['whose first page is gone', (file) => overwrite(file, 100, pageSize - 100)],
  ['cut in the middle of its first page', (file) => truncateSync(file, 1000)],
])('a file %s is kept aside, and the hook URL is said to be another', (_, damage) => {
  const { file } = aHistory();
  damage(file);
  const { size } = statSync(file);
  const { begun } = open(file);
  expect(begun).toEqual({ keptAs: broken, isAddressKept: false });
  expect(statSync(join(dirname(file), broken)).size).toBe(size);
});

test('a hook URL that cannot be read is not kept in part', () => {
  const { file, clock } = aHistory();
  for (const page of pagesOf(file, 'hook_url')) overwrite(file, (page - 1) * pageSize, pageSize);
  const { database, begun } = open(file);
  expect(begun?.isAddressKept).toBe(false);
  expect(createHookUrls({ database, clock, onChanged: () => undefined }).list()).toEqual([]);
  expect(createKept(database, 'hook-port', v.number()).read()).toBe(41_234);
});

/** A history as a kill leaves it: with commits that are in the log only. */
const killedHistory = () => {
  const { file, secrets } = aHistory();
  const database = openDatabase(file);
  database.exec(`INSERT INTO kept VALUES ('early', '1')`);
  const killed = join(temporaryDirectory(), 'history.sqlite');
  for (const ending of ['', '-wal']) copyFileSync(`${file}${ending}`, `${killed}${ending}`);
  database.close();
  return { file: killed, secrets };
};

test.each<[string, (log: string) => void]>([
  ['cut off', (log) => truncateSync(log, statSync(log).size - 100)],
  ['overwritten', (log) => overwrite(log, 40, 500)],
  ['empty', (log) => truncateSync(log, 0)],
])('a log of commits that is %s costs the commits in it, and not the history', (_, damage) => {
  const { file } = killedHistory();
  damage(`${file}-wal`);
  const { database, begun } = open(file);
  expect(begun).toBeNull();
  expect(database.prepare('SELECT count(*) AS n FROM change').get()).toEqual({ n: 3000 });
});

test('what a kill left in the log alone is read', () => {
  const { file } = killedHistory();
  const { database, begun } = open(file);
  expect(begun).toBeNull();
  expect(database.prepare(`SELECT value FROM kept WHERE key = 'early'`).get()).toEqual({ value: '1' });
});

test('a kill between the damaged file and the new one is made good at the next start', () => {
  const { file, secrets, clock } = aHistory();
  renameSync(file, `${file}.new`);
  writeFileSync(`${file}-wal`, 'of the damaged one');
  const { database } = open(file);
  expect(createHookUrls({ database, clock, onChanged: () => undefined }).list()).toMatchObject([
    { secret: secrets[0] },
  ]);
  expect(readFileSync(join(dirname(file), `${broken}-wal`), 'utf8')).toBe('of the damaged one');
});

test('damage that the last run met is looked for, however large the file', () => {
  const { file } = aHistory();
  const database = openDatabase(file);
  database.exec(`INSERT INTO kept VALUES ('large', '"${'x'.repeat(6 * 1024 * 1024)}"')`);
  database.close();
  const [page] = pagesOf(file, 'change').slice(-1);
  overwrite(file, ((page ?? 0) - 1) * pageSize, pageSize);
  const first = openHistory(file, now);
  expect(first.begun).toBeNull();
  noteDamage(first.database);
  first.database.close();
  expect(open(file).begun).not.toBeNull();
  expect(readdirSync(dirname(file))).not.toContain(`${basename(file)}.damaged`);
});

test('a search that does not fit its index is made anew, and nothing is set aside', () => {
  const { file } = aHistory();
  const database = openDatabase(file);
  database.enableDefensive(false);
  database.exec(`UPDATE change_search_data SET block = x'00' WHERE id > 1000`);
  database.close();
  const opened = open(file);
  expect(opened.begun).toBeNull();
  expect(
    opened.database
      .prepare(`SELECT count(*) AS n FROM change_search WHERE change_search MATCH 'words : "venue"'`)
      .get(),
  ).toEqual({ n: 3000 });
});

test('a history of a newer app is left alone', () => {
  const { file } = aHistory();
  const database = openDatabase(file);
  database.exec('PRAGMA user_version = 900');
  database.close();
  expect(() => openHistory(file, now)).toThrow('format 900');
  expect(readdirSync(dirname(file))).toEqual(['history.sqlite']);
});

test('what was set aside is deleted with what is as old as it', () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'history.sqlite');
  for (const name of ['', '.broken-10', '.broken-10-wal', '.broken-30']) writeFileSync(`${file}${name}`, 'x');
  removeBrokenHistories(file, 20);
  expect(readdirSync(directory).sort()).toEqual(['history.sqlite', 'history.sqlite.broken-30']);
});
