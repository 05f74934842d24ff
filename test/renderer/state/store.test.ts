import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ChangeRow, type PageEvent, type Reply, noFilter } from '../../../electron/contract/index.ts';
import type { FakeBridge } from '../harness/fake-bridge.ts';
import { samplePreferences } from '../harness/sample-preferences.ts';
import { sampleOverview } from '../harness/sample.ts';
import { inSpanish } from '../harness/sample-speech.ts';
import { sampleTaskDetail } from '../harness/sample-task-detail.ts';
import { page, refusal, row, start } from './started-store.ts';

/** A question for rows that are older than one. */
const olderSchema = v.object({ before: v.string() });
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
    ['what was read is unread again', { event: 'changes-unread', ids: ['1'] }, '2* 1*'],
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
    bridge.push({
      event: 'notification',
      notification: { id: '7', replaces: null, title: 'A', body: 'B', isSilent: false, changeIds: [] },
    });
    expect(notifications).toEqual(['7']);
  });

  it('lets the far end go when the page has been open for long, and can page it in again', async () => {
    const { bridge, clock, store } = await start([]);
    for (let id = 1; id <= 1_001; id += 1) bridge.push({ event: 'change', row: row(id) });
    expect(store.changes.places.value).toHaveLength(400);
    expect(store.changes.state.value).toBe('more');
    await store.changes.loadMore();
    await clock.advance(0);
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ before: '602' });
  });
});

describe('when the history was deleted', () => {
  it('nothing is left on the page, nothing older is asked for, and what comes then is listed', async () => {
    const { bridge, store, shown, askedFor } = await start([row(4), row(3)], '3');
    store.changes.select('4');
    store.showTask('4', false);
    bridge.push({ event: 'history-deleted' });
    expect(shown()).toBe('');
    expect(store.changes.state.value).toBe('complete');
    expect([store.changes.selected.value, store.pane.row.value]).toEqual([null, null]);
    await store.changes.loadMore();
    expect(askedFor('changes')).toBe(1);
    bridge.push({ event: 'change', row: row(5) });
    expect(shown()).toBe('5*');
  });

  it.each(['the first page', 'older rows'])('%s on their way from before do not bring it back', async (which) => {
    const { bridge, clock, store, shown } = await start([row(4)], '4');
    const held = heldBack();
    bridge.answer('changes', () => held.reply);
    const late = which === 'older rows' ? store.changes.loadMore() : store.changes.reload();
    bridge.push({ event: 'change', row: row(5) });
    bridge.push({ event: 'history-deleted' });
    bridge.push({ event: 'change', row: row(6) });
    held.release(page([row(3)], '3'));
    await late;
    await clock.advance(0);
    expect(shown()).toBe('6*');
    expect(store.changes.state.value).toBe('complete');
  });

  it('rows that were just read leave the list of unread ones too', async () => {
    const { bridge, store, shown } = await start();
    await store.changes.show({ ...noFilter, show: 'unread' });
    await store.markRead('2');
    bridge.push({ event: 'history-deleted' });
    expect(shown()).toBe('');
  });
});

describe('paging', () => {
  it('adds older rows and ends when there are no more', async () => {
    const { bridge, store, shown } = await start([row(4), row(3)], '3');
    expect(store.changes.state.value).toBe('more');
    bridge.answer('changes', page([row(2), row(1)]));
    await store.changes.loadMore();
    expect(bridge.asked.at(-1)?.payload).toEqual({ before: '3', limit: 100, filter: noFilter });
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
    await store.changes.show({ ...noFilter, show: 'unread' });
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

describe('the changes of one notification', () => {
  it('are shown when the app asks for them, and nothing joins them of which the app does not say so', async () => {
    const { bridge, clock, shown, store } = await start();
    bridge.answer('changes', page([row(1)]));
    bridge.push({ event: 'show-list', filter: { ...noFilter, notificationId: '7' } });
    await clock.advance(0);
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ filter: { notificationId: '7' } });
    bridge.push({ event: 'change', row: row(3) });
    await clock.advance(0);
    expect(shown()).toBe('1*');
    expect(store.changes.isNarrowed.value).toBe(true);
  });

  it('are shown after a click on it in the browser', async () => {
    const { bridge, store } = await start();
    bridge.answer('open-notification', { ok: true, value: { kind: 'list', notificationId: '7' } });
    await store.openNotification('7');
    expect(store.changes.filter.value.notificationId).toBe('7');
  });
});

describe('only unread', () => {
  it('keeps a row that was just read in its place until the filter is chosen again', async () => {
    const { bridge, store, shown } = await start();
    await store.changes.show({ ...noFilter, show: 'unread' });
    await store.markRead('2');
    expect(shown()).toBe('2 1*');
    bridge.answer('changes', page([row(1)]));
    await store.changes.show({ ...noFilter, show: 'unread' });
    expect(shown()).toBe('1*');
  });

  it('is empty once all are read', async () => {
    const { store, shown } = await start();
    await store.changes.show({ ...noFilter, show: 'unread' });
    await store.marks.markAllRead();
    expect(shown()).toBe('');
    expect(store.overview.value?.unread).toBe(0);
  });
});

describe('another language', () => {
  const speak = (bridge: FakeBridge, language: 'en' | 'es'): void =>
    bridge.push({ event: 'overview', overview: { ...sampleOverview, language } });

  it('is asked for with all rows, those far from the newest as soon as they are looked at', async () => {
    const many = (sentence: string, from: number): readonly ChangeRow[] =>
      Array.from({ length: 100 }, (_, index) => row(from - index, { sentence }));
    const { bridge, clock, store } = await start(many('Told', 200), '101');
    const answered = (sentence: string): void =>
      bridge.answer('changes', (payload) =>
        v.is(olderSchema, payload) ? page(many(sentence, 100)) : page(many(sentence, 200), '101'),
      );
    answered('Told');
    await store.changes.loadMore();
    expect(store.changes.row('50')?.sentence).toBe('Told');
    answered('Contado');
    store.changes.look(100, 120);
    speak(bridge, 'es');
    await clock.advance(0);
    await clock.advance(0);
    expect(store.changes.places.value).toHaveLength(200);
    expect([store.changes.row('150')?.sentence, store.changes.row('50')?.sentence]).toEqual(['Contado', 'Contado']);
  });

  it('is asked for with the task that is shown, whose change may not be listed', async () => {
    const { bridge, clock, store } = await start();
    bridge.answer('task-detail', { ok: true, value: sampleTaskDetail });
    store.showRow(row(7, { sentence: 'Told' }));
    await clock.advance(0);
    const history = [row(7, { sentence: 'Contado' })];
    bridge.answer('task-detail', { ok: true, value: { ...sampleTaskDetail, status: 'Resuelta', history } });
    speak(bridge, 'es');
    await clock.advance(0);
    const answer = store.pane.answer.value;
    expect(answer.state === 'ready' && answer.detail.status).toBe('Resuelta');
    expect(store.pane.row.value?.sentence).toBe('Contado');
  });

  it('is not asked for while it stays the same', async () => {
    const { bridge, clock, askedFor } = await start();
    speak(bridge, 'en');
    await clock.advance(0);
    expect(askedFor('changes')).toBe(1);
  });

  it('is the one in which is read out what came of something', async () => {
    const { store, speaking, bridge } = await start();
    bridge.answer('read-changes', { ok: true, value: { unread: 0, readAt: 5_000 } });
    speaking.speech = inSpanish;
    await store.marks.markAllRead();
    expect(store.announcer.text.value).toBe('Todos los cambios están marcados como leídos');
  });
});

it('preferences that another page changed are in force here', async () => {
  const { bridge, store } = await start();
  bridge.push({ event: 'preferences', preferences: { ...samplePreferences, theme: 'dark' } });
  expect(store.preferences.current.value?.theme).toBe('dark');
});
