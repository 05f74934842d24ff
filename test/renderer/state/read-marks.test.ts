import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { page, refusal, row, start } from './started-store.ts';

/** All was just marked read. */
const allRead = async (readAt: number | null = 5_000) => {
  const started = await start();
  const { bridge, store } = started;
  bridge.answer('read-changes', { ok: true, value: { unread: 0, readAt } });
  bridge.answer('undo-read', { ok: true, value: { unread: 2 } });
  await store.marks.markAllRead();
  return started;
};

describe('marking all read', () => {
  it('is said, and can be undone', async () => {
    const { bridge, shown, store } = await allRead();
    expect([shown(), store.marks.canUndoAll.value, store.announcer.text.value]).toEqual([
      '2 1',
      true,
      'All changes are marked read',
    ]);
    const undone = store.marks.undo();
    bridge.push({ event: 'changes-unread', ids: ['2', '1'] });
    await undone;
    expect(bridge.asked).toContainEqual({ name: 'undo-read', payload: { readAt: 5_000 } });
    expect([shown(), store.marks.canUndoAll.value, store.overview.value?.unread]).toEqual(['2* 1*', false, 2]);
  });

  it('brings the rows back where only unread ones are listed', async () => {
    const { bridge, shown, store } = await start();
    bridge.answer('read-changes', { ok: true, value: { unread: 0, readAt: 5_000 } });
    bridge.answer('undo-read', { ok: true, value: { unread: 2 } });
    await store.changes.show({ ...noFilter, show: 'unread' });
    await store.marks.markAllRead();
    expect(shown()).toBe('');
    await store.marks.undo();
    expect(shown()).toBe('2* 1*');
  });

  it('has nothing to undo when nothing was unread', async () => {
    const { askedFor, store } = await allRead(null);
    await store.marks.undo();
    expect([store.marks.canUndoAll.value, askedFor('undo-read')]).toEqual([false, 0]);
  });

  it('is undone once', async () => {
    const { askedFor, store } = await allRead();
    await Promise.all([store.marks.undo(), store.marks.undo()]);
    expect(askedFor('undo-read')).toBe(1);
  });

  it('offers no undo any more once something else was read, but the key undoes that', async () => {
    const { bridge, store } = await allRead();
    bridge.push({ event: 'change', row: row(3) });
    bridge.answer('read-changes', { ok: true, value: { unread: 0, readAt: 6_000 } });
    await store.markRead('3');
    expect(store.marks.canUndoAll.value).toBe(false);
    await store.marks.undo();
    expect(bridge.asked).toContainEqual({ name: 'undo-read', payload: { readAt: 6_000 } });
  });

  it('says so when it failed', async () => {
    const { bridge, shown, store } = await start();
    bridge.answer('read-changes', refusal);
    await store.marks.markAllRead();
    expect([shown(), store.trouble.value?.message]).toEqual(['2* 1*', 'It did not work.']);
  });
});

it('marks one change unread again', async () => {
  const { bridge, shown, store } = await start([row(2, { unread: false })]);
  bridge.answer('unread-changes', { ok: true, value: { unread: 1 } });
  await store.markUnread('2');
  expect([shown(), store.overview.value?.unread]).toEqual(['2*', 1]);
});

it('what another window made unread joins the list of unread changes', async () => {
  const { bridge, clock, shown, store } = await start([row(1)]);
  await store.changes.show({ ...noFilter, show: 'unread' });
  bridge.answer('changes', page([row(2), row(1)]));
  bridge.push({ event: 'changes-unread', ids: ['2'] });
  await clock.advance(0);
  expect(shown()).toBe('2* 1*');
});
