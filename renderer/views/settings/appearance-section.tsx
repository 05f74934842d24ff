import type { Preferences } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { SettingsSection } from './settings-section.tsx';

const themes = [
  { value: 'system', words: 'As the system has it' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

/** How the window looks. */
export const AppearanceSection = ({ preferences: { theme } }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  return (
    <SettingsSection place="appearance">
      <SettingRow
        label="Theme"
        meaning="Whether the window is light or dark."
        failure={failureOf('theme')?.message ?? null}
        isField
      >
        {({ field, meaning }) => (
          <Select
            value={theme}
            choices={themes}
            id={field}
            describedBy={meaning}
            choose={(value) => void change({ theme: value })}
          />
        )}
      </SettingRow>
    </SettingsSection>
  );
};
