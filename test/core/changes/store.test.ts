import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import type { Hook } from '../../../electron/core/hooks/hook.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { aNewChange, anEdit } from '../../fakes/change.ts';
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
  return { database, clock, store: createChangeStore(database, clock), ledger: createLedger(database, clock) };
};

const count = (database: DatabaseSync, sql: string): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM ${sql}`).get()?.['count']);

describe('settling', () => {
  const settlement = (hooks: readonly Hook[]) => ({
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
    expect(store.snapshot('7')).toEqual({
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
    store.adopt([aTask()]);
    store.settle({ ...settlement([insertHook(database)]), result: 'gone', snapshot: { kind: 'gone' } });
    expect(store.snapshot('7')).toMatchObject({ task: { name: 'Book venue' }, goneAt: clock.now() });
  });

  it('leaves the snapshot alone when there is nothing to see', () => {
    const { database, store } = startStore();
    store.settle({ ...settlement([insertHook(database)]), changes: [], snapshot: { kind: 'keep' } });
    expect(store.snapshot('7')).toBeNull();
  });
});

describe('adopting tasks', () => {
  it('keeps them as they are, and tells nothing', () => {
    const { store } = startStore();
    store.adopt([aTask(), aTask({ id: '8' })]);
    expect(store.snapshot('8')).toMatchObject({ task: { id: '8' }, lastCommentId: null });
    expect(store.undecided()).toEqual([]);
  });

  it('leaves a snapshot there is as it is', () => {
    const { store } = startStore();
    store.adopt([aTask({ name: 'First' })]);
    store.adopt([aTask({ name: 'Second' })]);
    expect(store.snapshot('7')?.task.name).toBe('First');
  });

  it('leaves a task that a hook waits for to its look, which has something to tell', () => {
    const { database, store } = startStore();
    insertHook(database);
    store.adopt([aTask()]);
    expect(store.snapshot('7')).toBeNull();
  });
});

describe('the list', () => {
  const filled = () => {
    const parts = startStore();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
      parts.store.settle({
        taskId: '7',
        hooks: [insertHook(parts.database)],
        result: 'changed',
        changes: [aNewChange({ title, edits: [anEdit('status', { before: 'open', after: 'resolved' })] })],
        snapshot: { kind: 'keep' },
      });
    }
    const changes = parts.store.undecided();
    for (const [index, change] of changes.entries()) {
      const kind = index % 2 === 0 ? 'notified' : 'skipped';
      parts.ledger.skip([{ change, decision: { kind, reason: kind === 'notified' ? 'watched-by-you' : 'filtered' } }]);
    }
    return parts;
  };
  const page = (before: string | null, limit: number, unreadOnly = false) => ({ before, limit, unreadOnly });

  it('is newest first, page by page', () => {
    const { store } = filled();
    expect(store.list(page(null, 2)).map(({ account }) => account.title)).toEqual(['Five', 'Four']);
    expect(store.list(page('4', 2)).map(({ account }) => account.title)).toEqual(['Three', 'Two']);
    expect(store.list(page('1', 2))).toEqual([]);
  });

  it('can be of the unread ones only: those that were worth telling', () => {
    const { store } = filled();
    expect(store.list(page(null, 10, true)).map(({ account }) => account.title)).toEqual(['Five', 'Three', 'One']);
    expect(store.unreadCount()).toBe(3);
  });

  it('counts what is marked as read once', () => {
    const { store } = filled();
    expect(store.markRead(['1', '1', '2', '99'])).toBe(1);
    expect(store.markRead(['1'])).toBe(0);
    expect(store.unreadCount()).toBe(2);
    expect(store.markRead(null)).toBe(2);
    expect(store.unreadCount()).toBe(0);
  });

  it('has no change by an id that is none', () => {
    const { store } = filled();
    expect([store.change('99'), store.change('abc')]).toEqual([null, null]);
  });
});
