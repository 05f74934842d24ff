import { describe, expect, it } from 'vitest';
import { startPage } from './whole-page.ts';

describe('a page that listens', () => {
  it('is told the rows that are new or have changed, then what is around the list', () => {
    const { page, tell, events } = startPage();
    page.publishChanges(tell('One', 'Two'));
    expect(events).toMatchObject([
      { event: 'change', row: { id: '1', unread: true, told: true } },
      { event: 'change', row: { id: '2' } },
      { event: 'overview', overview: { unread: 2 } },
    ]);
  });

  it('is told nothing of a row that is not there', () => {
    const { page, events } = startPage();
    page.publishChanges(['99']);
    expect(events.map(({ event }) => event)).toEqual(['overview']);
  });

  it('is told which changes were read, whoever read them', async () => {
    const { dispatch, page, tell, events } = startPage();
    tell('One', 'Two', 'Three');
    await dispatch('read-changes', { which: 'some', ids: ['1'] });
    await page.clickNotification('1');
    expect(events).toMatchObject([
      { event: 'changes-read', which: ['1'] },
      { event: 'overview', overview: { unread: 2 } },
      { event: 'changes-read', which: ['1', '2', '3'] },
      { event: 'overview', overview: { unread: 0 } },
    ]);
  });

  it('is told nothing when nothing was unread', async () => {
    const { dispatch, events } = startPage();
    await dispatch('read-changes', { which: 'all' });
    expect(events).toEqual([]);
  });

  it('is told of a pause and of a new hook URL', async () => {
    const { dispatch, events } = startPage();
    await dispatch('pause', { minutes: null });
    await dispatch('add-hook-url', { name: 'Acme' });
    expect(events).toMatchObject([
      { event: 'overview', overview: { pause: { state: 'paused' }, hookUrls: [] } },
      { event: 'overview', overview: { hookUrls: [{ name: 'Acme' }] } },
    ]);
  });

  it('is told nothing any more once it has left', () => {
    const { page, unsubscribe, events } = startPage();
    unsubscribe();
    page.publishOverview();
    expect(events).toEqual([]);
  });
});

describe('a click on a notification', () => {
  it('opens its page', async () => {
    const { page, tell } = startPage();
    tell('One');
    expect(await page.clickNotification('1')).toEqual({ kind: 'link', url: 'https://redbooth.com/a/#!/One' });
  });

  it('that is not known opens nothing', async () => {
    const { page } = startPage();
    expect(await page.clickNotification('99')).toEqual({ kind: 'nothing' });
  });
});
