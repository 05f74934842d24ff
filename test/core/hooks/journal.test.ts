import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../electron/core/database/open.ts';
import type { Hook, IncomingHook } from '../../../electron/core/hooks/hook.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { openTestDatabase } from './harness.ts';

const hook = (taskId: string, hookUrlId: string | null = null): IncomingHook => ({
  taskId,
  action: 'update',
  source: 'listener',
  hookUrlId,
});

const setUp = (database = openTestDatabase()) => {
  const clock = createFakeClock();
  const onCommitted = vi.fn<(hooks: readonly Hook[]) => void>();
  return { database, clock, onCommitted, journal: createJournal({ database, clock, onCommitted }) };
};

/** How often the database is asked to commit. */
const countCommits = (database: DatabaseSync) => {
  const exec = vi.spyOn(database, 'exec');
  return () => exec.mock.calls.filter(([sql]) => sql === 'COMMIT').length;
};

test('A committed hook comes back with its id and the time it was received', async () => {
  const { journal, clock } = setUp();
  const result = await journal.append(hook('7'));
  expect(result).toEqual({ ok: true, value: { id: '1', ...hook('7'), receivedAt: clock.now() } });
  expect(journal.unsettled()).toEqual([result.ok && result.value]);
});

test('Hooks that wait at the same moment share one commit, in the order they came', async () => {
  const { journal, database } = setUp();
  const commits = countCommits(database);
  const results = await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append(hook(String(index)))));
  expect(commits()).toBe(1);
  expect(results.map((result) => result.ok && [result.value.id, result.value.taskId])).toEqual(
    Array.from({ length: 50 }, (_, index) => [String(index + 1), String(index)]),
  );
});

test('Hooks that come while a commit is under way share the next one', async () => {
  const { journal, database } = setUp();
  const commits = countCommits(database);
  const first = journal.append(hook('1'));
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([first, journal.append(hook('2')), journal.append(hook('3'))]);
  expect(commits()).toBe(2);
});

test('Several hooks appended as one are committed as one', async () => {
  const { journal, database, onCommitted } = setUp();
  const commits = countCommits(database);
  const result = await journal.appendMany([hook('1'), hook('2')]);
  expect(result).toMatchObject({ ok: true, value: [{ taskId: '1' }, { taskId: '2' }] });
  await vi.waitFor(() => expect(onCommitted).toHaveBeenCalledOnce());
  expect(commits()).toBe(1);
  expect(await journal.appendMany([])).toEqual({ ok: true, value: [] });
});

test('Who appended is answered before the work is told', async () => {
  const order: string[] = [];
  const journal = createJournal({
    database: openTestDatabase(),
    clock: createFakeClock(),
    onCommitted: (hooks) => void order.push(`told ${hooks.map(({ taskId }) => taskId).join()}`),
  });
  await Promise.all(
    ['1', '2'].map((taskId) => journal.append(hook(taskId)).then(() => order.push(`answered ${taskId}`))),
  );
  await journal.dispose();
  expect(order).toEqual(['answered 1', 'answered 2', 'told 1,2']);
});

test('The arrival is noted at the hook URL in the same commit', async () => {
  const { journal, database, clock } = setUp();
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const added = hookUrls.add('a');
  const id = added.ok ? added.value.id : '';
  await clock.advance(5_000);
  const commits = countCommits(database);
  await journal.append(hook('1', id));
  expect(commits()).toBe(1);
  expect(hookUrls.list()).toMatchObject([{ id, lastArrivalAt: clock.now() }]);
});

test('Settled hooks are not listed any more', async () => {
  const { journal, database } = setUp();
  await journal.appendMany([hook('1'), hook('2'), hook('3')]);
  database.exec('UPDATE hook SET settled_at = 1 WHERE id = 2');
  expect(journal.unsettled().map(({ id }) => id)).toEqual(['1', '3']);
});

test('What was committed is unsettled after a restart, and ids go on from there', async () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const before = setUp(openDatabase(file));
  await before.journal.append(hook('1'));
  await before.journal.dispose();
  before.database.close();
  const after = setUp(openDatabase(file));
  expect(after.journal.unsettled()).toMatchObject([{ id: '1', taskId: '1' }]);
  expect(await after.journal.append(hook('2'))).toMatchObject({ ok: true, value: { id: '2' } });
  await after.journal.dispose();
  after.database.close();
});

const unwritable = { ok: false, failure: { code: 'journal-unwritable' } };

test('A failed commit fails every hook of the batch and keeps none, and the next batch is tried afresh', async () => {
  const { journal, database, onCommitted } = setUp();
  database.exec('PRAGMA query_only = ON');
  expect(await Promise.all([journal.append(hook('1')), journal.appendMany([hook('2'), hook('3')])])).toMatchObject([
    unwritable,
    unwritable,
  ]);
  database.exec('PRAGMA query_only = OFF');
  expect(journal.unsettled()).toEqual([]);
  expect(await journal.append(hook('4'))).toMatchObject({ ok: true });
  await journal.dispose();
  expect(onCommitted.mock.calls.flat(2)).toMatchObject([{ taskId: '4' }]);
});

test('A full disk fails the batch that does not fit, keeps none of it, and nothing else', async () => {
  const { journal, database } = setUp();
  await journal.append(hook('1'));
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${Number(pages)}`);
  const many = Array.from({ length: 5_000 }, () => hook('2'));
  expect(await journal.appendMany(many)).toMatchObject({
    ok: false,
    failure: { code: 'journal-unwritable', message: expect.stringContaining('full') },
  });
  expect(journal.unsettled()).toHaveLength(1);
  expect(await journal.append(hook('3'))).toMatchObject({ ok: true });
});

test('A database locked by another process fails the hook', async () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const database = openDatabase(file);
  database.exec('PRAGMA busy_timeout = 1');
  const { journal } = setUp(database);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  expect(await journal.append(hook('1'))).toMatchObject(unwritable);
  other.exec('ROLLBACK');
  expect(await journal.append(hook('1'))).toMatchObject({ ok: true });
  other.close();
  await journal.dispose();
  database.close();
});

test('A closed database fails the hook', async () => {
  const { journal, database } = setUp();
  database.close();
  expect(await journal.append(hook('1'))).toMatchObject(unwritable);
});

test('Dispose answers and tells what waits, and takes nothing after', async () => {
  const { journal, onCommitted } = setUp();
  const waiting = journal.append(hook('1'));
  const disposed = journal.dispose();
  expect(await journal.append(hook('2'))).toMatchObject(unwritable);
  expect(await waiting).toMatchObject({ ok: true });
  await disposed;
  expect(onCommitted).toHaveBeenCalledOnce();
});

test('A database in memory works too', async () => {
  const { journal, database } = setUp(openDatabase(':memory:'));
  expect(await journal.append(hook('1'))).toMatchObject({ ok: true });
  await journal.dispose();
  database.close();
});

test('what a hook costs does not grow with the tasks that hooks came for before', async () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const { journal, database } = setUp(openDatabase(file));
  onTestFinished(() => database.close());
  const ofTasks = Array.from({ length: 50 }, (_, index) => hook(String(index * 1_000)));
  database.exec(`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
    INSERT INTO hook (task_id, action, source, received_at, settled_at, result) SELECT i, 'update', 'listener', 0, 1, 'unchanged' FROM n;
    PRAGMA wal_checkpoint(TRUNCATE)`);
  await journal.appendMany(ofTasks);
  const pages = statSync(`${file}-wal`).size / 4_096;
  expect(pages).toBeLessThan(10);
});
