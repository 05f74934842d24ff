import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeRow, PageEvent, Reply } from '../../../electron/contract/index.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { sampleOverview, sampleRow } from '../harness/sample.ts';

const row = (id: number, part: Partial<ChangeRow> = {}): ChangeRow =>
  sampleRow({ id: String(id), at: id * 1_000, unread: true, ...part });
const page = (rows: readonly ChangeRow[], next: string | null = null): Reply => ({ ok: true, value: { rows, next } });
const refusal: Reply = { ok: false, failure: { code: 'unexpected', message: 'It did not work.' } };

const start = async (rows: readonly ChangeRow[] = [row(2), row(1)], next: string | null = null) => {
  const bridge = createFakeBridge();
  const clock = createFakeClock();
  const links: string[] = [];
  const notifications: string[] = [];
  bridge.answer('overview', { ok: true, value: { ...sampleOverview, unread: 2 } });
  bridge.answer('changes', page(rows, next));
  bridge.answer('open-change', { ok: true, value: { kind: 'opened' } });
  bridge.answer('read-changes', { ok: true, value: { unread: 0 } });
  const store = createStore({
    bridge,
    openLink: (address) => links.push(address),
    showNotification: ({ id }) => notifications.push(id),
    schedule: (milliseconds, task) => clock.schedule(milliseconds, task),
    isAtTop: () => true,
  });
  onTestFinished(() => store.dispose());
  bridge.connect(true);
  await clock.advance(0);
  const shown = (): string => store.changes.rows.value.map(({ id, unread }) => (unread ? `${id}*` : id)).join(' ');
  const askedFor = (name: string): number => bridge.asked.filter((request) => request.name === name).length;
  return { bridge, clock, store, links, notifications, shown, askedFor };
};

/** An answer that comes when the test says so. */
const heldBack = (): { reply: Promise<Reply>; release: (reply: Reply) => void } => {
  let release: (reply: Reply) => void = () => undefined;
  const reply = new Promise<Reply>((resolve) => {
    release = resolve;
  });
  return { reply, release: (answer) => release(answer) };
};

describe('connecting', () => {
  it('reads the overview and the first page', async () => {
    const { store, shown } = await start();
    expect(store.overview.value?.unread).toBe(2);
    expect(shown()).toBe('2* 1*');
    expect(store.changes.state.value).toBe('complete');
  });

  it('reads both again after a lost connection, since events may have been missed', async () => {
    const { bridge, clock, store, shown, askedFor } = await start();
    bridge.connect(false);
    expect(store.connection.value).toBe('lost');
    bridge.answer('changes', page([row(3), row(2, { unread: false })]));
    bridge.connect(true);
    await clock.advance(0);
    expect(store.connection.value).toBe('connected');
    expect(shown()).toBe('3* 2');
    expect(askedFor('overview')).toBe(2);
  });

  it('never asks unless something happens', async () => {
    const { bridge, clock } = await start();
    const before = bridge.asked.length;
    await clock.advance(3_600_000);
    expect(bridge.asked).toHaveLength(before);
  });

  it('stops listening when disposed', async () => {
    const { bridge, store } = await start();
    store.dispose();
    expect(bridge.listeners()).toBe(0);
  });

  it('does not let a late answer undo a pushed overview', async () => {
    const { bridge, clock, store } = await start();
    const held = heldBack();
    bridge.answer('overview', () => held.reply);
    bridge.connect(true);
    bridge.push({ event: 'overview', overview: { ...sampleOverview, unread: 9 } });
    held.release({ ok: true, value: { ...sampleOverview, unread: 2 } });
    await clock.advance(0);
    expect(store.overview.value?.unread).toBe(9);
  });
});

describe('pushed events', () => {
  it.each<[string, PageEvent, string]>([
    ['a new change comes first', { event: 'change', row: row(3) }, '3* 2* 1*'],
    ['a known change is replaced', { event: 'change', row: row(1, { unread: false }) }, '2* 1'],
    ['some are read', { event: 'changes-read', which: ['2'] }, '2 1*'],
    ['all are read', { event: 'changes-read', which: 'all' }, '2 1'],
  ])('%s', async (_, event, expected) => {
    const { bridge, shown } = await start();
    bridge.push(event);
    expect(shown()).toBe(expected);
  });

  it('keeps a change that was pushed while the first page was on its way', async () => {
    const { bridge, clock, shown } = await start();
    const held = heldBack();
    bridge.answer('changes', () => held.reply);
    bridge.connect(true);
    bridge.push({ event: 'change', row: row(3) });
    held.release(page([row(2), row(1)]));
    await clock.advance(0);
    expect(shown()).toBe('3* 2* 1*');
  });

  it('reads out a new unread change, but not one it has already', async () => {
    const { bridge, clock, store } = await start();
    bridge.push({ event: 'change', row: row(2) });
    await clock.advance(1_000);
    expect(store.announcer.text.value).toBe('');
    bridge.push({ event: 'change', row: row(3, { sentence: 'Bo assigned you “Book venue”' }) });
    await clock.advance(1_000);
    expect(store.announcer.text.value).toBe('Bo assigned you “Book venue”');
  });

  it('hands a notification to the browser', async () => {
    const { bridge, notifications } = await start();
    bridge.push({ event: 'notification', notification: { id: '7', replaces: null, title: 'A', body: 'B' } });
    expect(notifications).toEqual(['7']);
  });

  it('lets the far end go when the page has been open for long, and can page it in again', async () => {
    const { bridge, clock, store } = await start([]);
    for (let id = 1; id <= 1_001; id += 1) bridge.push({ event: 'change', row: row(id) });
    expect(store.changes.rows.value).toHaveLength(400);
    expect(store.changes.state.value).toBe('more');
    await store.changes.loadMore();
    await clock.advance(0);
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ before: '602' });
  });
});

describe('paging', () => {
  it('adds older rows and ends when there are no more', async () => {
    const { bridge, store, shown } = await start([row(4), row(3)], '3');
    expect(store.changes.state.value).toBe('more');
    bridge.answer('changes', page([row(2), row(1)]));
    await store.changes.loadMore();
    expect(bridge.asked.at(-1)?.payload).toEqual({ before: '3', limit: 50, show: 'all' });
    expect(shown()).toBe('4* 3* 2* 1*');
    expect(store.changes.state.value).toBe('complete');
  });

  it('asks once while an answer is on its way', async () => {
    const { bridge, store, askedFor } = await start([row(4)], '4');
    const held = heldBack();
    bridge.answer('changes', () => held.reply);
    const first = store.changes.loadMore();
    await store.changes.loadMore();
    expect(store.changes.state.value).toBe('loading-more');
    held.release(page([row(1)]));
    await first;
    expect(askedFor('changes')).toBe(2);
  });

  it('drops an answer that belongs to another filter', async () => {
    const { bridge, clock, store, shown } = await start([row(4)], '4');
    const held = heldBack();
    bridge.answer('changes', () => held.reply);
    const late = store.changes.loadMore();
    bridge.answer('changes', page([row(4)]));
    await store.changes.show('unread');
    held.release(page([row(1)]));
    await late;
    await clock.advance(0);
    expect(shown()).toBe('4*');
  });

  it('says that the list could not be read, and reads it on asking again', async () => {
    const { bridge, store, shown } = await start([]);
    bridge.answer('changes', refusal);
    await store.changes.reload();
    expect(store.changes.state.value).toBe('failed');
    expect(store.trouble.value?.message).toBe('It did not work.');
    bridge.answer('changes', page([row(1)]));
    await store.changes.reload();
    expect(shown()).toBe('1*');
  });
});

describe('only unread', () => {
  it('keeps a row that was just read in its place until the filter is chosen again', async () => {
    const { bridge, store, shown } = await start();
    await store.changes.show('unread');
    await store.markRead('2');
    expect(shown()).toBe('2 1*');
    bridge.answer('changes', page([row(1)]));
    await store.changes.show('unread');
    expect(shown()).toBe('1*');
  });

  it('is empty once all are read', async () => {
    const { store, shown } = await start();
    await store.changes.show('unread');
    await store.markAllRead();
    expect(shown()).toBe('');
    expect(store.overview.value?.unread).toBe(0);
  });
});

describe('opening a change', () => {
  it('marks it read and leaves the page to the app where that opens it', async () => {
    const { store, shown, links } = await start();
    await store.openChange('2');
    expect(shown()).toBe('2 1*');
    expect(links).toEqual([]);
  });

  it('opens the link itself where the app hands it one', async () => {
    const { bridge, store, links } = await start();
    const url = 'https://redbooth.com/a/#!/projects/1/tasks/2';
    bridge.answer('open-change', { ok: true, value: { kind: 'link', url } });
    await store.openChange('2');
    expect(links).toEqual([url]);
  });

  it('only marks read what has no page any more', async () => {
    const { bridge, store, shown } = await start([row(2, { kind: 'gone', canOpen: false })]);
    await store.openChange('2');
    expect(bridge.asked.at(-1)).toEqual({ name: 'read-changes', payload: { which: 'some', ids: ['2'] } });
    expect(shown()).toBe('2');
  });

  it('keeps it unread and says why when the app could not open it', async () => {
    const { bridge, store, shown } = await start();
    bridge.answer('open-change', refusal);
    await store.openChange('2');
    expect(shown()).toBe('2* 1*');
    expect(store.trouble.value?.message).toBe('It did not work.');
    store.dismissTrouble();
    expect(store.trouble.value).toBeNull();
  });
});

describe('commands', () => {
  it('say whether they were done', async () => {
    const { bridge, store } = await start();
    expect(await store.run('pause', { minutes: 30 })).toBe(true);
    expect(bridge.asked.at(-1)).toEqual({ name: 'pause', payload: { minutes: 30 } });
    bridge.answer('resume', refusal);
    expect(await store.run('resume', null)).toBe(false);
  });

  it('show what a test of reachability found at once', async () => {
    const { bridge, store } = await start();
    const found = { state: 'offline', sentence: 'Not reachable', detail: null, cause: 'timeout', provenAt: null };
    bridge.answer('test-reachability', { ok: true, value: found });
    await store.testReachability();
    expect(store.overview.value?.reachability).toEqual(found);
  });
});
