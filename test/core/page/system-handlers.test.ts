import { expect, test } from 'vitest';
import { startPage, value } from './whole-page.ts';

test('a test notification is told, also while paused', async () => {
  const { dispatch, told } = startPage();
  await dispatch('pause', { minutes: null });
  expect(value(await dispatch('test-notification', null))).toBeNull();
  expect(told).toEqual(['This is a test']);
});

test('starting with the computer is what the system says, not what was asked', async () => {
  const { dispatch, system } = startPage();
  expect(value(await dispatch('system-settings', null))).toEqual({
    startsAtLogin: false,
    trayIcon: 'auto',
    playsSounds: true,
  });
  expect(value(await dispatch('change-system-settings', { startsAtLogin: true }))).toMatchObject({
    startsAtLogin: true,
  });
  system.state.startsAtLogin = false;
  expect(value(await dispatch('system-settings', null))).toMatchObject({ startsAtLogin: false });
});

test('what the system refuses is said with what to do', async () => {
  const { dispatch, system } = startPage();
  system.state.refusal = 'No.';
  expect(value(await dispatch('change-system-settings', { startsAtLogin: true }))).toEqual({
    code: 'system-refused',
    message: expect.stringContaining('switch Redbooth Notifier on'),
  });
});

test('what is so already is not asked of the system again', async () => {
  const { dispatch, system } = startPage();
  system.state.refusal = 'No.';
  expect(value(await dispatch('change-system-settings', { startsAtLogin: false }))).toMatchObject({
    startsAtLogin: false,
  });
});

test('a sound is played to try it', async () => {
  const { dispatch, system } = startPage();
  expect(value(await dispatch('play-sound', { sound: 'knock' }))).toBeNull();
  expect(value(await dispatch('play-sound', { sound: '../knock' }))).toMatchObject({ code: 'bad-request' });
  expect(system.state.played).toEqual(['knock']);
});

test('the tray icon is kept in the settings, and the tray told', async () => {
  const { dispatch, settings, events } = startPage();
  expect(value(await dispatch('change-system-settings', { trayIcon: 'light' }))).toMatchObject({ trayIcon: 'light' });
  expect(settings.current().trayIcon).toBe('light');
  expect(events.map(({ event }) => event)).toEqual(['overview']);
});

test('the system’s settings for notifications are opened by the system', async () => {
  const { dispatch, system } = startPage();
  expect(value(await dispatch('open-notification-settings', null))).toEqual({ kind: 'opened' });
  expect(system.state.opened).toBe(1);
});
