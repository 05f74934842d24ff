import { describe, expect, it } from 'vitest';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from '../changes/way-of-a-hook.ts';

const known = (way: Way, ...ids: readonly string[]): void => {
  for (const id of ids) {
    way.redbooth.put(aTask({ id }));
    way.store.adopt([aTask({ id })]);
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
      { title: 'Chi on “Book venue”', body: 'Three · and 2 more changes', changeIds: ['1', '2', '3'] },
    ]);
  });

  it('counts a single other one in the singular', async () => {
    const way = startWay();
    known(way, '7');
    for (const body of ['One', 'Two']) way.redbooth.comment('7', { createdAt: way.clock.now(), body });
    await way.ring('7');
    expect(way.notifier.raised[0]?.body).toBe('Two · and 1 more change');
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

  it('is nothing while paused, and nothing of that comes later', async () => {
    const way = startWay();
    known(way, '7', '8');
    way.isPaused = true;
    way.redbooth.edit('7', { status: 'resolved', updatedAt: way.clock.now() });
    await way.ring('7');
    way.isPaused = false;
    way.redbooth.edit('8', { status: 'hold', updatedAt: way.clock.now() });
    await way.ring('8');
    expect(way.linesOf('skipped')).toMatchObject([{ changeId: '1', reason: 'paused' }]);
    expect(way.linesOf('notification')).toMatchObject([{ changeIds: ['2'] }]);
    expect(way.store.unreadCount()).toBe(2);
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
