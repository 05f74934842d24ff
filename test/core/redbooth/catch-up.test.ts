import { describe, expect, it } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { caughtUpSchema, createCatchUp } from '../../../electron/core/redbooth/catch-up.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aTask, longAgo } from '../../fakes/task.ts';

const minute = 60_000;

const startCatchUp = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const redbooth = createFakeRedbooth();
  const store = createChangeStore(database, clock);
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const caughtUp = createKept(database, 'caught-up', caughtUpSchema);
  const catchUp = createCatchUp({
    clock,
    client: redbooth.client,
    identify: () => redbooth.directory.me(),
    caughtUp: () => caughtUp,
    snapshot: store.snapshot,
    adopt: store.adopt,
    append: journal.appendMany,
  });
  const found = async (): Promise<readonly string[]> => {
    const { hooks, failure } = await catchUp.run();
    if (failure !== null) throw new Error(JSON.stringify(failure));
    return hooks.map(({ taskId }) => taskId);
  };
  return { database, clock, redbooth, store, journal, caughtUp, catchUp, found };
};

describe('the first catch-up', () => {
  it('takes every task as it is and tells nothing of the past', async () => {
    const { clock, redbooth, store, caughtUp, found } = startCatchUp();
    redbooth.put(aTask({ id: '7', updatedAt: longAgo }));
    redbooth.put(aTask({ id: '8', updatedAt: longAgo + minute }));
    expect(await found()).toEqual([]);
    expect(store.snapshot('1', '7')?.task).toEqual(aTask({ id: '7', updatedAt: longAgo }));
    expect(caughtUp.read()).toEqual({ through: longAgo + minute, rest: null, wholeAt: clock.now() });
  });

  it('leaves a task made minutes ago to its hook, or to the next catch-up', async () => {
    const { clock, redbooth, store, found } = startCatchUp();
    const fresh = clock.now() - minute;
    redbooth.put(aTask({ id: '7', createdAt: fresh, updatedAt: fresh }));
    expect(await found()).toEqual([]);
    expect(store.snapshot('1', '7')).toBeNull();
    expect(await found()).toEqual(['7']);
  });

  it('reads all pages, by the thousand, and then what moved to the top meanwhile', async () => {
    const { redbooth, store, found } = startCatchUp();
    for (let id = 1; id <= 1_001; id += 1) redbooth.put(aTask({ id: String(id), updatedAt: longAgo + id }));
    await found();
    expect(redbooth.requests).toEqual(['tasks 1 of 1000', 'tasks 2 of 990', 'tasks 1 of 25']);
    expect(store.snapshot('1', '1')).not.toBeNull();
  });

  it('that came to nothing is a first one again, so that nothing floods the user', async () => {
    const { redbooth, caughtUp, catchUp, found } = startCatchUp();
    redbooth.put(aTask());
    redbooth.failWith({ kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 });
    expect(await catchUp.run()).toMatchObject({ isComplete: false, failure: { kind: 'unavailable' } });
    expect(caughtUp.read()).toBeNull();
    redbooth.failWith(null);
    expect(await found()).toEqual([]);
  });
});

describe('every later catch-up', () => {
  const afterFirst = async () => {
    const parts = startCatchUp();
    for (let id = 1; id <= 300; id += 1) {
      parts.redbooth.put(aTask({ id: String(id), updatedAt: longAgo - id * minute }));
    }
    await parts.found();
    return parts;
  };

  it('finds the tasks that changed, were commented on, or are new', async () => {
    const { redbooth, journal, found } = await afterFirst();
    redbooth.edit('200', { status: 'resolved', updatedAt: longAgo + minute });
    redbooth.comment('100', { createdAt: longAgo + minute, body: 'Hello' });
    redbooth.put(aTask({ id: '999', createdAt: longAgo + minute, updatedAt: longAgo + minute }));
    expect([...(await found())].sort()).toEqual(['100', '200', '999']);
    expect(
      journal
        .unsettled()
        .map(({ taskId, source, action }) => `${taskId} ${source} ${action}`)
        .sort(),
    ).toEqual(['100 catch-up update', '200 catch-up update', '999 catch-up create']);
  });

  it('reads no further than it has to', async () => {
    const { redbooth, found } = await afterFirst();
    const before = redbooth.requests.length;
    expect(await found()).toEqual([]);
    expect(redbooth.requests.slice(before)).toEqual(['tasks 1 of 25']);
  });

  it('reads on in ever larger pages while all of a page is news', async () => {
    const { redbooth, found } = await afterFirst();
    for (let id = 1; id <= 150; id += 1) redbooth.edit(String(id), { updatedAt: longAgo + id * minute });
    const before = redbooth.requests.length;
    expect(await found()).toHaveLength(150);
    expect(redbooth.requests.slice(before)).toEqual([
      'tasks 1 of 25',
      'tasks 1 of 100',
      'tasks 1 of 400',
      'tasks 1 of 25',
    ]);
  });

  it('finds again what did not reach the journal', async () => {
    const { redbooth, database, catchUp, found } = await afterFirst();
    redbooth.edit('200', { updatedAt: longAgo + 60 * minute });
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON hook BEGIN SELECT raise(ABORT, 'disk full'); END`);
    expect(await catchUp.run()).toMatchObject({ isComplete: false, failure: { code: 'journal-unwritable' } });
    database.exec('DROP TRIGGER full');
    expect(await found()).toEqual(['200']);
  });

  it('looks a few minutes back, as clocks differ and lists lag', async () => {
    const { redbooth, found } = await afterFirst();
    redbooth.edit('3', { name: 'Late', updatedAt: longAgo - 2 * minute });
    expect(await found()).toEqual(['3']);
  });

  it('fails with a reason, and does not reject, when the history file cannot be written', async () => {
    const { redbooth, database, catchUp } = startCatchUp();
    redbooth.put(aTask());
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON snapshot BEGIN SELECT raise(ABORT, 'disk full'); END`);
    expect(await catchUp.run()).toMatchObject({
      isComplete: false,
      failure: { code: 'journal-unwritable', message: expect.stringContaining('disk full') },
    });
    database.exec('DROP TRIGGER full');
    expect(await catchUp.run()).toEqual({ hooks: [], isComplete: true, failure: null });
  });

  it('is one for all who ask while it runs', async () => {
    const { redbooth, catchUp } = await afterFirst();
    const before = redbooth.requests.length;
    await Promise.all([catchUp.run(), catchUp.run()]);
    expect(redbooth.requests).toHaveLength(before + 1);
  });
});
