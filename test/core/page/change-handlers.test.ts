import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { startPage, value } from './whole-page.ts';

describe('the list of changes', () => {
  it('comes page by page until there is no next one', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    const first = await dispatch('changes', { before: null, limit: 2, filter: noFilter });
    expect(value(first)).toMatchObject({ rows: [{ id: '3' }, { id: '2' }], next: '2' });
    const second = await dispatch('changes', { before: '2', limit: 2, filter: noFilter });
    expect(value(second)).toMatchObject({ rows: [{ id: '1' }], next: null });
  });

  it('has no next page when it ends exactly', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two');
    expect(value(await dispatch('changes', { before: null, limit: 2, filter: noFilter }))).toMatchObject({
      next: null,
    });
  });

  it('can be of the unread ones, which get fewer as they are read', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    expect(value(await dispatch('read-changes', { which: 'some', ids: ['2'] }))).toMatchObject({ unread: 2 });
    const unread = await dispatch('changes', { before: null, limit: 10, filter: { ...noFilter, show: 'unread' } });
    expect(value(unread)).toMatchObject({ rows: [{ id: '3' }, { id: '1' }] });
    expect(value(await dispatch('read-changes', { which: 'all' }))).toMatchObject({ unread: 0 });
  });
});

describe('a filter', () => {
  it('narrows the list, its pages and its total', async () => {
    const { dispatch, tell } = startPage();
    tell('Book venue', 'Book hotel', 'Write copy');
    const filter = { ...noFilter, text: 'book' };
    expect(value(await dispatch('changes', { before: null, limit: 1, filter }))).toMatchObject({
      rows: [{ id: '2' }],
      next: '2',
      total: 2,
    });
    expect(value(await dispatch('changes', { before: '2', limit: 1, filter }))).toMatchObject({
      rows: [{ id: '1' }],
      next: null,
      total: 2,
    });
  });

  it.each([
    ['too many words', { text: 'a'.repeat(201) }],
    ['an id that is none', { projectId: '1 OR 1' }],
    ['a subject that is none', { subject: 'name' }],
  ])('with %s is refused', async (_what, part) => {
    const { dispatch } = startPage();
    const reply = await dispatch('changes', { before: null, limit: 1, filter: { ...noFilter, ...part } });
    expect(value(reply)).toMatchObject({ code: 'bad-request' });
  });

  it('can be chosen from what there is', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two');
    expect(value(await dispatch('facets', null))).toMatchObject({
      projects: [{ id: '10', count: 2 }],
      people: [{ id: '2', count: 2 }],
    });
  });

  it('calls who or what has no known name by a word, never by an id', async () => {
    const { dispatch, tell } = startPage();
    tell('One');
    expect(value(await dispatch('facets', null))).toMatchObject({
      projects: [{ id: '10', name: 'Unknown project' }],
      people: [{ id: '2', name: 'Someone' }],
    });
  });
});

describe('reading', () => {
  it('can be undone, once', async () => {
    const { dispatch, tell, events, clock } = startPage();
    tell('One', 'Two', 'Three');
    await dispatch('read-changes', { which: 'some', ids: ['1'] });
    const read = value(await dispatch('read-changes', { which: 'all' }));
    const readAt = clock.now() + 1;
    expect(read).toEqual({ unread: 0, readAt });
    expect(value(await dispatch('undo-read', { readAt }))).toEqual({ unread: 2 });
    expect(events.slice(-2)).toMatchObject([
      { event: 'changes-unread', ids: ['2', '3'] },
      { event: 'overview', overview: { unread: 2 } },
    ]);
    const told = events.length;
    expect(value(await dispatch('undo-read', { readAt }))).toEqual({ unread: 2 });
    expect(events).toHaveLength(told);
  });

  it('of what was read already leaves nothing to undo', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('read-changes', { which: 'all' }))).toEqual({ unread: 0, readAt: null });
  });

  it('can be taken back for single changes', async () => {
    const { dispatch, tell, events } = startPage();
    tell('One', 'Two');
    await dispatch('read-changes', { which: 'all' });
    expect(value(await dispatch('unread-changes', { ids: ['2', '99'] }))).toEqual({ unread: 1 });
    expect(events.at(-2)).toEqual({ event: 'changes-unread', ids: ['2'] });
  });
});

describe('opening', () => {
  it('a change opens its task and marks it read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('One');
    expect(value(await dispatch('open-change', { id: '1' }))).toEqual({
      kind: 'link',
      url: 'https://redbooth.com/a/#!/One',
    });
    expect(opened).toEqual(['https://redbooth.com/a/#!/One']);
    expect(store.unreadCount()).toBe(0);
  });

  it('the change of a task that is gone opens nothing, and marks it read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('Gone');
    expect(value(await dispatch('open-change', { id: '1' }))).toEqual({ kind: 'nothing' });
    expect(opened).toEqual([]);
    expect(store.unreadCount()).toBe(0);
  });

  it('a notification opens its page and marks all it told as read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('One', 'Two');
    await dispatch('open-notification', { id: '1' });
    expect(opened).toEqual(['https://redbooth.com/a/#!/Two']);
    expect(store.unreadCount()).toBe(0);
  });

  it('a notification that has no page opens the list with what it told', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('One', 'Gone');
    expect(value(await dispatch('open-notification', { id: '1' }))).toEqual({ kind: 'list', notificationId: '1' });
    expect(opened).toEqual([]);
    expect(store.unreadCount()).toBe(0);
  });

  it.each([
    ['open-change', 'change'],
    ['open-notification', 'notification'],
  ])('what is not there fails: %s', async (name, what) => {
    const { dispatch } = startPage();
    expect(value(await dispatch(name, { id: '99' }))).toEqual({
      code: 'not-found',
      message: `There is no such ${what} any more.`,
    });
  });
});
