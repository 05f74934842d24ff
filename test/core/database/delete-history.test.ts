import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { deleteHistory } from '../../../electron/core/database/delete-history.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { caughtUpSchema } from '../../../electron/core/redbooth/catch-up.ts';
import { sweptSchema } from '../../../electron/core/redbooth/sweep.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { aTask } from '../../fakes/task.ts';

const setUp = async () => {
  const history = temporaryHistory();
  const database = history.open();
  const clock = createFakeClock();
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  hookUrls.add('Acme');
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const record = async () => {
    const hooks = await journal.appendMany([{ taskId: '7', action: 'update', source: 'listener', hookUrlId: null }]);
    if (!hooks.ok) throw new Error(hooks.failure.message);
    const [change] = store.settle({
      accountId: '1',
      taskId: '7',
      hooks: hooks.value,
      result: 'changed',
      changes: [aNewChange({ title: 'A title to forget' })],
      snapshot: { kind: 'write', task: aTask({ name: 'A title to forget' }), lastCommentId: null },
    });
    if (!change) throw new Error('no change');
    const decided = [{ change, decision: { kind: 'notified', reason: 'test' } as const }];
    return {
      change,
      told: ledger.claim(decided, { replaces: null, title: 'A title to forget', body: '', url: null, actions: [] }),
    };
  };
  return { history, database, hookUrls, journal, store, record };
};

describe('deleting the history', () => {
  it('leaves no hook, change, notification or snapshot, and nothing of them in the file', async () => {
    const { history, database, journal, store, record } = await setUp();
    await record();
    await journal.append({ taskId: '8', action: 'update', source: 'listener', hookUrlId: null });
    deleteHistory(database);
    expect(store.list({ before: null, limit: 10, filter: noFilter })).toEqual([]);
    expect(store.total({ ...noFilter, text: 'title' })).toBe(0);
    expect(store.facets()).toEqual({ projects: [], people: [] });
    expect(store.snapshot('1', '7')).toBeNull();
    expect(journal.unsettled()).toEqual([]);
    expect(database.prepare('SELECT count(*) AS count FROM notification').get()).toEqual({ count: 0 });
    for (const file of [history.file, `${history.file}-wal`])
      for (const word of ['A title to forget', 'forget', 'summit'])
        expect(readFileSync(file, 'latin1')).not.toContain(word);
    await journal.dispose();
  });

  it('leaves the hook URLs and the ports, and forgets how far the catch-up came', async () => {
    const { database, hookUrls } = await setUp();
    const replaced = database.prepare('SELECT * FROM replaced_secret');
    hookUrls.rotate(hookUrls.list()[0]?.id ?? '');
    const before = hookUrls.list();
    expect(replaced.all()).toHaveLength(1);
    const caughtUp = createKept(database, 'caught-up/1', caughtUpSchema);
    const swept = createKept(database, 'swept/1', sweptSchema);
    const port = createKept(database, 'hook-port', v.number());
    caughtUp.write({ through: 5, rest: null, wholeAt: 5 });
    swept.write({ begunAt: 5, done: ['10'] });
    port.write(9);
    deleteHistory(database);
    expect(hookUrls.list()).toEqual(before);
    expect(replaced.all()).toHaveLength(1);
    expect(caughtUp.read()).toBeNull();
    expect(swept.read()).toBeNull();
    expect(port.read()).toBe(9);
  });

  it('never has an id used again, and the journal goes on', async () => {
    const { database, journal, store, record } = await setUp();
    const before = await record();
    deleteHistory(database);
    const after = await record();
    expect(Number(after.change.id)).toBeGreaterThan(Number(before.change.id));
    expect(Number(after.told.id)).toBeGreaterThan(Number(before.told.id));
    expect(store.list({ before: null, limit: 10, filter: { ...noFilter, text: 'forget' } })).toHaveLength(1);
    await journal.dispose();
  });
});
