import type { Preferences } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { timeOfDay } from '../../state/time-words.ts';
import { SettingsSection } from './settings-section.tsx';

const never = 'never';

const choices = (): readonly { readonly value: string; readonly words: string }[] => [
  { value: never, words: 'Never' },
  ...Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    words: timeOfDay(new Date(2026, 0, 1, hour).getTime()),
  })),
];

/** When tasks that are due are told. */
export const DueDatesSection = ({ preferences: { dueReminderHour } }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  return (
    <SettingsSection place="due-dates">
      <SettingRow
        label="Remind me of due tasks"
        meaning="Once a day: tasks assigned to you that are due today or overdue."
        failure={failureOf('dueReminderHour')?.message ?? null}
        isField
      >
        {({ field, meaning }) => (
          <Select
            value={dueReminderHour === null ? never : String(dueReminderHour)}
            choices={choices()}
            id={field}
            describedBy={meaning}
            choose={(value) => void change({ dueReminderHour: value === never ? null : Number(value) })}
          />
        )}
      </SettingRow>
    </SettingsSection>
  );
};
