import { describe, expect, it } from 'vitest';
import { startPage, value } from './whole-page.ts';

describe('how long changes are kept', () => {
  it('is 90 days and 50,000 changes unless somebody chose otherwise', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('history-settings', null))).toEqual({ days: 90, changes: 50_000 });
  });

  it('can be chosen, each by itself, and is kept to at once', async () => {
    const { dispatch, historySettings } = startPage();
    expect(value(await dispatch('change-history-settings', { days: 30 }))).toBeNull();
    expect(value(await dispatch('change-history-settings', { changes: 1_000 }))).toBeNull();
    expect(value(await dispatch('history-settings', null))).toEqual({ days: 30, changes: 1_000 });
    expect(historySettings).toMatchObject([{ historyDays: 30 }, { historyDays: 30, historyChanges: 1_000 }]);
  });

  it.each([{ days: 0 }, { days: 1.5 }, { days: 4_000 }, { changes: 10 }, { changes: null }])(
    'is not %o',
    async (part) => {
      const { dispatch } = startPage();
      expect(value(await dispatch('change-history-settings', part))).toMatchObject({ code: 'bad-request' });
    },
  );

  it('stays as a settings file has it', async () => {
    const { dispatch } = startPage({ overlay: { historyDays: 30 } });
    expect(value(await dispatch('change-history-settings', { days: 60 }))).toMatchObject({ code: 'settings-invalid' });
    expect(value(await dispatch('history-settings', null))).toMatchObject({ days: 30 });
  });
});

it('the task of a change that is not there cannot be shown', async () => {
  const { dispatch } = startPage();
  expect(value(await dispatch('task-detail', { changeId: '99' }))).toMatchObject({ code: 'not-found' });
});

it('the task of a change is shown with its history', async () => {
  const { dispatch, tell } = startPage();
  tell('One', 'Two');
  expect(value(await dispatch('task-detail', { changeId: '1' }))).toMatchObject({
    taskId: '7',
    history: [{ id: '2' }, { id: '1' }],
  });
});
