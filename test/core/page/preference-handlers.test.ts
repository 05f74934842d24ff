import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../../electron/contract/default-rules.ts';
import { startPage, value } from './whole-page.ts';

const defaults = {
  rules: defaultRules(),
  chosenProjects: [],
  quietHours: [],
  notificationContent: 'full',
  notificationSound: 'system',
  dueReminderHour: 9,
  theme: 'system',
  language: 'system',
};

describe('preferences', () => {
  it('are the defaults at first', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('preferences', null))).toEqual(defaults);
  });

  it.each([
    [{ rules: { ...defaultRules(), other: { mine: 'list', watched: 'list', chosen: 'ignore', other: 'ignore' } } }],
    [{ chosenProjects: ['10', '11'] }],
    [{ quietHours: [{ days: ['mon', 'fri'], from: '18:00', to: '08:00' }] }],
    [{ notificationContent: 'private' }],
    [{ notificationSound: 'none' }],
    [{ dueReminderHour: null }],
    [{ theme: 'dark', dueReminderHour: 7 }],
  ])('are set one by one or together, the rest stays, and what depends on them looks anew: %o', async (wanted) => {
    const { dispatch, looksAnew } = startPage();
    expect(value(await dispatch('change-preferences', wanted))).toBeNull();
    expect(value(await dispatch('preferences', null))).toEqual({ ...defaults, ...wanted });
    expect(looksAnew).toMatchObject([wanted]);
  });

  it('that were changed are told to every page, whole', async () => {
    const { dispatch, events } = startPage();
    await dispatch('change-preferences', { theme: 'dark' });
    expect(events).toEqual([{ event: 'preferences', preferences: { ...defaults, theme: 'dark' } }]);
  });

  it('that are so already are not set again', async () => {
    const { dispatch, looksAnew } = startPage();
    expect(value(await dispatch('change-preferences', { theme: 'system', rules: defaultRules() }))).toBeNull();
    expect(value(await dispatch('change-preferences', {}))).toBeNull();
    expect(looksAnew).toEqual([]);
  });

  it('that a settings file fixes are refused in words, and nothing else of the request is set', async () => {
    const { dispatch, looksAnew } = startPage({ overlay: { quietHours: [] } });
    const quietHours = [{ days: ['mon'], from: '18:00', to: '08:00' }];
    expect(value(await dispatch('change-preferences', { theme: 'dark', quietHours }))).toEqual({
      code: 'settings-invalid',
      message: 'Quiet hours are fixed for this run by a settings file. Start the app without it to choose here.',
    });
    expect(value(await dispatch('preferences', null))).toEqual(defaults);
    expect(looksAnew).toEqual([]);
    expect(value(await dispatch('change-preferences', { theme: 'dark', quietHours: [] }))).toBeNull();
  });

  it.each([
    [{ theme: 'pink' }],
    [{ dueReminderHour: 24 }],
    [{ quietHours: [{ days: [], from: '18:00', to: '08:00' }] }],
    [{ quietHours: [{ days: ['mon'], from: '24:00', to: '08:00' }] }],
    [{ chosenProjects: ['Website relaunch'] }],
    [{ rules: { comment: { mine: 'list' } } }],
  ])('that do not fit are refused: %o', async (wanted) => {
    const { dispatch } = startPage();
    expect(value(await dispatch('change-preferences', wanted))).toMatchObject({ code: 'bad-request' });
    expect(value(await dispatch('preferences', null))).toEqual(defaults);
  });
});
