import { describe, expect, it } from 'vitest';
import { startPage, value } from './whole-page.ts';

describe('the list of changes', () => {
  it('comes page by page until there is no next one', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    const first = await dispatch('changes', { before: null, limit: 2, show: 'all' });
    expect(value(first)).toMatchObject({ rows: [{ id: '3' }, { id: '2' }], next: '2' });
    const second = await dispatch('changes', { before: '2', limit: 2, show: 'all' });
    expect(value(second)).toMatchObject({ rows: [{ id: '1' }], next: null });
  });

  it('has no next page when it ends exactly', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two');
    expect(value(await dispatch('changes', { before: null, limit: 2, show: 'all' }))).toMatchObject({ next: null });
  });

  it('can be of the unread ones, which get fewer as they are read', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    expect(value(await dispatch('read-changes', { which: 'some', ids: ['2'] }))).toEqual({ unread: 2 });
    const unread = await dispatch('changes', { before: null, limit: 10, show: 'unread' });
    expect(value(unread)).toMatchObject({ rows: [{ id: '3' }, { id: '1' }] });
    expect(value(await dispatch('read-changes', { which: 'all' }))).toEqual({ unread: 0 });
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
