import { describe, expect, it } from 'vitest';
import { value, startPage } from './whole-page.ts';

const file = (settings: unknown): { text: string } => ({
  text: JSON.stringify({ format: 'redbooth-notifier-settings', version: 1, settings }),
});

describe('settings in a file', () => {
  it('are the same on another computer after export and import', async () => {
    const here = startPage();
    await here.dispatch('change-preferences', { theme: 'dark', dueReminderHour: null, chosenProjects: ['31'] });
    const saved = value(await here.dispatch('export-settings', null));
    expect(saved).toMatchObject({ kind: 'text', name: 'redbooth-notifier-settings.json' });
    const there = startPage();
    await there.dispatch('import-settings', {
      text: String(Object.entries(saved ?? {}).find(([key]) => key === 'text')?.[1]),
    });
    expect(value(await there.dispatch('preferences', null))).toEqual(value(await here.dispatch('preferences', null)));
  });

  it('are shown before they are in force, and change nothing by that', async () => {
    const { dispatch, looksAnew } = startPage({ overlay: { language: 'en' } });
    const preview = file({
      theme: 'dark',
      language: 'es',
      dueReminderHour: 9,
      publicUrl: 'https://x.example',
      telepathy: 1,
    });
    expect(value(await dispatch('preview-settings-import', preview))).toEqual({
      before: { theme: 'system' },
      after: { theme: 'dark' },
      fixed: ['language'],
      unknown: ['telepathy'],
      ofTheMachine: ['publicUrl'],
    });
    expect(looksAnew).toEqual([]);
  });

  it('come into force all at once, and can be taken back', async () => {
    const { dispatch, looksAnew, historySettings } = startPage();
    const changed = value(await dispatch('import-settings', file({ theme: 'dark', historyDays: 30 })));
    expect(looksAnew).toMatchObject([{ theme: 'dark', historyDays: 30 }]);
    expect(historySettings).toMatchObject([{ historyDays: 30 }]);
    const undo = Object.entries(changed ?? {}).find(([key]) => key === 'undo')?.[1];
    await dispatch('import-settings', { text: String(undo) });
    expect(looksAnew.at(-1)).toMatchObject({ theme: 'system', historyDays: 90 });
  });

  it('are refused as a whole where one cannot be used, with its key', async () => {
    const { dispatch, looksAnew } = startPage();
    const wrong = file({ theme: 'dark', historyDays: 'many' });
    for (const name of ['preview-settings-import', 'import-settings'])
      expect(value(await dispatch(name, wrong))).toEqual({
        code: 'settings-invalid',
        message:
          'The file has a value for “historyDays” that cannot be used, so nothing was changed. Correct it, or take it out of the file.',
      });
    expect(looksAnew).toEqual([]);
  });
});

describe('settings that are reset', () => {
  it('are shown before, without those that are so already or are fixed for this run', async () => {
    const { dispatch } = startPage({ overlay: { dueReminderHour: 7 } });
    await dispatch('change-preferences', { theme: 'dark' });
    expect(value(await dispatch('preview-settings-reset', { keys: ['theme', 'language', 'dueReminderHour'] }))).toEqual(
      { before: { theme: 'dark' }, after: { theme: 'system' }, fixed: ['dueReminderHour'] },
    );
  });

  it('are as they come, the others stay, and it can be taken back', async () => {
    const { dispatch, looksAnew } = startPage();
    await dispatch('change-preferences', { theme: 'dark', notificationSound: 'none' });
    const changed = value(await dispatch('reset-settings', { keys: ['theme'] }));
    expect(looksAnew.at(-1)).toMatchObject({ theme: 'system', notificationSound: 'none' });
    const undo = Object.entries(changed ?? {}).find(([key]) => key === 'undo')?.[1];
    await dispatch('import-settings', { text: String(undo) });
    expect(looksAnew.at(-1)).toMatchObject({ theme: 'dark', notificationSound: 'none' });
  });

  it('tell nobody where there is nothing to reset', async () => {
    const { dispatch, looksAnew } = startPage();
    await dispatch('reset-settings', { keys: ['theme'] });
    expect(looksAnew).toEqual([]);
  });
});
