import { describe, expect, it } from 'vitest';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from './way-of-a-hook.ts';

const resolvedTasks = (way: Way, ids: readonly string[]): void => {
  for (const id of ids) {
    way.redbooth.put(aTask({ id, name: `Task ${id}` }));
    way.store.adopt('1', [way.redbooth.task(id)]);
    way.redbooth.edit(id, { status: 'resolved', updatedByUserId: '3', updatedAt: way.clock.now() });
  }
};

const states = (way: Way): readonly unknown[] =>
  way.database
    .prepare('SELECT state FROM notification ORDER BY id')
    .all()
    .map((row) => row['state']);

describe('after a kill', () => {
  it('hooks that were acknowledged and not settled are worked off, exactly once', async () => {
    const first = startWay();
    resolvedTasks(first, ['7', '8']);
    const answer = first.redbooth.hold();
    await first.ring('7', '8', '7');
    expect(first.unsettled()).toHaveLength(3);

    const second = first.restart();
    answer();
    await second.clock.advance(60_000);
    expect(second.unsettled()).toEqual([]);
    expect(
      second
        .linesOf('settled')
        .flatMap(({ hookIds }) => hookIds)
        .sort(),
    ).toEqual(['1', '2', '3']);
    expect(second.notifier.raised.map(({ title }) => title)).toEqual([
      'Chi resolved “Task 7”',
      'Chi resolved “Task 8”',
    ]);

    const third = second.restart();
    await third.clock.advance(60_000);
    expect(third.lines).toEqual([]);
    expect(third.notifier.raised).toEqual([]);
  });

  it('a notification that was claimed is not shown again, counts as interrupted, and its change stays unread', async () => {
    const first = startWay();
    resolvedTasks(first, ['7']);
    first.notifier.answer = 'never';
    await first.ring('7');
    expect(states(first)).toEqual(['claimed']);

    const second = first.restart();
    await second.clock.advance(60_000);
    expect(second.interrupted).toBe(1);
    expect(states(second)).toEqual(['interrupted']);
    expect(second.notifier.raised).toEqual([]);
    expect(second.store.unreadCount()).toBe(1);

    const third = second.restart();
    expect(third.interrupted).toBe(0);
  });

  it('one that was proven to be shown is not interrupted', async () => {
    const first = startWay();
    resolvedTasks(first, ['7']);
    await first.ring('7');
    const second = first.restart();
    expect(second.interrupted).toBe(0);
    expect(states(second)).toEqual(['shown']);
  });

  it('changes that were recorded and not decided are told once', async () => {
    const first = startWay();
    resolvedTasks(first, ['7']);
    first.database.exec(
      `CREATE TRIGGER no_claims BEFORE INSERT ON notification BEGIN SELECT raise(ABORT, 'the disk is full'); END`,
    );
    await first.ring('7');
    expect(first.store.undecided()).toHaveLength(1);
    expect(first.notifier.raised).toEqual([]);
    first.database.exec('DROP TRIGGER no_claims');

    const second = first.restart();
    await second.clock.advance(60_000);
    expect(second.notifier.raised.map(({ title }) => title)).toEqual(['Chi resolved “Task 7”']);
    expect(second.store.undecided()).toEqual([]);

    const third = second.restart();
    await third.clock.advance(60_000);
    expect(third.notifier.raised).toEqual([]);
  });
});

describe('a history file that cannot be written', () => {
  it('leaves the hook where it was, says so, and takes the change once it can', async () => {
    const way = startWay();
    resolvedTasks(way, ['7']);
    way.database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON change BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
    );
    await way.ring('7');
    expect(way.linesOf('error')).toMatchObject([{ code: 'journal-unwritable' }]);
    expect(way.linesOf('error')[0]?.message).toContain('database or disk is full');
    expect(way.unsettled()).toHaveLength(1);
    expect(way.notifier.raised).toEqual([]);

    way.database.exec('DROP TRIGGER full');
    await way.clock.advance(5_000);
    expect(way.unsettled()).toEqual([]);
    expect(way.notifier.raised).toHaveLength(1);
  });
});
