import type { Preferences } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsSpeech } from './use-settings-messages.ts';
import { timeOfDay } from '../../state/time-words.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

const never = 'never';

type Choice = { readonly value: string; readonly words: string };

const hours = (locale: string): readonly Choice[] =>
  Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    words: timeOfDay(new Date(2026, 0, 1, hour).getTime(), locale),
  }));

/** When tasks that are due are told. */
export const DueDatesSection = ({ preferences: { dueReminderHour } }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  const { locale, messages } = useSettingsSpeech();
  const { items, never: neverWords } = messages.settings;
  return (
    <SettingsSection place="due-dates">
      <Found item="dueReminder">
        <SettingRow {...items.dueReminder} failure={failureOf('dueReminderHour')?.message ?? null} isField>
          {({ field, meaning }) => (
            <Select
              value={dueReminderHour === null ? never : String(dueReminderHour)}
              choices={[{ value: never, words: neverWords }, ...hours(locale)]}
              id={field}
              describedBy={meaning}
              choose={(value) => void change({ dueReminderHour: value === never ? null : Number(value) })}
            />
          )}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
