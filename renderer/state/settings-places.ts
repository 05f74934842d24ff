import type { PortableKey } from '../../electron/contract/index.ts';
import type { SettingsMessages } from '../messages/en/settings.ts';

/** The sections of the settings, in their order. */
export const settingsPlaces = [
  'notifications',
  'rules',
  'muted',
  'quiet-hours',
  'due-dates',
  'appearance',
  'system',
  'account',
  'hook-source',
  'history',
  'updates',
  'transfer',
  'help',
] as const satisfies readonly (keyof SettingsMessages['places'])[];

export type SettingsPlace = (typeof settingsPlaces)[number];

/** One thing that can be set, as the search finds it. */
export type SettingsItem = keyof SettingsMessages['items'];

/** What each section has, in its order. */
export const itemsOf: Readonly<Record<SettingsPlace, readonly SettingsItem[]>> = {
  notifications: ['inThisBrowser', 'content', 'sound', 'test'],
  rules: ['rules', 'chosenProjects'],
  muted: ['muted'],
  'quiet-hours': ['quietHours'],
  'due-dates': ['dueReminder'],
  appearance: ['theme', 'language'],
  system: ['startAtLogin', 'trayIcon'],
  account: ['account'],
  'hook-source': ['hookSource', 'tunnel', 'hookUrls'],
  history: ['historyDays', 'historyChanges', 'deleteHistory'],
  updates: ['updates'],
  transfer: ['export', 'import', 'resetAll'],
  help: ['checks', 'diagnostics'],
};

/** What a section’s “Reset to defaults” resets; none where nothing of it has a default. */
export const resetsOf: Readonly<Partial<Record<SettingsPlace, readonly PortableKey[]>>> = {
  notifications: ['notificationContent', 'notificationSound'],
  rules: ['rules', 'chosenProjects'],
  'quiet-hours': ['quietHours'],
  'due-dates': ['dueReminderHour'],
  appearance: ['theme', 'language'],
  system: ['trayIcon'],
  history: ['historyDays', 'historyChanges'],
  updates: ['checksForUpdates'],
};
