import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import type { Hook } from '../../../electron/core/hooks/hook.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { aHook, aTask } from '../../fakes/task.ts';

const insertHook = (database: DatabaseSync, part: Partial<Hook> = {}): Hook => {
  const hook = aHook(part);
  const { lastInsertRowid } = database
    .prepare('INSERT INTO hook (task_id, action, source, received_at) VALUES (?, ?, ?, ?)')
    .run(hook.taskId, hook.action, hook.source, hook.receivedAt);
  return { ...hook, id: String(lastInsertRowid) };
};

const startStore = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  return { database, clock, store: createChangeStore(database, clock) };
};

const count = (database: DatabaseSync, sql: string): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM ${sql}`).get()?.['count']);

describe('settling', () => {
  const settlement = (hooks: readonly Hook[]) => ({
    accountId: '1',
    taskId: '7',
    hooks,
    result: 'changed' as const,
    changes: [aNewChange({ title: 'One' }), aNewChange({ title: 'Two' })],
    snapshot: { kind: 'write', task: aTask({ status: 'resolved' }), lastCommentId: '501' } as const,
  });

  it('writes changes, snapshot and hooks, and gives the changes as they can be read again', () => {
    const { database, clock, store } = startStore();
    const hooks = [insertHook(database), insertHook(database, { source: 'catch-up' }), insertHook(database)];
    const recorded = store.settle(settlement(hooks));
    expect(recorded.map(({ account }) => account.title)).toEqual(['One', 'Two']);
    expect(recorded[0]).toMatchObject({ hookIds: ['1', '3'], lastHookId: 3, decision: null, readAt: null });
    expect(store.undecided()).toEqual(recorded);
    expect(recorded.map(({ id }) => store.change(id))).toEqual(recorded);
    expect(store.snapshot('1', '7')).toEqual({
      task: aTask({ status: 'resolved' }),
      lastCommentId: '501',
      readAt: clock.now(),
      goneAt: null,
    });
    expect(count(database, `hook WHERE settled_at = ${clock.now()} AND result = 'changed'`)).toBe(3);
  });

  it.each([
    ['the second change', 'change', 'NEW.account LIKE \'%"Two"%\''],
    ['the link to a hook', 'change_hook', 'NEW.hook_id = 2'],
    ['the snapshot', 'snapshot', 'true'],
  ])('writes nothing at all when it fails at %s', (_, table, when) => {
    const { database, store } = startStore();
    const hooks = [insertHook(database), insertHook(database)];
    database.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON ${table} WHEN ${when} BEGIN SELECT raise(ABORT, 'no more'); END`,
    );
    expect(() => store.settle(settlement(hooks))).toThrow('no more');
    expect(count(database, 'change')).toBe(0);
    expect(count(database, 'change_hook')).toBe(0);
    expect(count(database, 'snapshot')).toBe(0);
    expect(count(database, 'hook WHERE settled_at IS NULL')).toBe(2);
    expect(database.isTransaction).toBe(false);
  });

  it('writes nothing at all when it fails at the very last step, settling a hook', () => {
    const { database, store } = startStore();
    const hooks = [insertHook(database), insertHook(database)];
    database.exec(
      `CREATE TRIGGER broken BEFORE UPDATE ON hook WHEN NEW.id = 2 BEGIN SELECT raise(ABORT, 'no more'); END`,
    );
    expect(() => store.settle(settlement(hooks))).toThrow('no more');
    expect(count(database, 'change')).toBe(0);
    expect(count(database, 'hook WHERE settled_at IS NULL')).toBe(2);
  });

  it('leaves a hook that is settled already as it was settled', async () => {
    const { database, clock, store } = startStore();
    const hooks = [insertHook(database)];
    const settledAt = clock.now();
    store.settle(settlement(hooks));
    await clock.advance(1_000);
    store.settle({ ...settlement(hooks), changes: [], result: 'unchanged' });
    expect(count(database, `hook WHERE settled_at = ${settledAt} AND result = 'changed'`)).toBe(1);
  });

  it('marks the snapshot of a task that is gone and keeps its last words', () => {
    const { database, clock, store } = startStore();
    store.adopt('1', [aTask()]);
    store.settle({ ...settlement([insertHook(database)]), result: 'gone', snapshot: { kind: 'gone' } });
    expect(store.snapshot('1', '7')).toMatchObject({ task: { name: 'Book venue' }, goneAt: clock.now() });
  });

  it('leaves the snapshot alone when there is nothing to see', () => {
    const { database, store } = startStore();
    store.settle({ ...settlement([insertHook(database)]), changes: [], snapshot: { kind: 'keep' } });
    expect(store.snapshot('1', '7')).toBeNull();
  });
});

describe('adopting tasks', () => {
  it('keeps them as they are, and tells nothing', () => {
    const { store } = startStore();
    store.adopt('1', [aTask(), aTask({ id: '8' })]);
    expect(store.snapshot('1', '8')).toMatchObject({ task: { id: '8' }, lastCommentId: null });
    expect(store.undecided()).toEqual([]);
  });

  it('leaves a snapshot there is as it is', () => {
    const { store } = startStore();
    store.adopt('1', [aTask({ name: 'First' })]);
    store.adopt('1', [aTask({ name: 'Second' })]);
    expect(store.snapshot('1', '7')?.task.name).toBe('First');
  });

  it('leaves a task that a hook waits for to its look, which has something to tell', () => {
    const { database, store } = startStore();
    insertHook(database);
    store.adopt('1', [aTask()]);
    expect(store.snapshot('1', '7')).toBeNull();
  });
});

describe('several accounts', () => {
  it('see each their own snapshot of a task', () => {
    const { store } = startStore();
    store.adopt('1', [aTask({ name: 'As Ana sees it' })]);
    store.adopt('2', [aTask({ name: 'As Bo sees it' })]);
    expect(store.snapshot('1', '7')?.task.name).toBe('As Ana sees it');
    expect(store.snapshot('2', '7')?.task.name).toBe('As Bo sees it');
  });

  it('know which projects and tasks each has seen that are not gone', () => {
    const { database, store } = startStore();
    store.adopt('1', [aTask(), aTask({ id: '8' }), aTask({ id: '9', projectId: '20' })]);
    store.adopt('2', [aTask({ id: '10' })]);
    store.settle({
      accountId: '1',
      taskId: '8',
      hooks: [insertHook(database)],
      result: 'gone',
      changes: [],
      snapshot: { kind: 'gone' },
    });
    expect(store.projectsSeen('1')).toEqual(['10', '20']);
    expect(store.tasksSeen('1', '10')).toEqual(['7']);
    expect(store.tasksSeen('2', '10')).toEqual(['10']);
  });

  it('know their tasks that are due by a day, the earliest first', () => {
    const { store } = startStore();
    store.adopt('1', [
      aTask({ id: '7', dueOn: '2026-11-23' }),
      aTask({ id: '8', dueOn: '2026-11-20' }),
      aTask({ id: '9', dueOn: '2026-11-24' }),
      aTask({ id: '10' }),
    ]);
    store.adopt('2', [aTask({ id: '11', dueOn: '2026-11-20' })]);
    expect(store.tasksDue('1', '2026-11-23').map(({ id }) => id)).toEqual(['8', '7']);
  });
});

it('has no change by an id that is none', () => {
  const { store } = startStore();
  expect([store.change('99'), store.change('abc')]).toEqual([null, null]);
});
