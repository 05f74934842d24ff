import {
  type PortableKey,
  type RuleTable,
  type SettingsDifference,
  portableKeys,
  ruleScopes,
  ruleSubjects,
} from '../../electron/contract/index.ts';
import { languageNames } from '../messages/language-names.ts';
import type { SettingsMessages } from '../messages/en/settings.ts';
import type { SettingsItem } from './settings-places.ts';

type Messages = { readonly settings: SettingsMessages };
type Values = SettingsDifference['before'];

/** What a person reads of one setting that would change. */
export type DifferenceLine = { readonly key: PortableKey; readonly label: string; readonly words: string };

const itemOf: Readonly<Record<Exclude<PortableKey, 'timeZone'>, SettingsItem>> = {
  rules: 'rules',
  chosenProjects: 'chosenProjects',
  quietHours: 'quietHours',
  notificationContent: 'content',
  notificationSound: 'sound',
  dueReminderHour: 'dueReminder',
  theme: 'theme',
  language: 'language',
  trayIcon: 'trayIcon',
  checksForUpdates: 'updates',
  historyDays: 'historyDays',
  historyChanges: 'historyChanges',
};

/** What the setting is called. */
export const nameOfSetting = (key: PortableKey, { settings }: Messages): string =>
  key === 'timeZone' ? settings.difference.timeZone : settings.items[itemOf[key]].label;

const ruleChanges = (before: RuleTable, after: RuleTable): number =>
  ruleSubjects.flatMap((subject) => ruleScopes.filter((scope) => before[subject][scope] !== after[subject][scope]))
    .length;

const valueWords = (key: PortableKey, values: Values, messages: Messages, locale: string): string => {
  const { settings } = messages;
  const { difference, contents, sounds, themes, trayIcons, history } = settings;
  switch (key) {
    case 'rules':
      return '';
    case 'chosenProjects':
      return difference.projects(values.chosenProjects?.length ?? 0);
    case 'quietHours':
      return difference.quietTimes(values.quietHours?.length ?? 0);
    case 'notificationContent':
      return contents[values.notificationContent ?? 'full'];
    case 'notificationSound':
      return sounds[values.notificationSound ?? 'system'];
    case 'dueReminderHour': {
      const hour = values.dueReminderHour ?? null;
      if (hour === null) return settings.never;
      return new Date(2026, 0, 1, hour).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
    }
    case 'theme':
      return themes[values.theme ?? 'system'];
    case 'language': {
      const language = values.language ?? 'system';
      return language === 'system' ? settings.systemLanguage : languageNames[language];
    }
    case 'timeZone':
      return values.timeZone ?? difference.ofTheComputer;
    case 'trayIcon':
      return trayIcons[values.trayIcon ?? 'auto'];
    case 'checksForUpdates':
      return values.checksForUpdates === false ? difference.off : difference.on;
    case 'historyDays':
      return history.days(values.historyDays ?? 0);
    case 'historyChanges':
      return history.newest((values.historyChanges ?? 0).toLocaleString(locale));
  }
};

/** What would change, a line for each setting: from what, to what. */
export const differenceLines = (
  { before, after }: Pick<SettingsDifference, 'before' | 'after'>,
  messages: Messages,
  locale: string,
): readonly DifferenceLine[] => {
  const { difference } = messages.settings;
  const wordsOf = (key: PortableKey): string => {
    if (key === 'rules' && before.rules && after.rules) return difference.rules(ruleChanges(before.rules, after.rules));
    const [old, fresh] = [valueWords(key, before, messages, locale), valueWords(key, after, messages, locale)];
    return old === fresh ? difference.changed : difference.becomes(old, fresh);
  };
  return portableKeys
    .filter((key) => after[key] !== undefined)
    .map((key) => ({ key, label: nameOfSetting(key, messages), words: wordsOf(key) }));
};

/** Whether less of the history would be kept, which deletes. */
export const deletesHistory = ({ before, after }: Pick<SettingsDifference, 'before' | 'after'>): boolean =>
  (after.historyDays ?? 0) < (before.historyDays ?? 0) || (after.historyChanges ?? 0) < (before.historyChanges ?? 0);
