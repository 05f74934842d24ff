import { type Preferences, type RequestHandlers, fail, succeed } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Reading } from '../reading.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';

export type PreferenceHandlerPorts = {
  readonly reading: () => Reading;
  readonly settings: SettingsStore;
  /** Preferences were changed: what depends on them looks at them anew. */
  readonly onPreferences: () => void;
};

type Answered = 'preferences' | 'change-preferences';

/** The preferences among the settings. */
export const preferencesOf = (settings: Settings): Preferences => ({
  rules: settings.rules,
  chosenProjects: settings.chosenProjects,
  quietHours: settings.quietHours,
  notificationContent: settings.notificationContent,
  notificationSound: settings.notificationSound,
  dueReminderHour: settings.dueReminderHour,
  theme: settings.theme,
  language: settings.language,
});

/** The preferences, each with a message that says that it is fixed. */
const keys = [
  'rules',
  'chosenProjects',
  'quietHours',
  'notificationContent',
  'notificationSound',
  'dueReminderHour',
  'theme',
  'language',
] as const satisfies readonly (keyof Preferences & keyof HostMessages['answers']['fixed'])[];

type Wanted = { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined };

/** Of what is to be set, that which is not so already. */
const newsOf = (wanted: Wanted, current: Preferences): Partial<Preferences> => {
  const news: Partial<Preferences> = {};
  const take = <Key extends keyof Preferences>(key: Key, from: Pick<Wanted, Key>): void => {
    const value: Wanted[Key] = from[key];
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(current[key])) news[key] = value;
  };
  for (const key of keys) take(key, wanted);
  return news;
};

/** Answers what the page asks about how the user is told, and how the window looks. */
export const createPreferenceHandlers = (ports: PreferenceHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { reading, settings, onPreferences } = ports;
  const current = (): Preferences => preferencesOf(settings.current());
  return {
    preferences: () => succeed(current()),
    'change-preferences': (wanted) => {
      const news = newsOf(wanted, current());
      for (const key of keys)
        if (Object.hasOwn(news, key) && settings.isFixed(key))
          return fail({ code: 'settings-invalid', message: reading().messages.answers.fixed[key] });
      if (Object.keys(news).length === 0) return succeed(null);
      settings.change(news);
      onPreferences();
      return succeed(null);
    },
  };
};
