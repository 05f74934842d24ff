import { describe, expect, it } from 'vitest';
import { createKept } from '../../../electron/core/database/kept.ts';
import { backlogSchema } from '../../../electron/core/notify/announcer.ts';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from '../changes/way-of-a-hook.ts';

const known = (way: Way, ...ids: readonly string[]): void => {
  for (const id of ids) {
    way.redbooth.put(aTask({ id }));
    way.store.adopt('1', [aTask({ id })]);
  }
};

describe('what is told', () => {
  it('is claimed on disk before it is shown and printed', async () => {
    const way = startWay();
    known(way, '7');
    const claims: unknown[] = [];
    way.notifier.onRaise = ({ id }) => {
      const row = way.database.prepare('SELECT state FROM notification WHERE id = ?').get(Number(id));
      claims.push({ ...row, isPrinted: way.linesOf('notification').length > 0 });
    };
    way.redbooth.edit('7', { status: 'resolved', updatedAt: way.clock.now() });
    await way.ring('7');
    expect(claims).toEqual([{ state: 'claimed', isPrinted: true }]);
  });

  it('is one notification for all that came to light of one task, by the newest', async () => {
    const way = startWay();
    known(way, '7');
    for (const body of ['One', 'Two', 'Three']) {
      way.redbooth.comment('7', { userId: '3', createdAt: way.clock.now(), body });
    }
    await way.ring('7');
    expect(way.linesOf('notification')).toMatchObject([
      { title: 'Chi on “Book venue”', body: 'Three · and 2 more comments', changeIds: ['1', '2', '3'] },
    ]);
  });

  it('leaves out what one did oneself, and says why', async () => {
    const way = startWay();
    known(way, '7');
    way.redbooth.comment('7', { userId: '1', createdAt: way.clock.now(), body: 'Mine' });
    way.redbooth.comment('7', { userId: '3', createdAt: way.clock.now(), body: 'Theirs' });
    await way.ring('7');
    expect(way.linesOf('skipped')).toEqual([{ event: 'skipped', changeId: '1', reason: 'own-change' }]);
    expect(way.linesOf('notification')).toMatchObject([{ body: 'Theirs', changeIds: ['2'] }]);
    expect(way.store.unreadCount()).toBe(1);
  });

  it('that could not be shown is said so, and is not tried again', async () => {
    const way = startWay();
    known(way, '7');
    way.notifier.answer = { state: 'failed', reason: 'no notification service' };
    way.redbooth.edit('7', { status: 'resolved', updatedAt: way.clock.now() });
    await way.ring('7');
    expect(way.linesOf('error')).toEqual([
      {
        event: 'error',
        code: 'notification-failed',
        message: 'A notification could not be shown (no notification service). The change is in the list.',
      },
    ]);
    const next = way.restart();
    await next.clock.advance(60_000);
    expect(next.notifier.raised).toEqual([]);
    expect(next.interrupted).toBe(0);
    expect(next.store.unreadCount()).toBe(1);
  });
});

describe('what was missed', () => {
  const minute = 60_000;
  const gone = (way: Way, ...ids: readonly string[]): void => {
    for (const id of ids) {
      way.store.adopt('1', [aTask({ id, creatorUserId: '1' })]);
      way.redbooth.remove(id);
    }
  };
  const bring = (way: Way, ...taskIds: readonly string[]): Promise<void> =>
    way.append(taskIds.map((taskId) => ({ taskId, action: 'update', source: 'catch-up', hookUrlId: null })));
  /** From here on, what is old of the hooks up to this one is told together. */
  const hold = (way: Way, throughHookId: string): void =>
    createKept(way.database, 'backlog', backlogSchema).write({ throughHookId, kind: 'absence' });
  const titles = (way: Way): readonly string[] => way.notifier.raised.map(({ title }) => title);

  it.for([
    [3, 3],
    [4, 1],
  ] as const)('and is old: of %d tasks, raises %d notifications', async ([count, raised]) => {
    const way = startWay();
    const ids = ['11', '12', '13', '14'].slice(0, count);
    known(way, ...ids);
    for (const id of ids) way.redbooth.edit(id, { status: 'resolved', updatedAt: way.clock.now() - 11 * minute });
    hold(way, '4');
    await bring(way, ...ids);
    await way.clock.advance(minute);
    expect(way.notifier.raised).toHaveLength(raised);
    expect(way.notifier.raised.flatMap(({ changeIds }) => changeIds)).toHaveLength(count);
  });

  it('and is fresh, is told by itself, before the summary of what is old', async () => {
    const way = startWay();
    const old = ['11', '12', '13', '14'];
    known(way, ...old, '7');
    for (const id of old) way.redbooth.edit(id, { status: 'resolved', updatedAt: way.clock.now() - 60 * minute });
    way.redbooth.edit('7', { status: 'hold', updatedAt: way.clock.now() - 9 * minute });
    hold(way, '5');
    await bring(way, ...old, '7');
    expect(titles(way)).toEqual(['Bo put “Book venue” on hold', '4 changes while you were away']);
  });

  it('and is gone, is held until all that are missing were looked at, and then told together', async () => {
    const way = startWay();
    gone(way, '11', '12', '13', '14');
    way.isSweeping = true;
    await bring(way, '11', '12');
    await way.clock.advance(minute);
    await bring(way, '13', '14');
    await way.clock.advance(minute);
    expect(titles(way)).toEqual([]);
    way.isSweeping = false;
    way.announce();
    expect(way.notifier.raised).toMatchObject([
      { title: '4 tasks are gone', body: 'Autumn summit 4 · deleted, or no longer visible to you' },
    ]);
  });

  it('and is gone, is told also when the app is stopped before all were looked at', async () => {
    const way = startWay();
    gone(way, '11');
    way.isSweeping = true;
    await bring(way, '11');
    await way.clock.advance(minute);
    expect(titles(way.restart())).toEqual(['“Book venue” is gone']);
  });
});
